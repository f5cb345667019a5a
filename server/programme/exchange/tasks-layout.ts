// The plan's tasks as a sheet: one line per task, with room for an update. A line without a text changes nothing. Pure.
import type { ImportChange } from '../../../shared/programme/exchange-schema.ts'
import type { PlanTask, TaskStatus } from '../../../shared/programme/facts.ts'
import { untouchedTask } from '../../../shared/programme/fold-tasks.ts'
import { STATUS_TERMS } from '../../../shared/programme/refusal-terms.ts'
import type { TaskState } from '../../../shared/programme/state.ts'
import { nameOn } from '../../../shared/programme/units.ts'
import { yearOf } from '../../../shared/programme/working-calendar.ts'
import type { Words } from '../../../shared/words.ts'
import type { Workbook, WrittenWorkbook } from '../../spreadsheet/workbook.ts'
import type { ExchangeView, Reading, Wish } from './layout.ts'
import { createLineReader } from './line-reader.ts'
import { type Line, readTable, type SheetLayout, writeTable } from './sheet-table.ts'
import { doubled, ONLY_SHOWN, placesOn, tidied } from './wishes.ts'

type Key = 'id' | 'title' | 'lead' | 'deadline' | 'status' | 'progress' | 'year' | 'text' | 'lastText'

export const TASKS_SHEET: SheetLayout<Key> = {
  vi: 'Nhiệm vụ',
  en: 'Tasks',
  columns: {
    id: { vi: 'Mã nhiệm vụ', en: 'Task id', kind: 'text', width: 12, isRequired: true },
    title: { vi: 'Nhiệm vụ', en: 'Task', kind: 'text', width: 60, readOnly: ONLY_SHOWN },
    lead: { vi: 'Chủ trì', en: 'Lead', kind: 'text', width: 30, readOnly: ONLY_SHOWN },
    deadline: { vi: 'Thời hạn', en: 'Deadline', kind: 'text', width: 32, readOnly: ONLY_SHOWN },
    status: { vi: 'Trạng thái', en: 'Status', kind: 'text', width: 16, isRequired: true },
    progress: { vi: 'Tiến độ (%)', en: 'Progress (%)', kind: 'number', width: 11 },
    year: { vi: 'Năm (việc hằng năm)', en: 'Year (yearly tasks)', kind: 'text', width: 12 },
    text: { vi: 'Nội dung cập nhật', en: 'Update', kind: 'text', width: 60, isRequired: true },
    lastText: { vi: 'Cập nhật gần nhất', en: 'Last update', kind: 'text', width: 60, readOnly: ONLY_SHOWN },
  },
}

export function writeTasks({ state, units, today }: ExchangeView): WrittenWorkbook {
  const tasks = state.plan?.tasks ?? []
  return {
    sheets: [
      writeTable(
        TASKS_SHEET,
        tasks.map(task => {
          const { latest } = state.tasks.get(task.id) ?? untouchedTask(task.id)
          return {
            id: task.id,
            title: task.title,
            lead: nameOn(units, task.lead, 'plan', today)?.name ?? task.lead,
            deadline: task.deadlineText,
            status: latest ? STATUS_TERMS[latest.status].vi : null,
            progress: latest?.progress ?? null,
            lastText: latest?.text ?? null,
          }
        }),
      ),
    ],
  }
}

export function readTasks(workbook: Workbook): Reading {
  const { lines, errors } = readTable(workbook, TASKS_SHEET, { isOnly: true })
  return {
    errors: [...errors, ...doubled(lines, ['id'])],
    lines: lines.map(line => view => wishOf(line, view)),
    lineCount: lines.length,
    comparisons: [],
  }
}

function wishOf(line: Line<Key>, { state, units, today }: ExchangeView): Wish {
  const errors: Wish['errors'][number][] = []
  const reader = createLineReader(TASKS_SHEET, line, errors)
  const placeOf = placesOn(TASKS_SHEET, line, {
    task: 'id',
    status: 'status',
    progress: 'progress',
    year: 'year',
    text: 'text',
  })
  const nothing: Wish = { commands: [], changes: [], errors, placeOf }
  const id = reader.id('id')
  if (id === undefined) return nothing
  const task = state.plan?.tasks.find(one => one.id === id)
  const held = state.tasks.get(id) ?? untouchedTask(id)
  const [status, progress] = [reader.choice('status', STATUS_TERMS), reader.number('progress')]
  const [wanted, text] = [reader.whole('year'), reader.text('text')]
  if (task) {
    reader.unaltered('title', task.title)
    reader.unaltered('lead', nameOn(units, task.lead, 'plan', today)?.name ?? task.lead)
    reader.unaltered('deadline', task.deadlineText)
    // After an import the last update is the one that it brought.
    if (reader.text('lastText') !== null && text === null) reader.unaltered('lastText', held.latest?.text ?? null)
  }
  if (errors.length > 0 || status === undefined || progress === undefined || wanted === undefined) return nothing
  if (text === null) {
    const isOther =
      (status !== null && status !== held.latest?.status) ||
      (progress !== null && progress !== (held.latest?.progress ?? null))
    if (isOther) reader.refuse('text', 'text-missing', TEXT_MISSING)
    return nothing
  }
  if (status === null) {
    reader.refuse('status', 'status-missing', { vi: 'Chưa ghi trạng thái', en: 'The status is missing' })
    return nothing
  }
  const year = wanted ?? (isYearly(task, held) ? yearOf(today) : null)
  if (isSaid(held, { status, progress, text, year })) return nothing
  return {
    ...nothing,
    commands: [{ command: 'update-task', data: { task: id, status, progress, text, files: [], year } }],
    changes: [changeOf(line, id, held, { status, progress, text })],
  }
}

type Update = {
  readonly status: TaskStatus
  readonly progress: number | null
  readonly text: string
  readonly year: number | null
}

/** The same file sent again isn't another update. */
const isSaid = ({ latest, yearsDone }: TaskState, { status, progress, text, year }: Update): boolean =>
  latest?.status === status &&
  latest.progress === progress &&
  tidied(latest.text) === tidied(text) &&
  (year === null || status !== 'done' || yearsDone.includes(year))

const isYearly = (task: PlanTask | undefined, held: TaskState): boolean =>
  (held.deadline ?? task?.deadline)?.kind === 'yearly'

function changeOf(line: Line<Key>, id: string, { latest }: TaskState, update: Omit<Update, 'year'>): ImportChange {
  return {
    sheet: line.sheet,
    line: line.number,
    what: `Nhiệm vụ ${id}: cập nhật`,
    whatEn: `Task ${id}: update`,
    before: latest && wordsOf(latest),
    after: wordsOf(update),
  }
}

const wordsOf = ({ status, progress, text }: Omit<Update, 'year'>): string =>
  [STATUS_TERMS[status].vi, ...(progress === null ? [] : [`${progress} %`]), text].join(' · ')

const TEXT_MISSING: Words = {
  vi: 'Trạng thái hoặc tiến độ đã đổi: hãy ghi nội dung cập nhật',
  en: 'The status or progress is another: write what happened',
}
