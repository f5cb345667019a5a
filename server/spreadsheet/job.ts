// The process one spreadsheet is read or written in: takes one job from its parent, answers, and ends.
import { setPriority } from 'node:os'
import type { SpreadsheetRefusal } from './refusal.ts'
import type { Workbook, WorkbookLimits, WrittenWorkbook } from './workbook.ts'
import { cellsOf } from './workbook-cells.ts'
import { workbookFileOf } from './workbook-file.ts'
import { workbookPartsOf } from './workbook-parts.ts'

export type Job =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly limits: WorkbookLimits }
  | { readonly kind: 'write'; readonly workbook: WrittenWorkbook }
/** What a job of each kind answers. */
export type Results = { readonly read: Workbook | SpreadsheetRefusal; readonly write: Uint8Array }
export type Answer = { readonly value: Results[Job['kind']] } | { readonly bug: Error }

/** Live frames go first. */
const NICENESS = 5

async function run(job: Job): Promise<Results[Job['kind']]> {
  if (job.kind === 'write') return workbookFileOf(job.workbook)
  const parts = workbookPartsOf(job.bytes, job.limits)
  return isRefusal(parts) ? parts : cellsOf(parts, job.limits)
}

const isRefusal = (parts: ReturnType<typeof workbookPartsOf>): parts is SpreadsheetRefusal => 'code' in parts

function answer(told: Answer): void {
  process.send?.(told, () => process.disconnect?.())
}

setPriority(NICENESS)
// Nobody is left to answer.
process.once('disconnect', () => process.exit())
process.once('message', (job: Job) => {
  run(job).then(
    value => answer({ value }),
    (error: unknown) => answer({ bug: error instanceof Error ? error : new Error(String(error)) }),
  )
})
