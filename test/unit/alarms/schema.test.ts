import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { MAX_ALARMS_A_COMMAND, MAX_REASON, MAX_SHELVE_MS, MIN_SHELVE_MS } from '../../../shared/alarms/command.ts'
import { alarmCommandRequestSchema } from '../../../shared/alarms/command-schema.ts'
import { decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import { quantityUseOf, RULE_LIMITS, sideOf } from '../../../shared/alarms/decide-rule-limits.ts'
import type { Rule, Signal } from '../../../shared/alarms/rule.ts'
import { ruleSchema } from '../../../shared/alarms/rule-schema.ts'
import { aDraft, after, aRule, ask, COMMAND_NAMES, NOON, units } from './sample.ts'

const state = after([aDraft('alarm.raised')])
const isGood = (request: unknown) => alarmCommandRequestSchema.safeParse(request).success
const isGoodRule = (rule: unknown) => ruleSchema.safeParse(rule).success

describe('the schema of commands', () => {
  test.each(COMMAND_NAMES)('%s comes through JSON as it was', command => {
    const request = ask(state, command)
    expect(alarmCommandRequestSchema.parse(JSON.parse(JSON.stringify(request)))).toEqual(request)
    expect(isGood({ ...request, isSimulated: true })).toBe(true)
    expect(isGood({ ...request, isSimulated: undefined })).toBe(false)
  })

  test.each(COMMAND_NAMES)('%s with something more, or something less, is refused', command => {
    const { data, actor, ...rest } = ask(state, command)
    expect(isGood({ ...rest, actor, data: { ...data, more: 1 } })).toBe(false)
    for (const key of Object.keys(data)) {
      const { [key]: _left, ...less } = data as Record<string, unknown>
      expect(isGood({ ...rest, actor, data: less }), key).toBe(false)
    }
    expect(isGood({ ...rest, actor, data, more: 1 })).toBe(false)
    expect(isGood({ ...rest, data, actor: { ...actor, role: 'admin' } })).toBe(false)
    expect(isGood({ ...rest, data })).toBe(false)
  })

  test('names one to so many alarms', () => {
    const many = (count: number) =>
      isGood(ask(state, 'comment', { alarms: Array.from({ length: count }, () => ({ id: 'a', occurrence: 1 })) }))
    expect([0, 1, MAX_ALARMS_A_COMMAND, MAX_ALARMS_A_COMMAND + 1].map(many)).toEqual([false, true, true, false])
    expect(isGood(ask(state, 'comment', { alarms: [{ id: '', occurrence: 1 }] }))).toBe(false)
    expect(isGood(ask(state, 'comment', { alarms: [{ id: 'a', occurrence: 0 }] }))).toBe(false)
  })

  test('shelves for so long', () =>
    expect(
      [MIN_SHELVE_MS - 1, MIN_SHELVE_MS, MAX_SHELVE_MS, MAX_SHELVE_MS + 1].map(forMs =>
        isGood(ask(state, 'shelve', { forMs })),
      ),
    ).toEqual([false, true, true, false]))

  test('takes texts of so many letters, however they were typed', () => {
    const text = (letters: number) => 'ệ'.normalize('NFD').repeat(letters)
    expect([0, 1, MAX_REASON, MAX_REASON + 1].map(n => isGood(ask(state, 'shelve', { reason: text(n) })))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([0, MAX_REASON, MAX_REASON + 1].map(n => isGood(ask(state, 'reset', { comment: text(n) })))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('no string and no list is without a bound', () => {
    const open: string[] = []
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const one = node as Record<string, unknown>
      const isBounded = ['maxLength', 'const', 'enum', 'pattern'].some(key => key in one)
      if (one['type'] === 'string' && !isBounded) open.push(path)
      if (one['type'] === 'array' && !('maxItems' in one)) open.push(path)
      // A pattern bounds only what it can't repeat without end.
      if (typeof one['pattern'] === 'string' && /[*+]/.test(one['pattern']) && !('maxLength' in one)) open.push(path)
      for (const [key, value] of Object.entries(one)) walk(value, `${path}.${key}`)
    }
    walk(z.toJSONSchema(alarmCommandRequestSchema), '')
    expect(open).toEqual([])
    walk({ type: 'object', properties: { name: { type: 'string' } } }, 'planted')
    expect(open).toEqual(['planted.properties.name'])
  })
})

/** A rule with one thing changed, and whether it is one. */
const { delayMs, windowMs, nights, scope, idLength, text, levelName } = RULE_LIMITS
const words = (length: number) => ({ vi: 'x'.repeat(length), en: 'x'.repeat(length) })
const list = (length: number) => Array.from({ length }, (_, at) => `d${at}`)
const scoped = (change: Partial<Rule['scope']>) => ({ scope: { villages: null, devices: null, except: [], ...change } })
const levels = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `H${at}`, at: at + 1, priority: 'low' as const }))
const signal = (one: Signal) => ({ signal: one })

const BOUNDS: readonly (readonly [string, Partial<Rule>, boolean])[] = [
  ['id of so many characters', { id: 'x'.repeat(idLength) }, true],
  ['longer id', { id: 'x'.repeat(idLength + 1) }, false],
  ['id with a colon', { id: 'ph:high' }, false],
  ['id in capitals', { id: 'PH' }, false],
  ['no id', { id: '' }, false],
  ...([delayMs.min, delayMs.max] as const).flatMap(ms => [
    [`on-delay ${ms}`, { onDelayMs: ms }, true] as const,
    [`off-delay ${ms}`, { offDelayMs: ms }, true] as const,
  ]),
  ['on-delay below', { onDelayMs: delayMs.min - 1 }, false],
  ['on-delay beyond', { onDelayMs: delayMs.max + 1 }, false],
  ['off-delay beyond', { offDelayMs: delayMs.max + 1 }, false],
  ['half a millisecond', { onDelayMs: 0.5 }, false],
  ...[windowMs.min, windowMs.max].flatMap(ms => [
    [`re-alarm ${ms}`, { reAlarmMs: ms }, true] as const,
    [`response ${ms}`, { respondWithinMs: ms }, true] as const,
    [`window ${ms}`, signal({ kind: 'change', overMs: ms }), true] as const,
  ]),
  ...[windowMs.min - 1, windowMs.max + 1].flatMap(ms => [
    [`re-alarm ${ms}`, { reAlarmMs: ms }, false] as const,
    [`response ${ms}`, { respondWithinMs: ms }, false] as const,
    [`window ${ms}`, signal({ kind: 'change', overMs: ms }), false] as const,
    [`count over ${ms}`, signal({ kind: 'count', of: 'bad', at: null, overMs: ms }), false] as const,
    [
      `mean over ${ms}`,
      signal({ kind: 'deviation', reference: { kind: 'own-mean', overMs: ms }, isAbsolute: true }),
      false,
    ] as const,
  ]),
  ['no level', { levels: [] }, false],
  ['four levels', { levels: levels(4) }, true],
  ['five levels', { levels: levels(5) }, false],
  ['level name of so many', { levels: [{ name: 'H'.repeat(levelName.max), at: 1, priority: 'low' }] }, true],
  ['longer level name', { levels: [{ name: 'H'.repeat(levelName.max + 1), at: 1, priority: 'low' }] }, false],
  ['level without a name', { levels: [{ name: '', at: 1, priority: 'low' }] }, false],
  ['infinite level', { levels: [{ name: 'H', at: Infinity, priority: 'low' }] }, false],
  ['no deadband', { deadband: 0 }, true],
  ['deadband just below the gap', { deadband: 0.49 }, true],
  ['deadband of the gap', { deadband: 0.5 }, false],
  ['negative deadband', { deadband: -0.1 }, false],
  ['text of so many', { cause: words(text.max) }, true],
  ['longer text', { cause: words(text.max + 1) }, false],
  ['blank text', { action: { vi: ' ', en: 'x' } }, false],
  ['text that turns around', { name: { vi: 'a\u202eb', en: 'x' } }, false],
  ['so many villages', scoped({ villages: list(scope) }), true],
  ['more villages', scoped({ villages: list(scope + 1) }), false],
  ['no villages', scoped({ villages: [] }), false],
  ['more devices', scoped({ devices: list(scope + 1) }), false],
  ['no devices', scoped({ devices: [] }), false],
  ['so many left out', scoped({ except: list(scope) }), true],
  ['more left out', scoped({ except: list(scope + 1) }), false],
  ['hours over midnight', { hours: { from: '18:00', to: '06:00' } }, true],
  ['no such hour', { hours: { from: '24:00', to: '06:00' } }, false],
  ['no such minute', { hours: { from: '18:60', to: '06:00' } }, false],
  ['hours of no length', { hours: { from: '06:00', to: '06:00' } }, false],
  ['nights', { ...signal({ kind: 'surge', nights: nights.max, atLeast: 0 }) }, true],
  ['more nights', signal({ kind: 'surge', nights: nights.max + 1, atLeast: 0 }), false],
  ['no nights', signal({ kind: 'surge', nights: nights.min - 1, atLeast: 0 }), false],
  ['count beyond a value', signal({ kind: 'count', of: 'beyond', at: 8, overMs: windowMs.min }), true],
  ['count beyond nothing', signal({ kind: 'count', of: 'beyond', at: null, overMs: windowMs.min }), false],
  ['changes beyond a value', signal({ kind: 'count', of: 'changes', at: 8, overMs: windowMs.min }), false],
  ['levels the wrong way round', { side: 'low' }, false],
  ['levels downwards', { side: 'low', levels: levels(2).map(one => ({ ...one, at: -one.at })) }, true],
  ['levels that are the same', { levels: levels(2).map(one => ({ ...one, at: 1 })) }, false],
]

describe('the schema of rules', () => {
  test.each(BOUNDS)('%s', (_what, change, isSound) => {
    const rule = aRule(change)
    expect(isGoodRule(rule)).toBe(isSound)
    // The form judges the same before it sends.
    const request = ask(state, 'publish-rule', { rule: { ...rule, id: rule.id === 'ph-high' ? 'ph-other' : rule.id } })
    expect(decideAlarmCommand({ state, units, now: NOON }, request).refusals.length === 0).toBe(isSound)
  })

  test('takes nothing more and nothing less', () => {
    expect(isGoodRule({ ...aRule(), more: 1 })).toBe(false)
    for (const key of Object.keys(aRule())) {
      const { [key]: _left, ...less } = aRule() as unknown as Record<string, unknown>
      expect(isGoodRule(less), key).toBe(false)
    }
  })

  test('says where and what is wrong in both languages', () => {
    const { error } = ruleSchema.safeParse(aRule({ deadband: 1 }))
    expect(error?.issues).toMatchObject([
      { path: ['deadband'], message: expect.stringMatching(/Vùng chết.* · The deadband/) },
    ])
  })
})

const SIGNALS: readonly Signal[] = [
  { kind: 'value' },
  { kind: 'change', overMs: 3_600_000 },
  { kind: 'deviation', reference: { kind: 'constant', value: 7 }, isAbsolute: false },
  { kind: 'deviation', reference: { kind: 'own-mean', overMs: 3_600_000 }, isAbsolute: true },
  { kind: 'deviation', reference: { kind: 'series', series: 'pond-2.ph' }, isAbsolute: true },
  { kind: 'state', value: 1 },
  { kind: 'silence', of: 'series' },
  { kind: 'silence', of: 'device' },
  { kind: 'count', of: 'changes', at: null, overMs: 3_600_000 },
  { kind: 'count', of: 'bad', at: null, overMs: 3_600_000 },
  { kind: 'count', of: 'beyond', at: 8, overMs: 3_600_000 },
  { kind: 'flood' },
  { kind: 'aqi' },
  { kind: 'surge', nights: 7, atLeast: 50 },
  { kind: 'programme', clock: 'task-overdue' },
  { kind: 'programme', clock: 'appraisal-day' },
  { kind: 'programme', clock: 'report-due' },
  { kind: 'programme', clock: 'dossier-returned' },
]

describe('every kind of signal', () => {
  /** A sound rule of it. */
  const ruleOf = (one: Signal): Rule =>
    aRule({
      signal: one,
      quantity: quantityUseOf(one) === 'none' ? null : 'ph',
      side: sideOf(one) ?? 'high',
      deadband: 0,
      levels: [{ name: 'H', at: one.kind === 'flood' ? null : 1, priority: 'low' }],
    })

  test.each(SIGNALS)('%o makes a rule', one => expect(ruleSchema.safeParse(ruleOf(one)).error).toBeUndefined())

  test.each(SIGNALS)('%o is of its quantity, and an alarm on its side', one => {
    const use = quantityUseOf(one)
    expect(isGoodRule({ ...ruleOf(one), quantity: null })).toBe(use !== 'needed')
    expect(isGoodRule({ ...ruleOf(one), quantity: 'ph' })).toBe(use !== 'none')
    const only = sideOf(one)
    for (const side of ['high', 'low'] as const)
      expect(isGoodRule({ ...ruleOf(one), side })).toBe(!only || side === only)
  })

  test('a report is due when few days are left; all that counts up is too much', () =>
    expect(SIGNALS.flatMap(one => (sideOf(one) === 'low' ? [one] : []))).toEqual([
      { kind: 'programme', clock: 'report-due' },
    ]))

  test('a flood has the levels of its gauge, at most three', () => {
    const flood = (count: number, at: number | null = null) =>
      isGoodRule({ ...ruleOf({ kind: 'flood' }), levels: levels(count).map(level => ({ ...level, at })) })
    expect([1, 3, 4].map(count => flood(count))).toEqual([true, true, false])
    expect(flood(1, 1.9)).toBe(false)
  })

  test('a state has one level, above 0 and at most 1, and a deadband below it', () => {
    const rule = (change: Partial<Rule>) => isGoodRule({ ...ruleOf({ kind: 'state', value: 1 }), ...change })
    const at = (value: number) => rule({ levels: [{ name: 'Mở', at: value, priority: 'low' }] })
    expect([0, 0.5, 1, 1.01].map(at)).toEqual([false, true, true, false])
    expect(rule({ levels: levels(2) })).toBe(false)
    expect([rule({ deadband: 0.9 }), rule({ deadband: 1 })]).toEqual([true, false])
  })

  test('a clock of the programme is of no device, and nothing on a device explains it', () => {
    const rule = (change: Partial<Rule>) =>
      isGoodRule({ ...ruleOf({ kind: 'programme', clock: 'task-overdue' }), ...change })
    expect(rule(scoped({ villages: ['my-dong'] }))).toBe(true)
    expect(rule(scoped({ devices: ['pond-1'] }))).toBe(false)
    expect(rule({ suppressedBy: 'silent' })).toBe(false)
  })

  test('severer levels have no lower priority', () => {
    const priorities = (...given: readonly Rule['levels'][number]['priority'][]) =>
      isGoodRule(
        aRule({ levels: levels(given.length).map((level, at) => ({ ...level, priority: given[at] ?? 'low' })) }),
      )
    expect(priorities('low', 'low', 'medium', 'high')).toBe(true)
    expect(priorities('low', 'high', 'medium')).toBe(false)
  })
})
