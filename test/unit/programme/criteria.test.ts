import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  carryPairsOf,
  compareSets,
  INDICATOR_FIELDS,
  indicatorsOf,
  judge,
  setOn,
  targetWords,
} from '../../../shared/programme/criteria.ts'
import type { CriteriaSet, Indicator, Target } from '../../../shared/programme/facts.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'
import { indicator, setChosen, setPublished, setWith, stateAfter } from './sample-criteria.ts'

const number = (operator: '>=' | '>' | '<=' | '<' | '=', value = 80, unit = '%'): Target => ({
  kind: 'number',
  operator,
  value,
  unit,
})

describe('a value against a target', () => {
  test.each([
    ['>=', 79.9, 'not-met'],
    ['>=', 80, 'met'],
    ['>=', 80.1, 'met'],
    ['>', 80, 'not-met'],
    ['>', 80.1, 'met'],
    ['<=', 79.9, 'met'],
    ['<=', 80, 'met'],
    ['<=', 80.1, 'not-met'],
    ['<', 79.9, 'met'],
    ['<', 80, 'not-met'],
    ['=', 80, 'met'],
    ['=', 79.9, 'not-met'],
  ] as const)('%s 80: %d is %s', (operator, value, outcome) => expect(judge(number(operator), value)).toBe(outcome))

  test('says nothing where nothing was measured or a person must judge', () => {
    for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY]) expect(judge(number('>='), value)).toBeNull()
    expect(judge({ kind: 'boolean' }, 1)).toBeNull()
    expect(judge({ kind: 'text', text: 'Có quy chế' }, 1)).toBeNull()
  })

  test('zero is a value', () => {
    expect(judge(number('>='), 0)).toBe('not-met')
    expect(judge(number('<='), 0)).toBe('met')
  })
})

test('a target in words, in both languages', () => {
  expect(targetWords(number('>=', 99.5), 'vi')).toBe('≥ 99,5 %')
  expect(targetWords(number('>=', 99.5), 'en')).toBe('≥ 99.5 %')
  expect(targetWords(number('<', 1500, ''), 'vi')).toBe('< 1.500')
  expect(targetWords(number('<=', 2), 'en')).toBe('≤ 2 %')
  expect(targetWords(number('=', 4, 'sao'), 'vi')).toBe('= 4 sao')
  expect(targetWords(number('>', 0, 'điểm'), 'vi')).toBe('> 0 điểm')
  expect([targetWords({ kind: 'boolean' }, 'vi'), targetWords({ kind: 'boolean' }, 'en')]).toEqual(['Có', 'Yes'])
  expect(targetWords({ kind: 'text', text: 'Theo quy chế' }, 'en')).toBe('Theo quy chế')
})

test('indicators are numbered through the whole set', () => {
  const set = setWith({ a: [indicator('1'), indicator('2')], b: [], c: [indicator('3')] })
  expect(indicatorsOf(set).map(one => [one.position, one.group.id, one.criterion.id, one.indicator.id])).toEqual([
    [1, 'a', 'a-1', '1'],
    [2, 'a', 'a-1', '2'],
    [3, 'c', 'c-1', '3'],
  ])
  expect(indicatorsOf(setWith({}))).toEqual([])
})

describe('the set in use', () => {
  const set = setWith({ a: [indicator('1')] }, { validTo: '2026-01-01' })
  const state = stateAfter([
    { on: '2024-01-02', draft: setPublished(set) },
    { on: '2024-01-02', draft: setChosen('set-a') },
  ])

  test('lapses on its first day out of force and goes on being used', () => {
    expect(setOn(state, '2025-12-31')).toMatchObject({ set: { id: 'set-a' }, isLapsed: false })
    expect(setOn(state, '2026-01-01')).toMatchObject({ set: { id: 'set-a' }, isLapsed: true })
  })

  test('is none when none was chosen or the chosen one is not there', () => {
    expect(setOn(EMPTY_STATE, '2026-01-01')).toEqual({ set: null, isLapsed: false })
    expect(setOn(stateAfter([{ on: '2024-01-02', draft: setChosen('lost') }]), '2026-01-01').set).toBeNull()
  })
})

describe('two sets side by side', () => {
  const before = setWith({
    a: [
      indicator('1', { title: 'Internet tới ấp', target: number('>=') }),
      indicator('2', { title: 'Wi-Fi công cộng' }),
      indicator('3', { title: 'Camera an ninh' }),
      indicator('4', { title: 'Sổ tay điện tử' }),
    ],
  })
  const idsOf = ({ same, changed, added, removed }: ReturnType<typeof compareSets>) => ({
    same: same.map(pair => [pair.before.indicator.id, pair.after.indicator.id]),
    changed: changed.map(({ id, before: was, fields }) => [was.indicator.id, id, ...fields]),
    added: added.map(one => one.indicator.id),
    removed: removed.map(one => one.indicator.id),
  })

  test('a set and itself are the same', () =>
    expect(idsOf(compareSets(before, before))).toEqual({
      same: ['1', '2', '3', '4'].map(id => [id, id]),
      changed: [],
      added: [],
      removed: [],
    }))

  test('what was put in, taken out, moved and changed', () => {
    const after = setWith({
      a: [
        indicator('1', { title: 'Internet tới ấp', target: number('>=', 95) }),
        indicator('2', { title: 'Điểm Wi-Fi công cộng miễn phí', owner: 'so-tttt' }),
        indicator('new', { title: 'Dịch vụ công trực tuyến' }),
      ],
      b: [indicator('9', { title: '  camera  AN NINH. ' })],
    })
    expect(idsOf(compareSets(before, after))).toEqual({
      same: [],
      changed: [
        ['1', '1', 'target'],
        ['2', '2', 'title', 'owner'],
        ['3', '9', 'title', 'group', 'criterion'],
      ],
      added: ['new'],
      removed: ['4'],
    })
    expect(carryPairsOf(compareSets(before, after))).toEqual([
      { from: '2', to: '2' },
      { from: '3', to: '9' },
    ])
  })

  test('numbers that moved because one was put in between do not mix indicators up', () => {
    const after = setWith({
      a: [
        indicator('1', { title: 'Internet tới ấp', target: number('>=') }),
        indicator('2', { title: 'Mã QR' }),
        indicator('3', { title: 'Wi-Fi công cộng' }),
        indicator('4', { title: 'Camera an ninh' }),
        indicator('5', { title: 'Sổ tay điện tử' }),
      ],
    })
    const comparison = compareSets(before, after)
    expect(idsOf(comparison)).toEqual({
      same: [
        ['1', '1'],
        ['2', '3'],
        ['3', '4'],
        ['4', '5'],
      ],
      changed: [],
      added: ['2'],
      removed: [],
    })
  })

  const changes: Readonly<Record<'title' | 'target' | 'owner' | 'evidence' | 'measure', Partial<Indicator>>> = {
    title: { title: 'Internet tới từng nhà' },
    target: { target: number('>') },
    owner: { owner: 'so-khcn' },
    evidence: { evidence: 'Biên bản' },
    measure: { measure: { kind: 'reporting-stations', windowDays: 30 } },
  }
  test.each(Object.entries(changes))('sees that the %s changed', (field, change) => {
    const [first, ...rest] = indicatorsOf(before).map(one => one.indicator)
    const after = setWith({ a: [{ ...(first ?? indicator('1')), ...change }, ...rest] })
    expect(idsOf(compareSets(before, after)).changed).toEqual([['1', '1', field]])
  })

  test('other ids, spaces and the order of keys are no change', () => {
    const after: CriteriaSet = setWith({
      z: [
        indicator('1', {
          title: ' Internet  tới ấp',
          target: { unit: '%', value: 80, operator: '>=', kind: 'number' },
          evidence: '',
        }),
      ],
    })
    const group = { id: 'z', title: 'Nhóm a', criteria: [{ ...after.groups[0]?.criteria[0], title: 'Tiêu chí a' }] }
    const comparison = compareSets(before, { ...after, groups: [group] } as CriteriaSet)
    expect(idsOf(comparison)).toMatchObject({ same: [['1', '1']], changed: [], removed: ['2', '3', '4'] })
  })

  test('of two with the same title each is paired once', () => {
    const twice = setWith({ a: [indicator('1', { title: 'Giống' }), indicator('2', { title: 'Giống' })] })
    const once = setWith({ a: [indicator('9', { title: 'Giống' })] })
    expect(idsOf(compareSets(twice, once))).toMatchObject({ same: [['1', '9']], removed: ['2'], added: [] })
  })
})

const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.constant<Target>({ kind: 'boolean' }),
  fc.constantFrom(50, 80).map(value => number('>=', value)),
  fc.constantFrom('một', 'hai').map(text => ({ kind: 'text' as const, text })),
)
const anyIndicator = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  title: fc.constantFrom('A', 'a ', 'B', 'C', 'D', 'E'),
  target: anyTarget,
  owner: fc.constantFrom(null, 'so-khcn'),
  evidence: fc.constant(null),
  measure: fc.constant(null),
})
const anySet = fc
  .tuple(
    fc.uniqueArray(anyIndicator, { maxLength: 6, selector: ({ id }) => id }),
    fc.uniqueArray(anyIndicator, { maxLength: 3, selector: ({ id }) => id }),
  )
  .map(([a, b]) => {
    const taken = new Set(a.map(({ id }) => id))
    return setWith({ a, b: b.filter(({ id }) => !taken.has(id)) })
  })

describe('whatever the two sets are,', () => {
  test('every indicator of either side is in exactly one place', () =>
    fc.assert(
      fc.property(anySet, anySet, (before, after) => {
        const { same, changed, added, removed } = compareSets(before, after)
        const pairs = [...same, ...changed]
        const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position
        expect([...pairs.map(pair => pair.before), ...removed].sort(byPosition)).toEqual(indicatorsOf(before))
        expect([...pairs.map(pair => pair.after), ...added].sort(byPosition)).toEqual(indicatorsOf(after))
      }),
    ))

  test('backwards, what was added is removed and the pairs are the same', () =>
    fc.assert(
      fc.property(anySet, anySet, (before, after) => {
        const there = compareSets(before, after)
        const back = compareSets(after, before)
        expect(back.removed).toEqual(there.added)
        expect(back.added).toEqual(there.removed)
        const namesOf = (pairs: typeof there.changed) =>
          pairs.map(pair => [pair.before.position, pair.after.position, pair.fields])
        expect(namesOf(back.changed).map(([a, b, fields]) => [b, a, fields])).toEqual(
          expect.arrayContaining(namesOf(there.changed)),
        )
        expect([back.same.length, back.changed.length]).toEqual([there.same.length, there.changed.length])
      }),
    ))

  test('what is carried over goes one to one, to the same target', () =>
    fc.assert(
      fc.property(anySet, anySet, (before, after) => {
        const pairs = carryPairsOf(compareSets(before, after))
        expect(new Set(pairs.map(({ from }) => from)).size).toBe(pairs.length)
        expect(new Set(pairs.map(({ to }) => to)).size).toBe(pairs.length)
        const target = (set: CriteriaSet, id: string) =>
          indicatorsOf(set).find(one => one.indicator.id === id)?.indicator.target
        for (const { from, to } of pairs) expect(target(after, to)).toEqual(target(before, from))
      }),
    ))

  test('every change names what changed', () =>
    fc.assert(
      fc.property(anySet, anySet, (before, after) => {
        for (const { fields } of compareSets(before, after).changed) {
          expect(fields.length).toBeGreaterThan(0)
          expect(INDICATOR_FIELDS.filter(field => fields.includes(field))).toEqual(fields)
        }
      }),
    ))
})
