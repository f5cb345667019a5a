import { expect, test } from 'vitest'
import { villagesOfScope } from '../../../server/live/scope.ts'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { scopeSchema } from '../../../shared/protocol.ts'

const registry = loadRegistry()
const villages = (scope: string) => villagesOfScope(registry, scope)

test('the province is all nine villages, a village is itself, a unit is what ever belonged to it', () => {
  expect(villages('province')?.size).toBe(9)
  expect(villages('village:my-dong')).toEqual(new Set(['my-dong']))
  expect(villages('unit:district-872')).toEqual(new Set(['my-dong', 'doc-binh-kieu']))
})

test.each([
  'village:nowhere',
  'unit:nowhere',
  'village:',
  'unit:',
  '',
  'Province',
  'province:my-dong',
  'village:district-872',
  'unit:my-dong',
])('"%s" is no scope', scope => expect(villages(scope)).toBeUndefined())

test('a scope of 80 characters may be asked for, one more may not', () => {
  expect(scopeSchema.safeParse(`village:${'x'.repeat(72)}`).success).toBe(true)
  expect(scopeSchema.safeParse(`village:${'x'.repeat(73)}`).success).toBe(false)
})
