// The entry forms of tasks, villages and criteria in a real browser, by keyboard: refused in Vietnamese before anything is sent,
// then recorded once, said, shown, and held by the station as that person's.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cellParameter } from '../../client/programme/criteria/cell-place.ts'
import { vi as words } from '../../client/programme/words/vi.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { newestDossier, stageOf } from '../../shared/programme/dossier.ts'
import { keyOf } from '../../shared/programme/state.ts'
import { choose, fill, press } from '../support/entry-form.ts'
import { PDF } from '../support/evidence-samples.ts'
import { launchBrowser } from '../support/page.ts'
import { BY_LAN, byButton, type Desk, openDesk } from '../support/programme-desk.ts'
import { startStoryStation } from '../support/programme-page.ts'
import type { TestStation } from '../support/station.ts'

const EMPTY = 'Không được để trống. Hãy ghi nội dung.'
/** Of the story: not recognised yet, its dossier being prepared. */
const VILLAGE = 'phu-cuong'
const SET = 'minh-hoa'
const unitName = (id: string) => loadRegistry().units.find(unit => unit.id === id)?.name ?? id

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

test('a task is updated', async () => {
  const text = 'Đã rà soát với các xã, còn hai xã chờ số liệu'
  const state = await desk.enter('/programme/tasks/1.4', {
    title: 'Cập nhật nhiệm vụ 1.4',
    open: byButton(words.tasks.update),
    refusal: EMPTY,
    right: form => fill(form, { progress: '57', text }),
    said: 'Nhiệm vụ 1.4: Đang thực hiện',
    shown: text,
  })
  expect(state.tasks.get('1.4')?.latest).toMatchObject({ status: 'in-progress', progress: 57, text, by: BY_LAN })
})

test('a task is asked for, and the request is met', async () => {
  const text = 'Đề nghị hướng dẫn lập hồ sơ cho ấp mới'
  const asked = await desk.enter('/programme/tasks/3.2', {
    title: 'Đề nghị thực hiện nhiệm vụ 3.2',
    open: byButton(words.tasks.request),
    wrong: form => fill(form, { text, on: '01/01/2030' }),
    refusal: 'chưa đến',
    right: form => fill(form, { text, on: '20/11/2026' }),
    said: 'Nhiệm vụ 3.2: có đề nghị mới',
    shown: text,
  })
  expect(asked.tasks.get('3.2')?.openRequests).toMatchObject([{ text, unit: 'so-khcn-2025', on: '2026-11-20' }])

  const answer = 'Đã hướng dẫn tại xã ngày 24/11'
  const met = await desk.enter('/programme/tasks/3.2', {
    title: `Đóng đề nghị của ${unitName('so-khcn-2025')}`,
    open: byButton(words.tasks.closeRequest),
    wrong: form => fill(form, { text: answer, on: '19/11/2026' }),
    refusal: '20/11/2026',
    right: form => fill(form, { text: answer, on: '24/11/2026' }),
    said: 'Nhiệm vụ 3.2: đã đáp ứng đề nghị',
    shown: words.tasks.noRequests,
  })
  expect(met.tasks.get('3.2')?.openRequests).toEqual([])
})

test('a task gets another deadline', async () => {
  const state = await desk.enter('/programme/tasks/2.1', {
    title: 'Đặt lại thời hạn nhiệm vụ 2.1',
    open: byButton(words.tasks.setDeadline),
    wrong: form => fill(form, { kind: 'day', 'deadline.day': '' }),
    refusal: words.tasks.deadlineMissing,
    right: form => fill(form, { 'deadline.day': '31/12/2026', reason: 'theo kết luận giao ban' }),
    said: 'Nhiệm vụ 2.1: đặt lại thời hạn',
    shown: '31/12/2026',
  })
  expect(state.tasks.get('2.1')?.deadline).toEqual({ kind: 'day', day: '2026-12-31' })
})

test("a district's milestone of the plan is reached", async () => {
  const title = 'Đánh giá, thẩm định sơ bộ trước khi đề nghị cấp tỉnh đánh giá chính thức'
  const state = await desk.enter('/programme/tasks', {
    title: /^Ghi mốc đã đạt: /,
    open: byButton(words.tasks.reach),
    wrong: form => fill(form, { milestone: 'm4', unit: 'district-866', on: '31/12/2030' }),
    refusal: 'chưa đến',
    right: form => fill(form, { on: '24/11/2026', note: 'biên bản số 12' }),
    said: `${unitName('district-866')}: hoàn thành mốc "${title}"`,
    shown: words.tasks.milestones,
  })
  expect(state.planMilestones.get(keyOf.planMilestone('m4', 'district-866'))).toMatchObject({
    on: '2026-11-24',
    note: 'biên bản số 12',
    by: BY_LAN,
  })
})

test('an indicator is assessed, with a file as evidence', async () => {
  const state = await desk.enter(`/programme/criteria?cell=${cellParameter(VILLAGE, '1.1')}`, {
    title: 'Đánh giá Phú Cường: 1.1',
    open: byButton(words.criteria.assess),
    wrong: form => fill(form, { value: '93,5', step: 'self' }),
    refusal: 'Danh sách hộ và xác nhận của nhà mạng',
    right: async form => {
      await form.locator('[name="evidence"]').setInputFiles({
        name: 'danh sách hộ.pdf',
        mimeType: 'application/pdf',
        buffer: PDF,
      })
      await form.getByText(words.shell.file.sent).waitFor()
      return fill(form, { note: 'số liệu tháng 11' })
    },
    said: 'Phú Cường: chỉ tiêu 1.1 – Tự đánh giá: Đạt',
    shown: 'danh sách hộ.pdf',
  })
  const given = state.results.get(keyOf.result(VILLAGE, SET, '1.1'))?.steps.self
  expect(given).toMatchObject({ outcome: 'met', value: 93.5, note: 'số liệu tháng 11', by: BY_LAN })
  const [file] = given?.evidence ?? []
  expect(file).toMatchObject({ name: 'danh sách hộ.pdf', size: PDF.length })
  const kept = await fetch(`${station.url}/api/v1/programme/files/${file?.hash}`)
  expect(Buffer.from(await kept.arrayBuffer()).equals(PDF)).toBe(true)
})

test("a village's dossier is moved on", async () => {
  const state = await desk.enter(`/programme/villages/${VILLAGE}`, {
    title: 'Chuyển hồ sơ lần 1 – Phú Cường',
    open: byButton(words.villages.moveDossier),
    refusal: words.villages.form.toMissing,
    right: async form => {
      await choose(form, words.term.stage.submitted)
      return fill(form, { note: 'nộp tại bộ phận một cửa' })
    },
    said: 'Phú Cường: hồ sơ – Đã nộp',
    shown: 'nộp tại bộ phận một cửa',
  })
  const dossier = newestDossier(state, VILLAGE)
  expect(dossier && stageOf(dossier)).toBe('submitted')
  expect(dossier?.moves.at(-1)).toMatchObject({ on: '2026-11-25', by: BY_LAN })
})

test('a fact about a village is recorded with its source', async () => {
  const state = await desk.enter(`/programme/villages/${VILLAGE}`, {
    title: 'Cập nhật Ấp – Phú Cường',
    open: byButton(`${words.villages.update} ${words.term.fact.hamlets}`),
    wrong: form => fill(form, { value: 'Ấp A, Ấp B' }),
    refusal: EMPTY,
    right: form => fill(form, { source: 'Công văn của xã', confidence: 'declared', on: '01/10/2026' }),
    said: 'Phú Cường: cập nhật Ấp',
    shown: 'Ấp A, Ấp B',
  })
  expect(state.villages.get(VILLAGE)?.facts.hamlets).toMatchObject({
    value: 'Ấp A, Ấp B',
    on: '2026-10-01',
    source: 'Công văn của xã',
    confidence: 'declared',
    by: BY_LAN,
  })
})

test("a village's milestone is set", async () => {
  const title = 'Khai trương tổ công nghệ số cộng đồng'
  const state = await desk.enter(`/programme/villages/${VILLAGE}`, {
    title: 'Thêm mốc – Phú Cường',
    open: byButton(words.villages.addMilestone),
    wrong: form => fill(form, { title, plannedOn: '31/02/2027' }),
    refusal: words.shell.field.noDay,
    right: form => fill(form, { plannedOn: '28/02/2027' }),
    said: `Phú Cường: mốc "${title}"`,
    shown: title,
  })
  expect(state.villages.get(VILLAGE)?.milestones.at(-1)).toMatchObject({
    title,
    plannedOn: '2027-02-28',
    reachedOn: null,
    by: BY_LAN,
  })
})

test('a village moves to another commune', async () => {
  const commune = 'commune-30118'
  const state = await desk.enter('/programme/villages/my-xuong', {
    title: 'Chuyển Mỹ Xương sang đơn vị khác',
    open: async page => {
      await page.locator('summary', { hasText: words.villages.links }).press('Enter')
      await press(page, words.villages.linkVillage)
    },
    refusal: words.villages.form.unitMissing,
    right: form => fill(form, { unit: commune, from: '25/11/2026', reason: 'điều chỉnh địa giới ấp' }),
    said: `Làng Mỹ Xương thuộc ${unitName(commune)} từ 25/11/2026`,
    shown: unitName(commune),
  })
  expect(state.villages.get('my-xuong')?.links.at(-1)).toEqual({ unit: commune, from: '2026-11-25', to: null })
})

test('only the province records a recognition: who enters says so in the form', async () => {
  const authority = { name: 'Lan', unit: 'ubnd-tinh' }
  const own = await openDesk(browser, station)
  const state = await own.enter(
    `/programme/villages/${VILLAGE}`,
    {
      title: 'Ghi việc công nhận – Phú Cường',
      open: byButton(words.villages.recordRecognition),
      wrong: async form => {
        await choose(form, words.term.recognition.recognised)
        await fill(form, { decision: '1234/QĐ-UBND', decidedOn: '20/11/2026', confidence: 'confirmed' })
      },
      refusal: 'không được làm việc này',
      right: async form => {
        await press(form, words.shell.changeActor)
        return fill(form, { 'actor.unit': authority.unit, source: 'Công báo tỉnh' })
      },
      said: 'Phú Cường: Được công nhận',
      shown: '1234/QĐ-UBND',
    },
    authority,
  )
  expect(state.villages.get(VILLAGE)?.recognition).toMatchObject({
    state: 'recognised',
    decision: '1234/QĐ-UBND',
    decidedOn: '2026-11-20',
    by: expect.stringMatching(/^declared:Lan · (?:UBND|Ủy ban)/),
  })
  expect(own.complaints).toEqual([])
  await own.page.close()
})
