// Criteria sets: their indicators in order, what a value means against a target, and two sets side by side.
// Pure and schema-free; knows no village and no result.
import type { CriteriaGroup, CriteriaSet, Criterion, Indicator, Outcome, Target } from './facts.ts'
import type { ProgrammeState, SetState } from './state.ts'

export type FlatIndicator = {
  readonly group: CriteriaGroup
  readonly criterion: Criterion
  readonly indicator: Indicator
  /** From 1, in the order of the set. */
  readonly position: number
}

export function indicatorsOf(set: Pick<CriteriaSet, 'groups'>): readonly FlatIndicator[] {
  const places = set.groups.flatMap(group =>
    group.criteria.flatMap(criterion => criterion.indicators.map(indicator => ({ group, criterion, indicator }))),
  )
  return places.map((place, at) => ({ ...place, position: at + 1 }))
}

/**
 * What a value says of a target. Null = it can't say: nothing was measured, or the target isn't a number and a person
 * must judge.
 */
export function judge(target: Target, value: number | null): Outcome | null {
  if (target.kind !== 'number' || value === null || !Number.isFinite(value)) return null
  return HOLDS[target.operator](value, target.value) ? 'met' : 'not-met'
}

type Operator = Extract<Target, { kind: 'number' }>['operator']
const HOLDS: Readonly<Record<Operator, (value: number, bound: number) => boolean>> = {
  '>=': (value, bound) => value >= bound,
  '>': (value, bound) => value > bound,
  '<=': (value, bound) => value <= bound,
  '<': (value, bound) => value < bound,
  '=': (value, bound) => value === bound,
}
const SIGNS: Readonly<Record<Operator, string>> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' }

export type Language = 'vi' | 'en'
const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }),
}

/** A target in words: `≥ 80 %`, `Có`, or its own text, which has one language only. */
export function targetWords(target: Target, language: Language): string {
  if (target.kind === 'text') return target.text
  if (target.kind === 'boolean') return language === 'vi' ? 'Có' : 'Yes'
  return `${SIGNS[target.operator]} ${NUMBERS[language].format(target.value)} ${target.unit}`.trimEnd()
}

/**
 * The set that villages are assessed by. Null = none was chosen, or the chosen one isn't there.
 * A set goes on being used after its last day until somebody chooses another; `isLapsed` says so.
 */
export function setOn(
  state: ProgrammeState,
  day: string,
): { readonly set: SetState | null; readonly isLapsed: boolean } {
  const id = state.settings.criteriaSet
  const set = id === null ? null : (state.criteriaSets.get(id) ?? null)
  return { set, isLapsed: set !== null && set.validTo !== null && set.validTo <= day }
}

// ── Two sets side by side ───────────────────────────────────────────────────────────────────────────────────────────

export const INDICATOR_FIELDS = ['title', 'target', 'owner', 'evidence', 'measure', 'group', 'criterion'] as const
export type IndicatorField = (typeof INDICATOR_FIELDS)[number]

export type IndicatorPair = { readonly before: FlatIndicator; readonly after: FlatIndicator }
export type IndicatorChange = IndicatorPair & {
  /** Of the indicator in the later set. */
  readonly id: string
  readonly fields: readonly IndicatorField[]
}
export type SetComparison = {
  /** Ids may differ. */
  readonly same: readonly IndicatorPair[]
  readonly changed: readonly IndicatorChange[]
  readonly added: readonly FlatIndicator[]
  readonly removed: readonly FlatIndicator[]
}

/**
 * What became of each indicator. The same title is the same indicator, whatever its id (ids are often only numbers in
 * order, and move when one is put in between); after that, the same id is. One pairs with one, in the order of the sets.
 */
export function compareSets(before: Pick<CriteriaSet, 'groups'>, after: Pick<CriteriaSet, 'groups'>): SetComparison {
  let removed = indicatorsOf(before)
  let added = indicatorsOf(after)
  const pairs: IndicatorPair[] = []
  for (const keyOf of [idAndTitleOf, titleOf, idOf]) {
    const found = pairsBy(keyOf, removed, added)
    const paired = new Set(found.flatMap(pair => [pair.before, pair.after]))
    removed = removed.filter(one => !paired.has(one))
    added = added.filter(one => !paired.has(one))
    pairs.push(...found)
  }
  pairs.sort((a, b) => a.after.position - b.after.position)
  const judged = pairs.map(pair => ({ ...pair, id: pair.after.indicator.id, fields: changedFields(pair) }))
  return {
    same: judged.filter(({ fields }) => fields.length === 0).map(pair => ({ before: pair.before, after: pair.after })),
    changed: judged.filter(({ fields }) => fields.length > 0),
    added,
    removed,
  }
}

/** Whose results may be carried over: an indicator with another target must be assessed anew. */
export function carryPairsOf(comparison: SetComparison): readonly { readonly from: string; readonly to: string }[] {
  const unchanged = comparison.changed.filter(({ fields }) => !fields.includes('target'))
  return [...comparison.same, ...unchanged]
    .toSorted((a, b) => a.after.position - b.after.position)
    .map(pair => ({ from: pair.before.indicator.id, to: pair.after.indicator.id }))
}

const idOf = ({ indicator }: FlatIndicator): string => indicator.id
const titleOf = ({ indicator }: FlatIndicator): string => normalised(indicator.title)
const idAndTitleOf = (one: FlatIndicator): string => JSON.stringify([idOf(one), titleOf(one)])

/** The n-th of a key on one side goes with the n-th of it on the other, so that both directions find the same pairs. */
function pairsBy(
  keyOf: (one: FlatIndicator) => string,
  before: readonly FlatIndicator[],
  after: readonly FlatIndicator[],
): IndicatorPair[] {
  const waiting = Map.groupBy(after, keyOf)
  return before.flatMap(one => {
    const match = waiting.get(keyOf(one))?.shift()
    return match ? [{ before: one, after: match }] : []
  })
}

/** Each field as something comparable. Groups and criteria count by what they are called: their ids are only numbers. */
const SEEN: Readonly<Record<IndicatorField, (one: FlatIndicator) => string>> = {
  title: ({ indicator }) => tidied(indicator.title),
  target: ({ indicator }) => targetKey(indicator.target),
  owner: ({ indicator }) => indicator.owner ?? '',
  evidence: ({ indicator }) => tidied(indicator.evidence ?? ''),
  measure: ({ indicator }) => JSON.stringify(sortedEntries(indicator.measure ?? {})),
  group: ({ group }) => normalised(group.title),
  criterion: ({ criterion }) => normalised(criterion.title),
}

const changedFields = ({ before, after }: IndicatorPair): readonly IndicatorField[] =>
  INDICATOR_FIELDS.filter(field => SEEN[field](before) !== SEEN[field](after))

const targetKey = (target: Target): string =>
  JSON.stringify(sortedEntries(target.kind === 'text' ? { ...target, text: tidied(target.text) } : target))
const sortedEntries = (of: object): readonly [string, unknown][] =>
  Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1))

const tidied = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
/** Spelling without what copying from a document changes: case, spaces, the full stop at the end. */
const normalised = (text: string): string =>
  tidied(text)
    .toLocaleLowerCase('vi')
    .replace(/[\s.;:,]+$/, '')
