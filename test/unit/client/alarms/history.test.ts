// The history of the alarms: a sentence for every type of event in both languages, what the page is narrowed to, the file it saves.
import { describe, expect, test } from 'vitest'
import { spanWords } from '../../../../client/alarms/alarm-names.ts'
import {
  actorOfEvent,
  alarmEventPhrase,
  alarmEventWords,
  alarmReasonOf,
} from '../../../../client/alarms/alarm-words.ts'
import { matcherOf, priorityOfEvent, villageOfEvent } from '../../../../client/alarms/history/event-facts.ts'
import { historyChoice, isTurned, SHORT_TYPES, timeOf } from '../../../../client/alarms/history/history-choice.ts'
import { csvOf } from '../../../../client/alarms/history/history-csv.ts'
import type { AlarmDraft } from '../../../../shared/alarms/event.ts'
import type { AnyEvent } from '../../../../shared/programme/event.ts'
import {
  ALARM_EVENT_TYPES,
  aDraft,
  after,
  aRule,
  DECLARED_SEN,
  eventsOf,
  HOUR,
  MINUTE,
  published,
} from '../../alarms/sample.ts'
import { idOf, namesOf, raised, translator } from './desk-sample.ts'

const state = after([raised('pond-1')])
const eventOf = (draft: AlarmDraft, actor?: string): AnyEvent => {
  const [event] = eventsOf(state.lastId, [draft], undefined, actor)
  if (!event) throw new Error('no event')
  return event
}
const say = (draft: AlarmDraft, language: 'vi' | 'en' = 'vi') =>
  alarmEventWords(translator(language), eventOf(draft), namesOf(state, language))

describe('a sentence', () => {
  test.each([
    [aDraft('alarm.raised'), 'Trạm pond-1 · pH: phát cảnh báo mức H, 8,6 pH (ngưỡng 8,5 pH)'],
    [aDraft('alarm.raised', { value: null }), 'Trạm pond-1 · pH: phát cảnh báo mức H, giá trị chưa rõ'],
    [aDraft('alarm.level-changed'), 'Trạm pond-1 · pH: nặng lên mức HH, 9,1 pH (ngưỡng 9,0 pH)'],
    [
      aDraft('alarm.level-changed', { isSeverer: false, level: 'H', limit: 8.5, value: 8.7 }),
      'Trạm pond-1 · pH: nhẹ xuống mức H, 8,7 pH (ngưỡng 8,5 pH)',
    ],
    [aDraft('alarm.returned'), 'Trạm pond-1 · pH: đã trở lại bình thường, 8,3 pH'],
    [aDraft('alarm.returned', { reason: 'rule-changed' }), 'Trạm pond-1 · pH: hết cảnh báo vì quy tắc đã đổi'],
    [aDraft('alarm.re-alarmed', { afterMs: 90 * MINUTE }), 'Trạm pond-1 · pH: vẫn còn sau 1 giờ 30 phút, nhắc lại'],
    [aDraft('alarm.acknowledged'), 'Trạm pond-1 · pH: đã xác nhận'],
    [aDraft('alarm.acknowledged', { via: 'link' }), 'Trạm pond-1 · pH: đã xác nhận qua đường dẫn trong tin báo'],
    [aDraft('alarm.shelved'), 'Trạm pond-1 · pH: tạm gác đến 20:00'],
    [
      aDraft('alarm.suppressed', { cause: 'alarm', by: idOf('pond-1') }),
      'Trạm pond-1 · pH: ẩn theo thiết kế, vì Trạm pond-1 · pH, Mỹ Đông · pH cao',
    ],
    [aDraft('alarm.assigned'), 'Trạm pond-1 · pH: giao Lê Văn Tám, Sở Y tế'],
    [aDraft('alarm.assigned', { to: null }), 'Trạm pond-1 · pH: không còn giao ai'],
    [published(), 'Quy tắc pH cao: ban hành bản 1'],
    [published(aRule({ isOn: false }), 2), 'Quy tắc pH cao: ban hành bản 2, đang tắt'],
  ])('%#: %s', (draft, sentence) => {
    expect(say(draft).replaceAll('\u00a0', ' ')).toBe(sentence)
  })
  test('is there for every type, in both languages, with every blank filled in', () => {
    for (const type of ALARM_EVENT_TYPES)
      for (const language of ['vi', 'en'] as const) {
        const sentence = say(aDraft(type), language)
        expect(sentence).toMatch(language === 'vi' ? /^Trạm pond-1 · pH: .+/ : /^Station pond-1 · pH: .+/)
        expect(sentence).not.toMatch(/\{\{|history\.|undefined|null/)
      }
  })
  test('of a type this page doesn’t know goes by its name', () => {
    const event = { ...eventOf(aDraft('alarm.reset')), type: 'alarm.foretold', data: {} }
    expect(alarmEventWords(translator('vi'), event, namesOf(state))).toContain('alarm.foretold')
    expect(alarmEventPhrase(translator('vi'), event, namesOf(state))).toBeUndefined()
  })
  test('of an alarm that is not known goes by its id', () => {
    expect(say(aDraft('alarm.reset', {}, 'x:series:y'))).toBe('x:series:y: đã đặt lại')
  })
})

test('the reason is what somebody wrote, wherever it stands', () => {
  const why = (draft: AlarmDraft) => alarmReasonOf(eventOf(draft))
  expect(why(aDraft('alarm.shelved'))).toBe('đang sửa máy')
  expect(why(aDraft('alarm.acknowledged', { comment: 'tôi đi xem' }))).toBe('tôi đi xem')
  expect(why(aDraft('alarm.commented'))).toBe('đã gọi cho trạm')
  expect(why(aDraft('alarm.acknowledged'))).toBeUndefined()
  expect(why(aDraft('alarm.raised'))).toBeUndefined()
})

test('who did it is the person, or the station itself', () => {
  const t = translator('vi')
  expect(actorOfEvent(t, eventOf(aDraft('alarm.reset'), DECLARED_SEN))).toBe(
    'Nguyễn Thị Sen · Sở Khoa học và Công nghệ',
  )
  expect(actorOfEvent(t, eventOf(aDraft('alarm.raised')))).toBe('hệ thống')
})

test('a span is rounded down to what people say', () => {
  const t = translator('vi')
  const words = (ms: number) => spanWords(t, ms)
  expect(
    [0, MINUTE - 1, MINUTE, 59 * MINUTE, HOUR, 90 * MINUTE, 48 * HOUR - 1, 48 * HOUR, 71 * HOUR].map(words),
  ).toEqual(['dưới 1 phút', 'dưới 1 phút', '1 phút', '59 phút', '1 giờ', '1 giờ 30 phút', '47 giờ', '2 ngày', '2 ngày'])
})

describe('the page', () => {
  const choose = (search: string) => historyChoice(new URLSearchParams(search))
  test('leaves out what its address names wrongly', () => {
    expect(choose('type=raised&priority=high&from=2026-02-28&to=2026-03-01&before=7')).toEqual({
      alarm: undefined,
      type: 'raised',
      village: undefined,
      priority: 'high',
      from: '2026-02-28',
      to: '2026-03-01',
      before: 7,
    })
    expect(choose('type=nothing&priority=urgent&from=2026-02-30&to=tomorrow&before=-1')).toEqual(choose(''))
  })
  test('takes whole days of the province', () => {
    expect(timeOf(choose('from=2026-11-25&to=2026-11-25'))).toEqual({
      from: Date.parse('2026-11-25T00:00:00+07:00'),
      to: Date.parse('2026-11-26T00:00:00+07:00') - 1,
    })
    expect(timeOf(choose(''))).toEqual({ from: undefined, to: undefined })
    expect(isTurned(choose('from=2026-11-25&to=2026-11-25'))).toBe(false)
    expect(isTurned(choose('from=2026-11-25&to=2026-11-24'))).toBe(true)
  })
  test('finds events by type, village and priority; of an event that says neither, by its alarm', () => {
    const matches = (search: string, draft: AlarmDraft) => matcherOf(choose(search), state)?.(eventOf(draft))
    expect(matcherOf(choose('alarm=x&from=2026-11-25'), state)).toBeUndefined()
    expect(matches('type=reset', aDraft('alarm.reset'))).toBe(true)
    expect(matches('type=reset', aDraft('alarm.returned'))).toBe(false)
    expect(matches('village=my-dong', aDraft('alarm.reset'))).toBe(true)
    expect(matches('village=dinh-yen', aDraft('alarm.reset'))).toBe(false)
    expect(matches('village=my-dong', published())).toBe(false)
    expect(matches('priority=low', aDraft('alarm.reset'))).toBe(true)
    expect(matches('priority=high', aDraft('alarm.level-changed'))).toBe(true)
    expect(villageOfEvent(eventOf(aDraft('alarm.reset', {}, 'gone:series:x')), state)).toBeUndefined()
    expect(priorityOfEvent(eventOf(published()), state)).toBeUndefined()
  })
  test('offers every type there is', () => {
    expect(SHORT_TYPES.map(type => `alarm.${type}`).toSorted()).toEqual(
      [...ALARM_EVENT_TYPES, 'alarm.rule-published'].toSorted(),
    )
  })
})

test('a saved file holds any text, and no formula', () => {
  expect(csvOf(['a', 'b'], [['x, "y"\nz', '=1+1']])).toBe('\uFEFF"a","b"\r\n"x, ""y""\nz","\'=1+1"\r\n')
  for (const sign of ['+', '-', '@', '\t']) expect(csvOf(['a'], [[`${sign}x`]])).toContain(`"'${sign}x"`)
})
