// The one-time link: the code in the address, and what the page shows after what the station said.
import { describe, expect, test } from 'vitest'
import {
  type OpenLink,
  stageAfterAcknowledge,
  stageAfterLook,
} from '../../../../client/alarms/acknowledge/link-stage.ts'
import { tokenIn } from '../../../../client/alarms/acknowledge/link-token.ts'
import { linkLookReplySchema, linkLookRequestSchema } from '../../../../shared/alarms/notify-schema.ts'

const TOKEN = 'abcDEF_-0123456789abcDEF_-0123456789abcDEF_'

test('a code is read whole, as the station makes them, or not at all', () => {
  expect(linkLookRequestSchema.safeParse({ token: TOKEN }).success).toBe(true)
  expect(tokenIn(`#${TOKEN}`)).toBe(TOKEN)
  for (const hash of ['', '#', `#${TOKEN.slice(1)}`, `#${TOKEN}x`, TOKEN, `#${TOKEN.slice(1)}/`])
    expect(tokenIn(hash)).toBeUndefined()
})

const open: OpenLink = {
  kind: 'open',
  alarm: 'ph-high:series:pond-1.ph',
  title: { vi: 'Trạm 1 · pH', en: 'Station 1 · pH' },
  village: 'my-dong',
  quantity: 'ph',
  source: 'measured',
  level: 'H',
  priority: 'high',
  value: 8.6,
  limit: 8.5,
  measuredAt: 1,
  since: 1,
  standing: 'unacknowledged',
  isSuperseded: false,
  expiresAt: 2,
}

describe('after looking', () => {
  const look = (change: Partial<OpenLink>) => stageAfterLook({ status: 200, body: { ...open, ...change } }).kind
  test('an alarm that waits can be acknowledged, also one that has returned', () => {
    expect(linkLookReplySchema.safeParse(open).success).toBe(true)
    expect(look({})).toBe('open')
    expect(look({ standing: 'returned-unacknowledged' })).toBe('open')
  })
  test('one that waits for nothing, or was set aside, is only shown', () => {
    for (const standing of ['acknowledged', 'normal', 'latched', 'shelved', 'suppressed', 'out-of-service'] as const)
      expect(look({ standing })).toBe('settled')
  })
  test('one that asked again since is not acknowledged by an old message', () => {
    expect(look({ isSuperseded: true })).toBe('superseded')
  })
  test('a used link says when, an unknown one that it is gone', () => {
    expect(stageAfterLook({ status: 200, body: { kind: 'used', usedAt: 7 } })).toEqual({ kind: 'used', usedAt: 7 })
    expect(stageAfterLook({ status: 404, body: undefined }).kind).toBe('gone')
    expect(stageAfterLook({ status: 400, body: undefined }).kind).toBe('gone')
  })
  test('no answer, or one that a later try may change, can be tried again', () => {
    for (const status of [0, 429, 500, 503])
      expect(stageAfterLook({ status, body: undefined })).toEqual({ kind: 'unreachable', isUnsure: false })
  })
})

describe('after acknowledging', () => {
  const after = stageAfterAcknowledge
  test('it is done, or was done before by the same link', () => {
    expect(after({ status: 200, body: { kind: 'done' } }).kind).toBe('done')
    expect(after({ status: 200, body: { kind: 'used', usedAt: 7 } })).toEqual({ kind: 'used', usedAt: 7 })
    expect(after({ status: 404, body: undefined }).kind).toBe('gone')
  })
  test('a refusal says why', () => {
    const reasons = [{ code: 'asked-again', field: null, vi: 'đã báo lại', en: 'asked again' }]
    const problem = { type: 'refused', title: '', status: 422, en: { title: '' }, errors: reasons }
    expect(after({ status: 422, body: undefined, problem })).toEqual({ kind: 'refused', reasons })
  })
  test('without an answer nobody knows whether it arrived; too many at once certainly did not', () => {
    expect(after({ status: 0, body: undefined })).toEqual({ kind: 'unreachable', isUnsure: true })
    expect(after({ status: 503, body: undefined })).toEqual({ kind: 'unreachable', isUnsure: true })
    expect(after({ status: 429, body: undefined })).toEqual({ kind: 'unreachable', isUnsure: false })
  })
})
