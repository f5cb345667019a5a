// Tasks as a sheet: a text is an update, no text is none, and the same file again is not another update.
import { describe, expect, test } from 'vitest'
import { readTasks, writeTasks } from '../../../server/programme/exchange/tasks-layout.ts'
import type { Cell, Workbook } from '../../../server/spreadsheet/workbook.ts'
import { taskStandings } from '../../../shared/programme/task-standing.ts'
import { after, asRead, changed, codesOf, exchangeView, judged } from './exchange-sample.ts'

const view = exchangeView()
const written = asRead(writeTasks(view))
const task = (id: string) => (cells: Readonly<Record<string, Cell>>) => cells['Mã nhiệm vụ'] === id
const lineOf = (id: string) => (written.sheets[0]?.rows.findIndex(row => row[0] === id) ?? -1) + 1
const yearly = taskStandings(view.state, view.today).find(one => one.deadline.kind === 'yearly')?.task.id ?? ''
const UPDATE = { 'Trạng thái': 'Đang thực hiện', 'Tiến độ (%)': 40, 'Nội dung cập nhật': 'Đã họp\nvới các xã' }

describe('there and back', () => {
  test('what is written changes nothing when it is read', async () => {
    expect(await judged(readTasks(written))).toEqual({ drafts: [], changes: [], errors: [], unchanged: 27 })
  })

  test('a text is an update; the same file again changes nothing, nor does the file written then', async () => {
    const edited = changed(written, task('1.2'), UPDATE)
    const result = await judged(readTasks(edited))
    expect(result).toMatchObject({
      errors: [],
      unchanged: 26,
      changes: [{ line: lineOf('1.2'), before: null, after: 'đang thực hiện · 40 % · Đã họp\nvới các xã' }],
    })
    const then = after(result)
    expect(then.tasks.get('1.2')).toMatchObject({ updates: 1, latest: { status: 'in-progress', progress: 40 } })
    const again = exchangeView(then)
    expect(await judged(readTasks(edited), again)).toMatchObject({ drafts: [], errors: [], unchanged: 27 })
    expect(await judged(readTasks(asRead(writeTasks(again))), again)).toMatchObject({
      drafts: [],
      errors: [],
      unchanged: 27,
    })
  })

  test('a yearly task is done for the year named, or for this one', async () => {
    const done = { 'Trạng thái': 'hoàn thành', 'Tiến độ (%)': 100, 'Nội dung cập nhật': 'Đã cân đối' }
    const thisYear = await judged(readTasks(changed(written, task(yearly), done)))
    expect(after(thisYear).tasks.get(yearly)?.yearsDone).toEqual([2026])
    const lastYear = await judged(readTasks(changed(written, task(yearly), { ...done, 'Năm (việc hằng năm)': '2025' })))
    const then = after(lastYear)
    expect(then.tasks.get(yearly)?.yearsDone).toEqual([2025])
    // The same words for another year are another update.
    const next = await judged(readTasks(changed(written, task(yearly), done)), exchangeView(then))
    expect(after(next, then).tasks.get(yearly)?.yearsDone).toEqual([2025, 2026])
  })
})

describe('a line is refused', () => {
  const refused = async (id: string, change: Readonly<Record<string, Cell>>) =>
    codesOf(await judged(readTasks(changed(written, task(id), change))))
  const at = lineOf('1.2')

  test('when it changes the status or the progress without a word', async () => {
    expect(await refused('1.2', { 'Trạng thái': 'dừng' })).toEqual([`${at} text-missing`])
    expect(await refused('1.1', { 'Tiến độ (%)': 90 })).toEqual([`${lineOf('1.1')} text-missing`])
    // Emptied cells say nothing.
    expect(await refused('1.1', { 'Trạng thái': null, 'Tiến độ (%)': null })).toEqual([])
  })

  test('when a text has no status, or one nobody knows, or the progress is no number', async () => {
    expect(await refused('1.2', { 'Nội dung cập nhật': 'x' })).toEqual([`${at} status-missing`])
    expect(await refused('1.2', { ...UPDATE, 'Trạng thái': 'sắp xong' })).toEqual([`${at} word-unknown`])
    expect(await refused('1.2', { ...UPDATE, 'Tiến độ (%)': 'nửa' })).toEqual([`${at} number-malformed`])
  })

  test('when the rules refuse it, with its column', async () => {
    const { errors } = await judged(readTasks(changed(written, task('1.2'), { ...UPDATE, 'Tiến độ (%)': 101 })))
    expect(errors).toMatchObject([{ line: at, column: 'Tiến độ (%)', code: 'number-out-of-range' }])
    expect(await refused('1.2', { ...UPDATE, 'Trạng thái': 'done', 'Tiến độ (%)': 100 })).toEqual([
      `${at} task-never-done`,
    ])
  })

  test('when its title is another task’s, or there is no such task', async () => {
    expect(await refused('1.2', { 'Nhiệm vụ': 'Việc khác' })).toEqual([`${at} read-only`])
    const unknown: Workbook = {
      sheets: [
        {
          name: 'Nhiệm vụ',
          rows: [
            ['Mã nhiệm vụ', 'Trạng thái', 'Nội dung cập nhật'],
            [9.9, 'in-progress', 'x'],
          ],
        },
      ],
    }
    expect(codesOf(await judged(readTasks(unknown)))).toEqual(['2 task-unknown'])
  })
})
