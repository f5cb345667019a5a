import { expect, test } from 'vitest'
import { parseOverlap } from '../../../server/registry/overlap.ts'

test.each([
  ['0', 0],
  ['90m', 5_400_000],
  ['24h', 86_400_000],
  ['7d', 604_800_000],
])('%s', (text, ms) => expect(parseOverlap(text)).toBe(ms))

test.each(['', '24', 'h', '-1h', '1.5h', '1h30m', '24 h', '1w', '1e3h', '9999999d', '24H'])('"%s" is none', text =>
  expect(parseOverlap(text)).toBeUndefined(),
)
