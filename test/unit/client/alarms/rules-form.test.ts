// The form that writes a rule: what is typed comes to the rule that was meant, what is missing is named as the station names it, and a
// version of somebody else is never taken back by chance.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { durationText, parseDuration } from '../../../../client/alarms/rules/duration-text.ts'
import { draftOfRule, newRuleDraft, type RuleDraft, SIGNAL_KINDS } from '../../../../client/alarms/rules/rule-draft.ts'
import { missingOfRule, onlySide, quantityUse, ruleOf } from '../../../../client/alarms/rules/rule-of-draft.ts'
import { rebaseDraft } from '../../../../client/alarms/rules/rule-rebase.ts'
import { saysTheSame, wouldRaiseTheSame } from '../../../../client/alarms/rules/same-rule.ts'
import { decideAlarmCommand } from '../../../../shared/alarms/decide.ts'
import type { Rule } from '../../../../shared/alarms/rule.ts'
import { EMPTY_ALARM_STATE } from '../../../../shared/alarms/state.ts'
import { NOON, SEN, units } from '../../alarms/sample.ts'
import { shipped, shippedRules } from './rules-sample.ts'

let keys = 0
const newKey = () => `key-${keys++}`
const refusedFields = (rule: Rule): string[] => {
  const fields: string[] = []
  const request = { command: 'publish-rule', data: { rule, expected: 0, reason: null }, actor: SEN } as const
  const { refusals } = decideAlarmCommand({ state: EMPTY_ALARM_STATE, units, now: NOON }, request)
  for (const { field } of refusals) if (field?.startsWith('rule.')) fields.push(field)
  return fields
}
const DAY_MS = 86_400_000
const WORDS = {
  vi: { day: 'ngày', hour: 'giờ', minute: 'phút', second: 'giây' },
  en: { day: 'd', hour: 'h', minute: 'min', second: 's' },
}

describe('a duration', () => {
  test.each([
    ['90 giây', 90_000],
    ['90s', 90_000],
    ['1,5 giờ', 5_400_000],
    ['1.5 h', 5_400_000],
    ['1 giờ 30 phút', 5_400_000],
    ['1 GIO 30 PHUT', 5_400_000],
    ['2 ngày', 2 * DAY_MS],
    ['1,1 phút', 66_000],
    ['0', 0],
    ['0 giây', 0],
    ['0,001 s', 1],
    ['10.000 ngày', 10_000 * DAY_MS],
  ])('“%s” is %i ms', (text, ms) => expect(parseDuration(text)).toBe(ms))

  test.each([
    '',
    '5',
    '5 tuần',
    'phút',
    '-5 phút',
    '30 phút 1 giờ',
    '1 giờ 1 giờ',
    '1 giờ và 5 phút',
    '0,0001 s',
    '10.001 ngày',
  ])('“%s” is none', text => expect(parseDuration(text)).toBeUndefined())

  test('is read back as it was written, in both languages', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * DAY_MS }), fc.constantFrom('vi', 'en'), (ms, language) => {
        expect(parseDuration(durationText(ms, WORDS[language]))).toBe(ms)
      }),
    ))
  test('is written in the units a person would say', () => {
    const text = (ms: number) => durationText(ms, WORDS.vi).replaceAll('\u00a0', ' ')
    expect([0, 1_500, 60_000, 5_400_000, DAY_MS, 2 * DAY_MS + 60_000].map(text)).toEqual([
      '0 giây',
      '1,5 giây',
      '1 phút',
      '1 giờ 30 phút',
      '1 ngày',
      '2 ngày 1 phút',
    ])
  })
})

describe('a draft', () => {
  test('of every shipped rule comes to that rule again, and lacks nothing', () => {
    expect(shippedRules.length).toBeGreaterThan(50)
    expect(new Set(shippedRules.map(({ signal }) => signal.kind))).toEqual(new Set(SIGNAL_KINDS))
    for (const rule of shippedRules) {
      const draft = draftOfRule(rule, newKey)
      expect(missingOfRule(draft)).toEqual([])
      expect(ruleOf(draft)).toEqual(rule)
    }
  })
  test('of a new rule comes to none and names all that is missing; it is off', () => {
    const draft = newRuleDraft(newKey)
    expect(draft.isOn).toBe(false)
    expect(ruleOf(draft)).toBeUndefined()
    expect(missingOfRule(draft).map(({ field }) => field)).toEqual([
      'rule.id',
      'rule.name.vi',
      'rule.name.en',
      'rule.quantity',
      'rule.levels.0.name',
      'rule.levels.0.at',
      'rule.deadband',
      ...['cause', 'consequence', 'action', 'responder'].flatMap(text => [`rule.${text}.vi`, `rule.${text}.en`]),
      'rule.respondWithinMs',
      'rule.basis.source.vi',
      'rule.basis.source.en',
    ])
  })
  test('names an empty text by the field by which the station refuses it', () => {
    const rule = shipped('salinity-high')
    const empty = { vi: '', en: ' ' }
    const draft = {
      ...draftOfRule(rule, newKey),
      id: '',
      name: empty,
      cause: empty,
      consequence: empty,
      action: empty,
      responder: empty,
      basisSource: empty,
    }
    const made = ruleOf(draft)
    expect(made && new Set(refusedFields(made))).toEqual(new Set(missingOfRule(draft).map(({ field }) => field)))
  })

  const withKind = (kind: RuleDraft['kind'], change: Partial<RuleDraft> = {}) => ({
    ...draftOfRule(shipped('salinity-high'), newKey),
    kind,
    ...change,
  })
  test.each([
    ['change', 'rule.signal.overMs', {}],
    ['count', 'rule.signal.overMs', {}],
    ['count', 'rule.signal.at', { overMs: 60_000, countOf: 'beyond' }],
    ['deviation', 'rule.signal.reference.overMs', { reference: 'own-mean' }],
    ['deviation', 'rule.signal.reference.value', { reference: 'constant' }],
    ['deviation', 'rule.signal.reference.series', { reference: 'series' }],
    ['state', 'rule.signal.value', {}],
    ['surge', 'rule.signal.nights', { atLeast: 10 }],
    ['surge', 'rule.signal.atLeast', { nights: 7 }],
  ] as const)('of kind %s waits for %s', (kind, field, change) => {
    const draft = withKind(kind, change)
    expect(missingOfRule(draft).map(missing => missing.field)).toEqual([field])
    expect(ruleOf(draft)).toBeUndefined()
  })
  test('keeps what another kind of signal was given, and sends only what its own needs', () => {
    const draft = withKind('change', { overMs: 60_000, nights: 7, stateValue: 1 })
    expect(ruleOf(draft)?.signal).toEqual({ kind: 'change', overMs: 60_000 })
    expect(ruleOf({ ...draft, kind: 'value' })?.signal).toEqual({ kind: 'value' })
  })
  test('of a flood or a state has no setpoint of its own, and only one side', () => {
    expect(ruleOf(withKind('flood'))?.levels.map(({ at }) => at)).toEqual([null, null, null])
    const [level] = withKind('state').levels
    const state = withKind('state', { stateValue: 0, side: 'low', levels: level ? [{ ...level, at: undefined }] : [] })
    expect(ruleOf(state)).toMatchObject({ side: 'high', levels: [{ at: 1 }] })
    expect(onlySide(withKind('programme', { clock: 'report-due' }))).toBe('low')
    expect(onlySide(withKind('value'))).toBeUndefined()
  })
  test('asks for a quantity only where the signal is of one', () => {
    const use = (kind: RuleDraft['kind'], change: Partial<RuleDraft> = {}) => quantityUse(withKind(kind, change))
    expect(use('value')).toBe('needed')
    expect(use('aqi')).toBe('none')
    expect(use('silence', { silenceOf: 'device' })).toBe('none')
    expect(use('silence', { silenceOf: 'series' })).toBe('optional')
    expect(use('count', { countOf: 'bad' })).toBe('optional')
    expect(use('deviation', { reference: 'series', referenceSeries: '' })).toBe('needed')
    expect(ruleOf(withKind('aqi', { quantity: 'salinity' }))?.quantity).toBeNull()
  })
})

describe('a version of somebody else', () => {
  const drafts = fc.constantFrom(...shippedRules).map(rule => draftOfRule(rule, newKey))
  const parts = Object.keys(newRuleDraft(newKey)) as (keyof RuleDraft)[]
  const said = (draft: RuleDraft, part: keyof RuleDraft) =>
    part === 'levels' ? draft.levels.map(({ name, at, priority }) => ({ name, at, priority })) : draft[part]

  test('is taken over wherever nothing was typed; what was typed stays', () =>
    fc.assert(
      fc.property(drafts, drafts, drafts, fc.subarray(parts), (base, typed, theirs, touched) => {
        const mine = { ...base, ...Object.fromEntries(touched.map(part => [part, typed[part]])) }
        const rebased = rebaseDraft(base, mine, theirs)
        for (const part of parts) {
          const isTouched = !saysTheSame(said(mine, part), said(base, part))
          expect(said(rebased, part)).toEqual(said(isTouched ? mine : theirs, part))
        }
      }),
    ))
  test('is not touched by a level that was taken out and put back as it was', () => {
    const base = draftOfRule(shipped('rain-heavy'), newKey)
    const theirs = { ...base, levels: base.levels.slice(1) }
    const mine = { ...base, levels: base.levels.map(level => ({ ...level, key: newKey() })) }
    expect(rebaseDraft(base, mine, theirs).levels).toEqual(theirs.levels)
  })
  test('does not come back on when only a text was being edited', () => {
    const base = draftOfRule(shipped('rain-heavy'), newKey)
    const theirs = draftOfRule({ ...shipped('rain-heavy'), isOn: false }, newKey)
    const mine = { ...base, cause: { vi: 'Mưa dông', en: 'Thunderstorm' } }
    expect(rebaseDraft(base, mine, theirs)).toMatchObject({ isOn: false, cause: { vi: 'Mưa dông' } })
  })
})

describe('two rules say the same', () => {
  test('in whatever order their parts were written', () => {
    const rule = shipped('flood-stage')
    const turned = Object.fromEntries(Object.entries(rule).toReversed())
    expect(saysTheSame(rule, turned)).toBe(true)
    expect(saysTheSame([1, 2], [2, 1])).toBe(false)
    expect(saysTheSame({ a: undefined }, {})).toBe(false)
    expect(saysTheSame([], {})).toBe(false)
    expect(saysTheSame(null, {})).toBe(false)
  })
  test('whether they are on or off, when it is about what they would have raised', () => {
    const rule = shipped('rain-heavy')
    expect(wouldRaiseTheSame(rule, { ...rule, isOn: !rule.isOn })).toBe(true)
    expect(wouldRaiseTheSame(rule, { ...rule, deadband: rule.deadband + 0.1 })).toBe(false)
  })
})
