// The page of deliveries: which messages it shows, how a channel does, why a message failed.
import { describe, expect, test } from 'vitest'
import { channelState, totalsOf } from '../../../../client/alarms/outbox/channel-state.ts'
import { errorWords } from '../../../../client/alarms/outbox/error-words.ts'
import { outboxChoice, TABS } from '../../../../client/alarms/outbox/outbox-choice.ts'
import { OUTBOX_STATES } from '../../../../shared/alarms/notification.ts'
import { wordsIn } from './rules-sample.ts'

describe('the address', () => {
  const choice = (search: string) => outboxChoice(new URLSearchParams(search))
  const nothing = { tab: undefined, channel: undefined, before: undefined }

  test('names tab, channel and page', () => {
    expect(choice('state=delivered&channel=chat&before=120')).toEqual({
      tab: 'delivered',
      channel: 'chat',
      before: 120,
    })
    expect(choice('')).toEqual(nothing)
  })
  test('is not believed where it names what there is not', () => {
    expect(choice('state=lost&channel=&before=0')).toEqual(nothing)
    expect(choice('before=-1')).toEqual(nothing)
    expect(choice('before=1e3')).toEqual(nothing)
    expect(choice(`before=${'9'.repeat(16)}`)).toEqual(nothing)
    expect(choice(`before=${'9'.repeat(15)}`).before).toBe(999_999_999_999_999)
  })
  test('has a tab for every state a message can be in', () => {
    expect(TABS.filter(tab => tab !== 'all').toSorted()).toEqual([...OUTBOX_STATES].toSorted())
  })
})

describe('a channel', () => {
  const quiet = { dead: 0, waiting: 0, lastDeliveredAt: null, lastErrorAt: null }
  test.each([
    ['unused', {}],
    ['fine', { lastDeliveredAt: 2 }],
    ['fine', { lastDeliveredAt: 2, lastErrorAt: 1 }],
    ['fine', { lastDeliveredAt: 2, lastErrorAt: 2 }],
    ['failing', { lastDeliveredAt: 1, lastErrorAt: 2 }],
    ['failing', { lastErrorAt: 1 }],
    ['failing', { lastErrorAt: 1, waiting: 1 }],
    ['failing', { lastDeliveredAt: 2, dead: 1 }],
    ['waiting', { waiting: 1 }],
    ['waiting', { lastDeliveredAt: 2, waiting: 1 }],
  ] as const)('is %s after %j', (state, change) => expect(channelState({ ...quiet, ...change })).toBe(state))

  test('adds to the totals', () => {
    expect(totalsOf([])).toEqual({ dead: 0, waiting: 0 })
    expect(
      totalsOf([
        { dead: 1, waiting: 2 },
        { dead: 3, waiting: 4 },
      ]),
    ).toEqual({ dead: 4, waiting: 6 })
  })
})

describe('an error', () => {
  const t = wordsIn('vi')
  test.each([
    ['http-503', 'nơi nhận trả lời lỗi 503'],
    ['timeout', 'nơi nhận không trả lời kịp'],
    ['connection', 'không kết nối được'],
    ['connection-ECONNREFUSED', 'không kết nối được (ECONNREFUSED)'],
    ['smtp-550', 'máy chủ thư từ chối (550)'],
    ['smtp-EAUTH', 'máy chủ thư từ chối (EAUTH)'],
    ['overflow', 'hàng chờ đầy'],
    ['expired', 'quá lâu, không còn ý nghĩa'],
    ['stopped', 'trạm dừng giữa chừng'],
    ['of-tomorrow', 'of-tomorrow'],
  ])('%s is “%s”', (code, words) => expect(errorWords(t, code)).toBe(words))
})
