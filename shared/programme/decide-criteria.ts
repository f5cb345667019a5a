// Checks of commands about criteria sets: publishing or correcting one, and carrying results over to another.
import { indicatorsOf } from './criteria.ts'
import type { Judgement, Judges } from './decide-judgement.ts'
import { LIMITS, MOST } from './decide-limits.ts'
import { authorityOf, leadOf, requireRight } from './decide-rights.ts'
import {
  checkCount,
  checkDay,
  checkId,
  checkNote,
  checkOnce,
  checkPastDay,
  checkText,
  checkWhole,
} from './decide-values.ts'
import { subjectOf } from './event.ts'
import type { CriteriaGroup, CriteriaSet, Indicator, Measure, Target } from './facts.ts'
import type { ProgrammeState, SetState } from './state.ts'

const QUANTITY_CODE = /^[a-z][a-z0-9_]{0,31}$/

export const judgeCriteria: Judges<'publish-criteria-set' | 'carry-over-results'> = {
  'publish-criteria-set': (j, { set }) => {
    requireRight(j, leadOf(j), authorityOf(j))
    const isNew = !j.state.criteriaSets.has(set.id)
    if (checkId(j, 'set.id', set.id) && !isNew && isReferredTo(j.state, set.id))
      j.refuse('set-has-results', 'set.id', set.id)
    if (isNew && j.state.criteriaSets.size >= MOST.sets) j.refuse('limit-reached', null, MOST.sets)
    checkHead(j, set)
    checkGroups(j, set.groups)
    const count = indicatorsOf(set).length
    if (count > MOST.indicators) j.refuse('too-many', 'set.groups', MOST.indicators, count)
    const known = set.knownIndicatorCount
    if (known !== null && checkWhole(j, 'set.knownIndicatorCount', known, { min: 1, max: MOST.indicators }))
      if (count > known) j.refuse('indicator-count', 'set.knownIndicatorCount', count, known)
    return [{ type: 'programme.criteria-set-published', subject: subjectOf.criteriaSet(set.id), data: { set } }]
  },

  'carry-over-results': (j, { from, to, pairs, reason }) => {
    requireRight(j, leadOf(j), authorityOf(j))
    const source = knownSet(j, from, 'from')
    const target = knownSet(j, to, 'to')
    if (from === to) j.refuse('carry-same-set', 'to')
    checkCount(j, 'pairs', pairs, { min: 1, max: MOST.indicators })
    checkNote(j, 'reason', reason)
    for (const [side, set] of [
      ['from', source],
      ['to', target],
    ] as const) {
      const ids = new Set(set && indicatorsOf(set).map(({ indicator }) => indicator.id))
      const seen = new Set<string>()
      for (const [at, pair] of pairs.entries()) {
        const id = pair[side]
        if (set && !ids.has(id)) j.refuse('indicator-unknown', `pairs.${at}.${side}`, id.slice(0, 64), set.id)
        if (seen.has(id)) j.refuse('pair-twice', `pairs.${at}.${side}`, id.slice(0, 64))
        seen.add(id)
      }
    }
    const data = { from, to, pairs, reason }
    return [{ type: 'programme.results-carried-over', subject: subjectOf.carryOver(from, to), data }]
  },
}

/** The set of a command, which must be there. */
export function knownSet(j: Judgement, id: string, field = 'set'): SetState | undefined {
  const set = j.state.criteriaSets.get(id)
  if (!set) j.refuse('set-unknown', field, id.slice(0, 64))
  return set
}

/** Results and dossiers mean the set as it was when they were made. */
const isReferredTo = ({ results, dossiers }: ProgrammeState, set: string): boolean =>
  results.values().some(one => one.set === set) || dossiers.values().some(one => one.set === set)

function checkHead(j: Judgement, set: CriteriaSet): void {
  checkText(j, 'set.title', set.title, LIMITS.criteriaTitle)
  checkNote(j, 'set.decision', set.decision, LIMITS.document)
  if (set.issuedOn !== null) checkPastDay(j, 'set.issuedOn', set.issuedOn)
  const fromIsDay = checkDay(j, 'set.validFrom', set.validFrom)
  const toIsDay = set.validTo !== null && checkDay(j, 'set.validTo', set.validTo)
  if (fromIsDay && toIsDay && set.validTo <= set.validFrom) j.refuse('validity-empty', 'set.validTo')
  checkText(j, 'set.source', set.source, LIMITS.source)
  checkNote(j, 'set.note', set.note)
  if (set.predecessor === null) return
  if (set.predecessor === set.id || descendsFrom(j.state, set.predecessor, set.id))
    j.refuse('predecessor-circle', 'set.predecessor', set.id)
  else knownSet(j, set.predecessor, 'set.predecessor')
}

function descendsFrom({ criteriaSets }: ProgrammeState, id: string, ancestor: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); at = criteriaSets.get(at)?.predecessor ?? null) {
    if (at === ancestor) return true
    seen.add(at)
  }
  return false
}

function checkGroups(j: Judgement, groups: readonly CriteriaGroup[]): void {
  checkCount(j, 'set.groups', groups, { min: 1, max: MOST.groups })
  checkOnce(
    j,
    'set.groups',
    'id',
    groups.map(({ id }) => id),
  )
  const criteria = groups.flatMap(group => group.criteria)
  if (criteria.length > MOST.criteria) j.refuse('too-many', 'set.groups', MOST.criteria, criteria.length)
  const seen = { criteria: new Set<string>(), indicators: new Set<string>() }
  for (const [g, group] of groups.entries()) {
    checkNamed(j, `set.groups.${g}`, group)
    for (const [c, criterion] of group.criteria.entries()) {
      const field = `set.groups.${g}.criteria.${c}`
      checkNamed(j, field, criterion)
      checkNew(j, field, criterion.id, seen.criteria)
      for (const [i, indicator] of criterion.indicators.entries()) {
        checkIndicator(j, `${field}.indicators.${i}`, indicator)
        checkNew(j, `${field}.indicators.${i}`, indicator.id, seen.indicators)
      }
    }
  }
}

function checkNew(j: Judgement, field: string, id: string, seen: Set<string>): void {
  if (seen.has(id)) j.refuse('id-twice', `${field}.id`, id)
  seen.add(id)
}

function checkNamed(j: Judgement, field: string, { id, title }: { readonly id: string; readonly title: string }): void {
  checkId(j, `${field}.id`, id)
  checkText(j, `${field}.title`, title, LIMITS.criteriaTitle)
}

function checkIndicator(j: Judgement, field: string, indicator: Indicator): void {
  const { owner, evidence, target, measure } = indicator
  checkNamed(j, field, indicator)
  // A unit of the past may own it: its successor carries that on.
  if (owner !== null && !j.units.has(owner)) j.refuse('unit-unknown', `${field}.owner`, owner.slice(0, 64))
  checkNote(j, `${field}.evidence`, evidence)
  checkTarget(j, `${field}.target`, target)
  if (measure) checkMeasure(j, `${field}.measure`, measure)
}

function checkTarget(j: Judgement, field: string, target: Target): void {
  switch (target.kind) {
    case 'boolean':
      return
    case 'number':
      if (!Number.isFinite(target.value)) j.refuse('number-malformed', `${field}.value`)
      return checkNote(j, `${field}.unit`, target.unit, LIMITS.measureUnit)
    case 'text':
      return checkText(j, `${field}.text`, target.text, LIMITS.targetText)
    default:
      return target satisfies never
  }
}

function checkMeasure(j: Judgement, field: string, measure: Measure): void {
  checkWhole(j, `${field}.windowDays`, measure.windowDays, LIMITS.windowDays)
  if (measure.kind !== 'reporting-stations' && measure.quantity !== null)
    checkId(j, `${field}.quantity`, measure.quantity, QUANTITY_CODE)
}
