// Time on a screen: server time carried on by the monotonic clock, and a link that is lost when it is silent.
import { expect, test } from 'vitest'
import { judgedAt, linkAt } from '../../../../client/live/link.ts'
import { LINK_LOST_MS } from '../../../../shared/freshness.ts'

const SERVER = 1_790_000_000_000
const pulse = { serverTime: SERVER, heardAt: 1_000 }

test('the link is lost after 12 s of silence, not a millisecond before', () => {
  expect(linkAt(pulse, 0, 1_000 + LINK_LOST_MS - 1)).toEqual({ kind: 'live' })
  expect(linkAt(pulse, 0, 1_000 + LINK_LOST_MS)).toEqual({ kind: 'lost', since: SERVER })
})

test('a page that never heard anything connects at first and is lost later, since no known time', () => {
  expect(linkAt(undefined, 500, 500 + LINK_LOST_MS - 1)).toEqual({ kind: 'connecting' })
  expect(linkAt(undefined, 500, 500 + LINK_LOST_MS)).toEqual({ kind: 'lost', since: undefined })
})

test('a lost link judges for the last sign of life, a living one for now', () => {
  expect(judgedAt({ kind: 'live' }, SERVER + 5)).toBe(SERVER + 5)
  expect(judgedAt({ kind: 'lost', since: SERVER }, SERVER + 99_000)).toBe(SERVER)
})
