import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { unitIdSchema, villageIdSchema } from '../../../shared/ids.ts'
import type { CommandRequest } from '../../../shared/programme/command.ts'
import { commandRequestSchema, MAX_ACTOR_NAME } from '../../../shared/programme/command-schema.ts'
import {
  criteriaSetSchema,
  itemIdSchema,
  MAX_LONG_TEXT,
  MAX_SHORT_TEXT,
} from '../../../shared/programme/criteria-set-schema.ts'
import { ITEM_ID, MAX_ID_LENGTH, PLACE_ID } from '../../../shared/programme/decide-limits.ts'
import type { Settings } from '../../../shared/programme/facts.ts'
import { DEFAULT_SETTINGS } from '../../../shared/programme/state.ts'
import { ask, COMMAND_NAMES, criteriaSet, indicator } from './decide-sample.ts'

const isGood = (request: unknown) => commandRequestSchema.safeParse(request).success

describe('the schema of commands', () => {
  test.each(COMMAND_NAMES)('%s comes through JSON as it was', command => {
    const request = ask(command)
    expect(commandRequestSchema.parse(JSON.parse(JSON.stringify(request)))).toEqual(request)
  })

  test.each(COMMAND_NAMES)('%s with something more, or something less, is refused', command => {
    const { data, actor, ...rest } = ask(command)
    expect(isGood({ ...rest, actor, data: { ...data, more: 1 } })).toBe(false)
    for (const key of Object.keys(data)) {
      const { [key]: _left, ...less } = data as Record<string, unknown>
      expect(isGood({ ...rest, actor, data: less }), key).toBe(false)
    }
    expect(isGood({ ...rest, actor, data, more: 1 })).toBe(false)
    expect(isGood({ ...rest, data, actor: { ...actor, role: 'admin' } })).toBe(false)
    expect(isGood({ ...rest, data })).toBe(false)
  })

  test('no string is without a bound', () => {
    const open: string[] = []
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const one = node as Record<string, unknown>
      const isBounded = ['maxLength', 'const', 'enum', 'format', 'pattern'].some(key => key in one)
      if (one['type'] === 'string' && !isBounded) open.push(path)
      if (one['type'] === 'array' && !('maxItems' in one || 'prefixItems' in one)) open.push(path)
      // A pattern bounds only what it can't repeat.
      if (typeof one['pattern'] === 'string' && /[*+]/.test(one['pattern']) && !('maxLength' in one)) open.push(path)
      for (const [key, value] of Object.entries(one)) walk(value, `${path}.${key}`)
    }
    walk(z.toJSONSchema(commandRequestSchema), '')
    expect(open).toEqual([])
    walk({ type: 'object', properties: { name: { type: 'string' } } }, 'planted')
    expect(open).toEqual(['planted.properties.name'])
  })

  test('every setting has its own value', () => {
    const values: Settings = { ...DEFAULT_SETTINGS, criteriaSet: 'demo', districtStep: { kind: 'unit', unit: 'so-tc' } }
    for (const [key, value] of Object.entries(values)) {
      const setting = (given: unknown) => ({ ...ask('change-setting'), data: { key, value: given, reason: null } })
      expect(isGood(setting(value)), key).toBe(true)
      expect(isGood(setting({ kind: 'nothing' })), key).toBe(false)
    }
    expect(isGood({ ...ask('change-setting'), data: { key: 'constructor', value: 1, reason: null } })).toBe(false)
  })

  test('every kind of deadline and of target and measure', () => {
    for (const deadline of [
      { kind: 'day', day: '2027-01-31' },
      { kind: 'month', month: '2027-01', thenOngoing: true },
      { kind: 'quarter', year: 2027, quarter: 4, thenOngoing: false },
      { kind: 'yearly' },
      { kind: 'periodic' },
      { kind: 'ongoing' },
      { kind: 'on-request' },
      { kind: 'by-plan' },
      { kind: 'working-days', days: 10, after: 'dossier-complete' },
      { kind: 'unknown' },
    ])
      expect(isGood({ ...ask('set-task-deadline'), data: { task: '1.1', deadline, reason: null } })).toBe(true)
    const set = criteriaSet('next', [
      indicator('a', { target: { kind: 'text', text: 'Có quy chế' }, owner: 'so-tc', evidence: 'Quy chế' }),
      indicator('b', { target: { kind: 'number', operator: '<', value: -1.5, unit: 'm' } }),
      indicator('c', { measure: { kind: 'coverage', quantity: null, windowDays: 7 } }),
      indicator('d', { measure: { kind: 'statistic', quantity: 'ph', statistic: 'mean', windowDays: 7 } }),
    ])
    expect(criteriaSetSchema.parse(set)).toEqual(set)
  })

  test.each<readonly [string, number, (n: number) => CommandRequest]>([
    ['name', MAX_ACTOR_NAME, n => ask('raise-obstacle', {}, { name: 'a'.repeat(n) })],
    ['title', MAX_SHORT_TEXT, n => ask('raise-obstacle', { title: 'a'.repeat(n) })],
    ['text', MAX_LONG_TEXT, n => ask('raise-obstacle', { text: 'a'.repeat(n) })],
    ['id', MAX_ID_LENGTH, n => ask('raise-obstacle', { obstacle: 'a'.repeat(n) })],
    ['unit', MAX_ID_LENGTH, n => ask('raise-obstacle', {}, { unit: 'a'.repeat(n) })],
    [
      'pairs',
      1_000,
      n => ask('carry-over-results', { pairs: Array.from({ length: n }, () => ({ from: 'a', to: 'a' })) }),
    ],
  ])('%s of %i and not of one more', (_name, max, make) => {
    expect(isGood(make(max))).toBe(true)
    expect(isGood(make(max + 1))).toBe(false)
  })

  test('no command, no number, no version', () => {
    for (const request of [
      undefined,
      null,
      [],
      'raise-obstacle',
      {},
      { command: 'adopt-plan' },
      { command: '__proto__' },
    ])
      expect(isGood(request)).toBe(false)
    for (const expected of [-1, 0.5, Number.NaN, '0', null])
      expect(isGood({ ...ask('raise-obstacle'), expected })).toBe(false)
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY, '1', null])
      expect(isGood({ ...ask('book-funding'), data: { ...ask('book-funding').data, amount } })).toBe(false)
    expect(isGood({ ...ask('raise-obstacle'), isSimulated: true })).toBe(true)
    expect(isGood({ ...ask('raise-obstacle'), isSimulated: 'yes' })).toBe(false)
  })

  test('what is well-formed but wrong is left to the checks', () => {
    expect(isGood(ask('request-task', { on: '2026-02-30' }))).toBe(true)
    expect(isGood(ask('request-task', { on: '2026-2-30' }))).toBe(false)
    expect(isGood(ask('book-funding', { amount: 0.5, year: 1900 }))).toBe(true)
  })
})

describe('ids', () => {
  const ids = ['my-dong', '1.1', 'a', 'A_1', '', '-a', 'a-', 'a--b', 'a:b', 'a b', 'ấp', '__proto__', 'a/b', '..']
  test('have one pattern each, whether checked with the validator or without', () => {
    for (const id of [...ids, 'a'.repeat(64), 'a'.repeat(65)]) {
      const fits = (pattern: RegExp) => pattern.test(id) && id.length <= MAX_ID_LENGTH
      expect(villageIdSchema.safeParse(id).success, id).toBe(fits(PLACE_ID))
      expect(unitIdSchema.safeParse(id).success, id).toBe(fits(PLACE_ID))
      expect(itemIdSchema.safeParse(id).success, id).toBe(fits(ITEM_ID))
    }
  })
  test('of things never part a subject', () =>
    expect(ids.filter(id => ITEM_ID.test(id))).toEqual(['my-dong', '1.1', 'a', 'A_1']))
})

test('the sets that ship can be imported', () => {
  const seed = join(import.meta.dirname, '..', '..', '..', 'server', 'programme', 'seed')
  const read = (name: string): unknown => JSON.parse(readFileSync(join(seed, name), 'utf8'))
  const { set } = z.looseObject({ set: z.unknown() }).parse(read('illustrative-set.json'))
  expect(criteriaSetSchema.safeParse(set).error).toBeUndefined()
})
