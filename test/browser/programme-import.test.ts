// Spreadsheets in a real browser: taken from the page, changed, looked at, recorded as a whole or not at all; a set of criteria
// that comes as a file, and results carried over to it.
import { readFile } from 'node:fs/promises'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { vi as words } from '../../client/programme/words/vi.ts'
import type { ImportKind } from '../../shared/programme/exchange-schema.ts'
import { keyOf, type ProgrammeState } from '../../shared/programme/state.ts'
import { get } from '../support/door.ts'
import { type ChangeOfLine, editedWorkbook } from '../support/edited-workbook.ts'
import { DRAWN_MS, messagesOf, opened, press, send, summaryOf, wordsOf } from '../support/entry-form.ts'
import { launchBrowser } from '../support/page.ts'
import { stateOf } from '../support/programme.ts'
import { BY_LAN, byButton, type Desk, openDesk } from '../support/programme-desk.ts'
import { startStoryStation } from '../support/programme-page.ts'
import type { TestStation } from '../support/station.ts'

const POLL = { timeout: DRAWN_MS, interval: 50 }
const VILLAGE = 'phu-cuong'
const SET = 'minh-hoa'
const NEXT_SET = 'minh-hoa-2'

let browser: Browser
let station: TestStation
let desk: Desk

beforeAll(async () => {
  station = await startStoryStation()
  browser = await launchBrowser()
  desk = await openDesk(browser, station)
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})
afterEach(() => expect(desk.complaints).toEqual([]))

async function openImport(address: string, button: string, kind: ImportKind): Promise<Locator> {
  await desk.go(address)
  await press(desk.page, button)
  const form = opened(desk.page, words.exchange.title[kind])
  await form.waitFor({ timeout: DRAWN_MS })
  return form
}

/** What the form's own link gives: what is recorded now. */
async function template(form: Locator): Promise<Buffer> {
  const download = desk.page.waitForEvent('download')
  await press(form, words.exchange.template, 'link')
  return readFile(await (await download).path())
}

async function chooseFile(form: Locator, name: string, buffer: Buffer): Promise<void> {
  const mimeType = name.endsWith('.json')
    ? 'application/json'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await form.locator('[name="file"]').setInputFiles({ name, mimeType, buffer })
  await form.getByText(name, { exact: true }).waitFor()
}

/** Looks at the one change of the file, which records nothing yet; then records it. */
async function recordOne(form: Locator): Promise<ProgrammeState> {
  const { lastId } = await stateOf(station)
  await send(form)
  await expect.poll(() => wordsOf(form), POLL).toContain('Sẽ có 1 thay đổi')
  expect((await stateOf(station)).lastId).toBe(lastId)
  await press(form, 'Ghi 1 thay đổi')
  await expect.poll(() => messagesOf(desk.page), POLL).toContain('Đã nhập: 1 thay đổi được ghi')
  await expect.poll(() => form.count(), POLL).toBe(0)
  const after = await stateOf(station)
  // The chain is shared: alarms may have come between.
  expect(await programmeEventsAfter(lastId)).toBe(1)
  return after
}

async function programmeEventsAfter(id: number): Promise<number> {
  const { body } = await get(`${station.url}/api/v1/programme/events?after=${id}`)
  return (body as { readonly events: readonly unknown[] }).events.length
}

test('a file with one wrong line records nothing; put right it shows its one change and records it', async () => {
  const before = await stateOf(station)
  const need = 1_750_000_000
  const form = await openImport('/programme/funding?year=2026', words.shell.importXlsx, 'funding')
  await send(form)
  await expect.poll(() => summaryOf(desk.page), POLL).toContain(words.exchange.missingFile)

  const bytes = await template(form)
  const right: ChangeOfLine = cells =>
    cells['Mã làng'] === VILLAGE && cells['Mã nguồn'] === 'province' ? { 'Nhu cầu (đồng)': need } : undefined
  const wrong: ChangeOfLine = cells =>
    cells['Mã làng'] === 'my-dong' && cells['Mã nguồn'] === 'province' ? { 'Phân bổ (đồng)': 'nhiều' } : undefined
  await chooseFile(form, 'sai.xlsx', await editedWorkbook(bytes, cells => right(cells) ?? wrong(cells)))
  await send(form)
  await expect.poll(() => wordsOf(form), POLL).toContain('Tệp có 1 lỗi, chưa dòng nào được ghi')
  expect(await wordsOf(form)).toContain('Phân bổ (đồng)')
  expect(await form.locator('button[type="submit"]').isDisabled()).toBe(true)
  await press(form, 'Bỏ sai.xlsx')

  expect((await stateOf(station)).lastId).toBe(before.lastId)

  await chooseFile(form, 'kinh phí.xlsx', await editedWorkbook(bytes, right))
  // Looking at it is stopped by Esc: the form stays as it was filled in, and nothing is recorded.
  await desk.page.route('**/programme/import/**', () => undefined)
  await send(form)
  await form.getByRole('progressbar', { name: words.exchange.checking }).waitFor()
  await desk.page.keyboard.press('Escape')
  await expect.poll(() => summaryOf(desk.page), POLL).toContain(words.exchange.lookCancelled)
  await form.getByText('kinh phí.xlsx', { exact: true }).waitFor()
  await desk.page.unroute('**/programme/import/**')
  expect((await stateOf(station)).lastId).toBe(before.lastId)
  const after = await recordOne(form)
  expect(after.funding.get(keyOf.funding(VILLAGE, 'province', 2026))?.amounts.need).toBe(need)
})

test("tasks' updates come as a file", async () => {
  const form = await openImport('/programme/tasks', words.shell.importXlsx, 'tasks')
  const text = 'Đã họp giao ban tháng 11'
  const bytes = await editedWorkbook(await template(form), cells =>
    cells['Mã nhiệm vụ'] === '1.5' ? { 'Trạng thái': 'đang thực hiện', 'Nội dung cập nhật': text } : undefined,
  )
  await chooseFile(form, 'nhiệm vụ.xlsx', bytes)
  expect((await recordOne(form)).tasks.get('1.5')?.latest).toMatchObject({ text, by: BY_LAN })
})

test('results come as a file, and stand in the matrix', async () => {
  const form = await openImport('/programme/criteria', words.criteria.importResults, 'assessments')
  const isCell: ChangeOfLine = cells =>
    cells['Mã làng'] === VILLAGE && cells['Mã chỉ tiêu'] === '1.2' && cells['Bước'] === 'tự đánh giá'
      ? { 'Kết quả': 'chưa đạt', 'Ghi chú': 'chờ lắp đặt' }
      : undefined
  await chooseFile(form, 'kết quả.xlsx', await editedWorkbook(await template(form), isCell))
  const given = (await recordOne(form)).results.get(keyOf.result(VILLAGE, SET, '1.2'))?.steps.self
  expect(given).toMatchObject({ outcome: 'not-met', note: 'chờ lắp đặt', by: BY_LAN })
  const cell = desk.page.getByRole('row', { name: 'Phú Cường' }).getByRole('gridcell').nth(1)
  await expect.poll(() => cell.getAttribute('aria-label'), POLL).toBe('Chưa đạt, Tự đánh giá ngày 25/11/2026')
})

test('a set of criteria comes as a file; results are carried over to it, without what is left out', async () => {
  const told = (await get(`${station.url}/api/v1/programme/criteria-sets/${SET}`)).body as { set: object }
  const set = { ...told.set, id: NEXT_SET, title: 'Bộ minh họa thứ hai', predecessor: SET }
  const form = await openImport('/programme/criteria?view=sets', words.criteria.importSet, 'criteria')
  await chooseFile(form, 'bộ.json', Buffer.from(JSON.stringify({ ...told, set })))
  await recordOne(form)

  const state = await desk.enter(`/programme/criteria?view=sets&set=${NEXT_SET}`, {
    title: 'Chuyển kết quả sang Bộ minh họa thứ hai',
    open: byButton(words.criteria.carry),
    wrong: async carry => {
      for (const box of await carry.getByRole('checkbox').all()) await box.press('Space')
    },
    refusal: words.criteria.carryMissing,
    right: async carry => {
      for (const box of await carry.getByRole('checkbox').all()) await box.press('Space')
      await carry.locator('[name="pair-1.2"]').press('Space')
      return undefined
    },
    said: 'Chuyển kết quả sang bộ tiêu chí Bộ minh họa thứ hai (26 chỉ tiêu)',
    shown: 'Bộ minh họa thứ hai',
  })
  expect(state.results.get(keyOf.result('dinh-yen', NEXT_SET, '1.1'))?.steps.self).toMatchObject({
    carriedFrom: { set: SET, indicator: '1.1' },
  })
  expect(state.results.has(keyOf.result('dinh-yen', NEXT_SET, '1.2'))).toBe(false)
})
