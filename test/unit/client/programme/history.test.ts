// The history page: walking the log backwards, what can be read from any event, and addresses.
import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import type { LoggedEvent } from '../../../../client/programme/events-query.ts'
import {
  actorKindOf,
  EVENT_TYPES,
  reasonOf,
  shortTypeOf,
  sourceOf,
  villageOf,
} from '../../../../client/programme/history/event-type.ts'
import { historyChoice, historyOf, programmeOn } from '../../../../client/programme/history/history-choice.ts'
import { pageOfSubject, subjectBeside, subjectWords } from '../../../../client/programme/history/subject-words.ts'
import {
  MOST_WINDOWS,
  matcherOf,
  PAGE_EVENTS,
  pageOf,
  WINDOW_EVENTS,
  walkBack,
} from '../../../../client/programme/history/walk-back.ts'
import { vi as programme } from '../../../../client/programme/words/vi.ts'
import { subjectOf } from '../../../../shared/programme/event.ts'
import { EMPTY_STATE } from '../../../../shared/programme/state.ts'
import { say, stateOn, units } from '../../programme/standing-sample.ts'

const event = (id: number, change: Partial<LoggedEvent> = {}): LoggedEvent => ({
  id,
  at: id * 1_000,
  actor: 'declared:Lan',
  type: 'programme.task-updated',
  subject: 'task:1.1',
  data: {},
  hash: `h${id}`,
  ...change,
})

/** A log of events 1 to `length`, and how it was read. */
function logOf(length: number) {
  const reads: (readonly [before: number, limit: number])[] = []
  const read = async (before: number, limit: number) => {
    reads.push([before, limit])
    const newest = Math.min(before - 1, length)
    return Array.from({ length: Math.min(limit, Math.max(0, newest)) }, (_, at) => event(newest - at))
  }
  return { reads, read }
}

describe('walking back', () => {
  const walk = (length: number, matches?: (one: LoggedEvent) => boolean, before = length + 1) => {
    const log = logOf(length)
    return walkBack({ before, matches, read: log.read }).then(found => ({ ...found, reads: log.reads }))
  }
  test('without a filter reads one page and says whether there is more', async () => {
    const whole = await walk(PAGE_EVENTS - 1)
    expect([whole.events.length, whole.isEnd, whole.reads]).toEqual([
      PAGE_EVENTS - 1,
      true,
      [[PAGE_EVENTS, PAGE_EVENTS]],
    ])
    const more = await walk(PAGE_EVENTS + 1)
    expect([more.events[0]?.id, more.reached?.id, more.isEnd]).toEqual([PAGE_EVENTS + 1, 2, false])
  })
  test('an empty log ends at once', async () => {
    expect(await walk(0)).toMatchObject({ events: [], reached: undefined, isEnd: true })
  })
  test('a search goes on through the windows until a page is full', async () => {
    const found = await walk(5_000, ({ id }) => id % 20 === 0)
    expect([found.events.length, found.events[0]?.id, found.reached?.id, found.isEnd]).toEqual([
      PAGE_EVENTS,
      5_000,
      5_000 - 20 * (PAGE_EVENTS - 1),
      false,
    ])
    expect(found.reads).toEqual([
      [5_001, WINDOW_EVENTS],
      [4_501, WINDOW_EVENTS],
    ])
  })
  test('the next page begins where this one stopped: nothing twice, nothing left out', async () => {
    const matches = ({ id }: LoggedEvent) => id % 7 === 0
    const first = await walk(3_000, matches)
    const second = await walk(3_000, matches, first.reached?.id)
    const ids = [...first.events, ...second.events].map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 2 * PAGE_EVENTS }, (_, at) => 2_996 - 7 * at))
  })
  test('one that finds nothing stops after so many windows, or at the end, and says how far it came', async () => {
    const rare = await walk(WINDOW_EVENTS * MOST_WINDOWS + 1, () => false)
    expect([rare.reads.length, rare.reached?.id, rare.isEnd]).toEqual([MOST_WINDOWS, 2, false])
    const all = await walk(WINDOW_EVENTS * MOST_WINDOWS - 1, () => false)
    expect([all.reads.length, all.reached?.id, all.isEnd]).toEqual([MOST_WINDOWS, 1, true])
  })
})

test('what is held already is paged the same way', () => {
  const held = Array.from({ length: PAGE_EVENTS + 1 }, (_, at) => event(100 - at))
  expect(pageOf(held, undefined)).toMatchObject({ reached: { id: 51 }, isEnd: false })
  expect(pageOf(held, 51)).toEqual({ events: [held[PAGE_EVENTS]], reached: held[PAGE_EVENTS], isEnd: true })
  expect(pageOf(held.slice(1), undefined).isEnd).toBe(true)
})

test('filters match by type and by village, together', () => {
  const of = (type: 'task-updated' | undefined, village: string | undefined) =>
    matcherOf({ type, village }, EMPTY_STATE)
  expect(of(undefined, undefined)).toBeUndefined()
  const booked = event(1, { type: 'programme.funding-booked', data: { village: 'my-dong' } })
  const updated = event(2, { data: { village: 'my-dong' } })
  expect([booked, updated].map(one => of('task-updated', 'my-dong')?.(one))).toEqual([false, true])
  expect([booked, updated].map(one => of(undefined, 'my-dong')?.(one))).toEqual([true, true])
  expect(of(undefined, 'an-nhon')?.(booked)).toBe(false)
})

describe('from any event', () => {
  test('the reason is the reason, the note or the text, in that order; blanks are none', () => {
    expect(reasonOf({ data: { reason: 'vì', note: 'ghi', text: 'chữ' } })).toBe('vì')
    expect(reasonOf({ data: { reason: null, note: ' ', text: 'chữ' } })).toBe('chữ')
    expect([null, 'x', 7, {}, { note: 7 }].map(data => reasonOf({ data }))).toEqual(Array(5).fill(undefined))
  })
  test('the source is its own or that of what it brought', () => {
    const of = (data: unknown, subject = 'village:an-nhon') => sourceOf({ subject, data })
    expect(of({ source: 'báo' })).toBe('báo')
    expect(of({ year: { source: 'công văn' } }, 'calendar:2026')).toBe('công văn')
    expect(of({ year: 2026 })).toBeUndefined()
  })
  test('the purse of a booking is no source of knowledge', () => {
    const subject = subjectOf.funding('an-nhon', 'central', 2026)
    expect(sourceOf({ subject, data: { source: 'central' } })).toBeUndefined()
  })
  test('the village is its subject, its data or that of its obstacle', () => {
    const raised = say('2026-01-05', {
      type: 'programme.obstacle-raised',
      subject: subjectOf.obstacle('o1'),
      data: { kind: 'obstacle', title: 't', text: 'x', unit: 'mttq', village: 'an-nhon', task: null, on: '2026-01-05' },
    })
    const state = stateOn('2026-01-06', [raised])
    const about = (subject: string, data: unknown = {}) => villageOf(event(1, { subject, data }), state)
    expect(about('village:my-dong')).toBe('my-dong')
    expect(about('obstacle:o1')).toBe('an-nhon')
    expect(about('obstacle:lạ', { village: 'my-dong' })).toBeUndefined()
    expect(about('result:my-dong:s:1', { village: 'my-dong' })).toBe('my-dong')
    expect(about('supervision:province:2026', { village: null })).toBeUndefined()
  })
  test('who it was is known by its beginning', () => {
    expect(['declared:A', 'seed:plan', 'simulated:B', 'system:x', 'sso:C'].map(actorKindOf)).toEqual([
      'declared',
      'seed',
      'simulated',
      'system',
      undefined,
    ])
    expect(shortTypeOf({ type: 'programme.task-updated' })).toBe('task-updated')
    expect(new Set(EVENT_TYPES).size).toBe(25)
  })
})

test('an address says filters and place; what it says wrongly is left out', () => {
  const choice = (query: string) => historyChoice(new URLSearchParams(query))
  expect(choice('type=task-updated&village=my-dong&subject=task:1.1&before=90&event=7')).toEqual({
    type: 'task-updated',
    village: 'my-dong',
    subject: 'task:1.1',
    before: 90,
    event: 7,
  })
  expect(choice('type=x&before=-1&event=1.5')).toEqual(choice(''))
  expect(historyOf('task:1.1', '?lang=en&form=book')).toBe('/programme/history?lang=en&subject=task%3A1.1')
  expect(programmeOn('2025-07-01', '?at=2026-01-01')).toBe('/programme?at=2025-07-01')
})

describe('a subject', () => {
  const i18n = createInstance()
  void i18n.init({ lng: 'vi', resources: { vi: { programme } }, initAsync: false })
  const t = i18n.getFixedT('vi', 'programme')
  const names = { state: stateOn('2026-11-25'), units }
  test('is told in words; one that nobody knows as it is spelled', () => {
    expect(subjectWords(t, names, 'funding:my-dong:province:2025')).toBe('Kinh phí · Mỹ Đông · Ngân sách Tỉnh · 2025')
    expect(subjectWords(t, names, 'setting:silentDays')).toBe('Thiết lập · Coi là lâu chưa cập nhật sau')
    expect(subjectWords(t, names, 'supervision:province:2026')).toBe('Giám sát vốn · toàn tỉnh · 2026')
    expect(subjectWords(t, names, 'report:so-yt:2026-Q3')).toBe('Báo cáo · Sở Y tế · Quý III/2026')
    expect(subjectWords(t, names, 'moon:1')).toBe('moon:1')
  })
  test('beside a sentence only says the rest', () => {
    expect(subjectBeside(t, names, 'funding:my-dong:province:2025', 'Mỹ Đông: Đã giải ngân 1 tỷ')).toBe(
      'Kinh phí · Ngân sách Tỉnh · 2025',
    )
  })
  test('leads to the page that shows it', () => {
    expect(pageOfSubject('obstacle:o1', '')).toBe('/programme/obstacles/o1')
    expect(pageOfSubject('funding:my-dong:central:2024', '')).toBe('/programme/funding?cell=my-dong%3Acentral%3A2024')
    expect(pageOfSubject('carry-over:a:b', '')).toBeUndefined()
  })
})
