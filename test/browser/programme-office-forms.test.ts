// The entry forms of settings, money, reports, obstacles and records in a real browser, by keyboard: refused in Vietnamese before
// anything is sent, then recorded once, said, shown, and held by the station as that person's.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { vi as words } from '../../client/programme/words/vi.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { keyOf } from '../../shared/programme/state.ts'
import { choose, fill, opened, press, wordsOf } from '../support/entry-form.ts'
import { launchBrowser } from '../support/page.ts'
import { BY_LAN, byButton, type Desk, openDesk } from '../support/programme-desk.ts'
import { startFactsStation } from '../support/programme-page.ts'
import type { TestStation } from '../support/station.ts'

const EMPTY = 'Không được để trống. Hãy ghi nội dung.'
const unitName = (id: string) => loadRegistry().units.find(unit => unit.id === id)?.name ?? id

let browser: Browser
let station: TestStation
let desk: Desk

beforeAll(async () => {
  station = await startFactsStation()
  browser = await launchBrowser()
  desk = await openDesk(browser, station)
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})
afterEach(async () => {
  expect(desk.complaints).toEqual([])
  // What a person enters is never marked as made up.
  expect(await wordsOf(desk.page.locator('body'))).not.toContain(words.shell.simulated)
})

test('a setting is changed: the communes do what the districts did', async () => {
  const name = words.settings.name.districtStep
  const state = await desk.enter('/programme/settings', {
    title: `Đổi: ${name}`,
    open: byButton(`${words.settings.change} ${name}`),
    wrong: form => choose(form, words.settings.form.unit),
    refusal: words.settings.form.unitMissing,
    right: async form => {
      await choose(form, words.settings.form.commune)
      return fill(form, { reason: 'theo thông báo kết luận' })
    },
    said: `Đổi thiết lập: ${name}`,
    shown: words.settings.value.commune,
  })
  expect(state.settings.districtStep).toEqual({ kind: 'commune' })
  expect(state.changedSettings.get('districtStep')).toMatchObject({ by: BY_LAN })
})

test('a number among the settings is held within its range', async () => {
  const name = words.settings.name.dueSoonDays
  const state = await desk.enter('/programme/settings', {
    title: `Đổi: ${name}`,
    open: byButton(`${words.settings.change} ${name}`),
    wrong: form => fill(form, { value: '366' }),
    refusal: '365',
    right: form => fill(form, { value: '365' }),
    said: `Đổi thiết lập: ${name}`,
    shown: '365 ngày',
  })
  expect(state.settings.dueSoonDays).toBe(365)
})

test('a year of the working calendar is published', async () => {
  const state = await desk.enter('/programme/settings?part=calendar', {
    title: words.settings.calendar.form.title,
    open: byButton(words.settings.calendar.add),
    refusal: words.settings.calendar.form.missingYear,
    right: async form => {
      await press(form, words.settings.calendar.form.addHoliday)
      return fill(form, {
        'year.year': '2028',
        'year.holidays.0.date': '03/01/2028',
        'year.holidays.0.name': 'Nghỉ bù Tết Dương lịch',
        'year.holidays.1.date': '01/05/2028',
        'year.holidays.1.name': 'Quốc tế Lao động',
        'year.source': 'Thông báo thử',
      })
    },
    said: 'Công bố lịch làm việc năm 2028',
    shown: '2028',
  })
  expect(state.calendar.get(2028)).toEqual({
    year: 2028,
    holidays: [
      { date: '2028-01-03', name: 'Nghỉ bù Tết Dương lịch' },
      { date: '2028-05-01', name: 'Quốc tế Lao động' },
    ],
    swaps: [],
    source: 'Thông báo thử',
    confidence: 'reported',
  })
})

test('a village is added', async () => {
  const state = await desk.enter('/programme/settings?part=villages', {
    title: words.settings.villages.add,
    open: byButton(words.settings.villages.add),
    wrong: form => fill(form, { name: 'Gáo Giồng' }),
    refusal: words.settings.villages.form.missing['links.0.unit'],
    right: form =>
      fill(form, {
        'links.0.unit': 'commune-30088',
        'links.0.from': '25/11/2026',
        plannedYear: '2027',
        centre: '105,63',
        'centre.latitude': '10,6',
        source: 'Đề xuất của xã',
      }),
    said: 'Thêm làng Gáo Giồng',
    shown: 'Gáo Giồng',
  })
  expect(state.villages.get('gao-giong')).toMatchObject({
    name: 'Gáo Giồng',
    plannedYear: 2027,
    links: [{ unit: 'commune-30088', from: '2026-11-25', to: null }],
    centre: [105.63, 10.6],
  })
})

test('an allocation is entered', async () => {
  const state = await desk.enter('/programme/funding?year=2026', {
    title: words.funding.form.plan,
    open: byButton(words.funding.form.plan),
    wrong: form => fill(form, { amount: 'hai tỷ' }),
    refusal: words.funding.form.missing.village,
    right: form =>
      fill(form, { village: 'gao-giong', source: 'province', year: '2026', amount: '1,25 tỷ', note: 'theo dự toán' }),
    said: 'Gáo Giồng: Được phân bổ 2026 1,25 tỷ',
    shown: 'Gáo Giồng',
  })
  const cell = state.funding.get(keyOf.funding('gao-giong', 'province', 2026))
  expect(cell).toMatchObject({ amounts: { need: null, allocated: 1_250_000_000, disbursed: null }, isSimulated: false })
})

test('a disbursement is booked; beyond the allocation it needs a word', async () => {
  const state = await desk.enter('/programme/funding?cell=gao-giong:province:2026&row=gao-giong', {
    title: words.funding.form.book,
    open: async page => press(page.getByRole('dialog'), words.funding.form.book),
    wrong: form => fill(form, { amount: '1,3 tỷ' }),
    refusal: 'vốn giao',
    right: form => fill(form, { amount: '350 triệu', on: '20/11/2026', document: 'UNC 17' }),
    said: 'Gáo Giồng: Đã giải ngân 350 triệu',
    shown: '350.000.000',
  })
  const cell = state.funding.get(keyOf.funding('gao-giong', 'province', 2026))
  expect(cell).toMatchObject({
    amounts: { disbursed: 350_000_000 },
    bookings: { disbursed: 1 },
    lastBookedOn: '2026-11-20',
  })
})

test('a supervision of the capital is noted', async () => {
  const text = 'Hồ sơ thanh toán đủ, tiến độ đạt yêu cầu'
  const state = await desk.enter('/programme/funding', {
    title: words.funding.form.note,
    open: byButton(words.funding.form.note),
    refusal: EMPTY,
    right: form => fill(form, { village: 'gao-giong', year: '2026', text }),
    said: 'Giám sát vốn: Gáo Giồng',
    shown: text,
  })
  expect(state.supervision.get(keyOf.supervision('gao-giong', 2026))).toMatchObject({
    text,
    on: '2026-11-25',
    unit: 'so-khcn-2025',
    by: BY_LAN,
  })
})

test('a report is written, looked at once more and frozen; then the period is consolidated', async () => {
  const unit = 'commune-30055'
  const results = 'Đã hoàn thành 20 chỉ tiêu, lắp 4 trạm quan trắc'
  const state = await desk.enter('/programme/reports/2026-9M', {
    title: words.reports.writeTitle,
    open: byButton(words.reports.submit),
    refusal: EMPTY,
    right: async form => {
      await fill(form, { unit, 'texts.results': results, 'texts.next': 'Mở lớp tập huấn' })
      await press(form, words.reports.preview)
      const preview = opened(desk.page, 'Xem lại trước khi nộp: 9 tháng/2026')
      await preview.getByText(results).waitFor()
      return preview
    },
    said: `${unitName(unit)} nộp báo cáo 9 tháng/2026`,
    shown: unitName(unit),
  })
  const report = state.reports.get(keyOf.report(unit, '2026-9M'))
  expect(report).toMatchObject({ on: '2026-11-25', texts: { results, next: 'Mở lớp tập huấn' }, by: BY_LAN })
  expect(report?.figures.villages).toBe(1)

  const text = 'Toàn tỉnh: một xã đã báo cáo'
  const after = await desk.enter('/programme/reports/2026-9M', {
    title: 'Tổng hợp báo cáo 9 tháng/2026',
    open: byButton(words.reports.consolidate),
    refusal: EMPTY,
    right: form => fill(form, { text }),
    said: 'Tổng hợp báo cáo 9 tháng/2026',
    shown: text,
  })
  expect(after.consolidations.get('2026-9M')).toMatchObject({ text, units: [unit], by: BY_LAN })
})

test('an obstacle is raised and assigned', async () => {
  const title = 'Trạm quan trắc mất điện khi mưa lớn'
  const raised = await desk.enter('/programme/obstacles', {
    title: words.obstacles.raise,
    open: byButton(words.obstacles.raise),
    refusal: 'Quá ngắn. Hãy ghi ít nhất 3 ký tự.',
    right: form => fill(form, { title, text: 'Cần nguồn dự phòng', village: 'my-dong', task: '3.1' }),
    said: `Vướng mắc mới: ${title}`,
    shown: title,
  })
  const item = [...raised.obstacles.values()].find(one => one.title === title)
  expect(item).toMatchObject({ state: 'raised', village: 'my-dong', task: '3.1', unit: 'so-khcn-2025' })

  const moved = await desk.enter(`/programme/obstacles/${item?.id}`, {
    title: words.obstacles.move.assigned,
    open: byButton(words.obstacles.move.assigned),
    wrong: form => fill(form, { dueOn: '01/11/2026' }),
    refusal: 'đơn vị',
    right: form => fill(form, { responsible: 'commune-30055', dueOn: '15/12/2026', text: 'Xã bố trí bộ lưu điện' }),
    said: `${title}: Đã giao`,
    shown: 'Xã bố trí bộ lưu điện',
  })
  expect(moved.obstacles.get(item?.id ?? '')).toMatchObject({
    state: 'assigned',
    responsible: 'commune-30055',
    dueOn: '2026-12-15',
    moves: [{ by: BY_LAN }, { by: BY_LAN, text: 'Xã bố trí bộ lưu điện' }],
  })
})

test('a record is entered', async () => {
  const title = 'Lớp tập huấn dùng sổ tay, đợt 3'
  const state = await desk.enter('/programme/records', {
    title: words.records.form.new.replace('{{kind}}', words.term.recordKind.training),
    open: byButton(words.records.add),
    wrong: form => fill(form, { title }),
    refusal: words.records.form.ownerMissing,
    right: async form => {
      await choose(form, words.term.recordState.done)
      return fill(form, { owner: 'so-khcn-2025', on: '18/11/2026', village: 'dinh-yen', note: '32 người dự' })
    },
    said: `Tập huấn: ${title}`,
    shown: title,
  })
  const record = [...state.records.values()].find(one => one.title === title)
  expect(record).toMatchObject({
    kind: 'training',
    state: 'done',
    on: '2026-11-18',
    village: 'dinh-yen',
    note: '32 người dự',
    by: BY_LAN,
  })
})
