// Imports and exports the programme as spreadsheets: says what a file would change, and appends it as a whole or not at all.
// Knows the programme and the layouts; no HTTP.

import { createHash } from 'node:crypto'
import { actorLine } from '../../../shared/access/actor-line.ts'
import type { CommandActor } from '../../../shared/programme/command.ts'
import type { ImportError, ImportKind, ImportPreview } from '../../../shared/programme/exchange-schema.ts'
import type { ProgrammeState, SetState } from '../../../shared/programme/state.ts'
import type { Acting } from '../../access/acting.ts'
import { fingerprintOf } from '../../log/folded-log.ts'
import { readWorkbook } from '../../spreadsheet/read-workbook.ts'
import type { SpreadsheetRefusal } from '../../spreadsheet/refusal.ts'
import type { Workbook, WrittenWorkbook } from '../../spreadsheet/workbook.ts'
import type { CommandOutcome, Programme } from '../programme.ts'
import { readAssessments, writeAssessments } from './assessments-layout.ts'
import { readCriteria, readCriteriaJson } from './criteria-layout.ts'
import { writeCriteria } from './criteria-sheets.ts'
import { readFunding, writeFunding } from './funding-layout.ts'
import { type Judged, judgeLines } from './judge-lines.ts'
import type { ExchangeView, Reading } from './layout.ts'
import { error } from './sheet-table.ts'
import { readTasks, writeTasks } from './tasks-layout.ts'

/** Lines of one file; with two amounts on each, what one command may append. */
export const MAX_IMPORT_LINES = 5_000

export type ImportFile = {
  readonly kind: ImportKind
  readonly bytes: Buffer
  readonly isJson: boolean
}
export type CommitRequest = { readonly head: number; readonly key: string }

export type PreviewOutcome =
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  /** It can't be read as a file at all. */
  | { readonly kind: 'unreadable'; readonly refusal: SpreadsheetRefusal }
export type CommitOutcome =
  | { readonly kind: 'wrong'; readonly errors: readonly ImportError[] }
  | { readonly kind: 'nothing'; readonly head: number }
  | { readonly kind: 'unreadable'; readonly refusal: SpreadsheetRefusal }
  | { readonly kind: 'answered'; readonly outcome: CommandOutcome }

export type Exchange = {
  /** Both reject with the signal's reason when it is aborted before anything was recorded. */
  readonly preview: (file: ImportFile, actor: CommandActor, signal?: AbortSignal) => Promise<PreviewOutcome>
  readonly commit: (file: ImportFile, by: Acting, about: CommitRequest, signal?: AbortSignal) => Promise<CommitOutcome>
  /** Undefined = the set that was asked for isn't there. */
  readonly write: (
    kind: ImportKind,
    about: { readonly set?: string | undefined; readonly year?: number | undefined },
  ) => WrittenWorkbook | undefined
}

export type ExchangeDeps = {
  readonly programme: Pick<Programme, 'state' | 'units' | 'today' | 'appendAll'>
  readonly maxLines?: number
}

type Looked = {
  readonly judged: Judged
  readonly comparisons: Reading['comparisons']
  readonly state: ProgrammeState
}

export function createExchange({ programme, maxLines = MAX_IMPORT_LINES }: ExchangeDeps): Exchange {
  const viewNow = (): ExchangeView => ({
    state: programme.state(),
    units: programme.units,
    today: programme.today(),
  })

  async function look(
    file: ImportFile,
    actor: CommandActor,
    signal: AbortSignal | undefined,
  ): Promise<Looked | SpreadsheetRefusal> {
    const content = file.isJson ? readJson(file.bytes) : await readWorkbook(file.bytes, {}, signal)
    if ('code' in content) return content
    const view = viewNow()
    const reading = read(file.kind, content, view)
    const tooMany = tooManyLines(reading.lineCount, maxLines)
    const judged = tooMany
      ? { drafts: [], changes: [], errors: [tooMany], unchanged: 0 }
      : await judgeLines(reading, view, actor, signal)
    signal?.throwIfAborted()
    return { judged, comparisons: reading.comparisons, state: view.state }
  }

  return {
    async preview(file, actor, signal) {
      const looked = await look(file, actor, signal)
      if ('code' in looked) return { kind: 'unreadable', refusal: looked }
      const { changes, errors, unchanged } = looked.judged
      return {
        kind: 'preview',
        preview: {
          head: looked.state.lastId,
          fingerprint: hashOf(file.bytes),
          changes: [...changes],
          errors: [...errors],
          unchanged,
          comparisons: looked.comparisons,
        },
      }
    },
    async commit(file, { actor, standing }, { head, key }, signal) {
      const about = {
        actor: actorLine(standing, actor.name, programme.units.get(actor.unit)?.name ?? actor.unit),
        key,
        fingerprint: fingerprintOf({ kind: file.kind, bytes: hashOf(file.bytes), head, actor }),
        expectedHead: head,
      }
      // Moved on: it is either this very import, sent again, or somebody else's doing. The log knows.
      if (programme.state().lastId !== head) {
        return { kind: 'answered', outcome: await programme.appendAll([], about) }
      }
      const looked = await look(file, actor, signal)
      if ('code' in looked) return { kind: 'unreadable', refusal: looked }
      const { drafts, errors } = looked.judged
      if (errors.length > 0) return { kind: 'wrong', errors }
      if (drafts.length === 0) return { kind: 'nothing', head }
      return { kind: 'answered', outcome: await programme.appendAll(drafts, about) }
    },
    write(kind, about) {
      const view = viewNow()
      const set = about.set === undefined ? undefined : view.state.criteriaSets.get(about.set)
      return about.set !== undefined && !set ? undefined : written(kind, view, set, about.year)
    },
  }
}

function written(
  kind: ImportKind,
  view: ExchangeView,
  set: SetState | undefined,
  year: number | undefined,
): WrittenWorkbook {
  switch (kind) {
    case 'criteria':
      return writeCriteria(set ? [set] : [...view.state.criteriaSets.values()])
    case 'assessments':
      return writeAssessments(view, set)
    case 'funding':
      return writeFunding(view, year)
    case 'tasks':
      return writeTasks(view)
    default:
      return kind satisfies never
  }
}

type Content = Workbook | { readonly json: unknown }

function read(kind: ImportKind, content: Content, view: ExchangeView): Reading {
  if ('json' in content) return readCriteriaJson(content.json, view)
  switch (kind) {
    case 'criteria':
      return readCriteria(content, view)
    case 'assessments':
      return readAssessments(content)
    case 'funding':
      return readFunding(content)
    case 'tasks':
      return readTasks(content)
    default:
      return kind satisfies never
  }
}

function readJson(bytes: Buffer): Content | SpreadsheetRefusal {
  try {
    return { json: JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as unknown }
  } catch {
    return { code: 'damaged', vi: 'Tệp không phải JSON hợp lệ', en: 'The file is no valid JSON' }
  }
}

function tooManyLines(count: number, most: number): ImportError | undefined {
  if (count <= most) return undefined
  return error({ sheet: null, line: null }, null, 'too-many-lines', {
    vi: `Tệp có ${count.toLocaleString('vi-VN')} dòng, nhiều nhất ${most.toLocaleString('vi-VN')}: hãy chia nhỏ`,
    en: `The file has ${count.toLocaleString('en')} lines, at most ${most.toLocaleString('en')}: split it`,
  })
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
