import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isShallow, MAX_JSON_DEPTH } from '../../../server/http/json-body.ts'

const shallow = (text: string) => isShallow(Buffer.from(text), MAX_JSON_DEPTH)
const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const objects = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)

test.each([
  ['lists', lists],
  ['objects', objects],
])('%s lie at most so deep', (_what, nest) => {
  expect(shallow(nest(MAX_JSON_DEPTH))).toBe(true)
  expect(shallow(nest(MAX_JSON_DEPTH + 1))).toBe(false)
})

test('brackets in texts and one beside the other count for nothing', () => {
  expect(shallow(JSON.stringify({ text: `\\"${'['.repeat(100)}"`, 'a"[': '{'.repeat(100) }))).toBe(true)
  expect(shallow(`[${'[],'.repeat(1_000)}[]]`)).toBe(true)
})

test('what is JSON is measured as deep as it is', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = Buffer.from(JSON.stringify(value))
      expect(isShallow(text, depthOf(value))).toBe(true)
      if (depthOf(value) > 0) expect(isShallow(text, depthOf(value) - 1)).toBe(false)
    }),
  )
})
