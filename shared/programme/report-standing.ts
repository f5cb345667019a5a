// Which unit owes which report, and whether it came in time. Derived, never stored. Pure; what is in a report isn't its
// business.

import type { Unit } from '../registry.ts'
import { dateMarkOf } from './deadline.ts'
import type { Day } from './facts.ts'
import { periodsBetween, type ReportPeriod } from './report-period.ts'
import { keyOf, type ProgrammeState, type ReportState } from './state.ts'
import { districtStepOf, type Units } from './units.ts'
import { addDays, daysBetween } from './working-calendar.ts'

/** One who reports, with the villages reported on; `unit` null = nobody is named, for the villages of `formerly`. */
export type Reporter = {
  readonly unit: Unit | null
  /** The district that did it by the plan, when nobody is named. */
  readonly formerly: Unit | null
  readonly villages: readonly string[]
}

export type ReportMark = 'on-time' | 'late' | 'missing' | 'due-soon' | 'not-due' | 'nobody'
export type ReportStanding = {
  readonly period: ReportPeriod
  readonly unit: string | null
  readonly formerly: string | null
  readonly mark: ReportMark
  readonly submittedOn: Day | null
  /** Of what came, days after the due day; of what is missing, days since it; else null. */
  readonly lateDays: number | null
  /** The submission. */
  readonly eventId: number | null
}

/** How far ahead periods are listed: each span comes once in a year. */
export const REPORTS_AHEAD_DAYS = 365

/**
 * Who reports on a day: the districts that have a village (plan, part VI), and from 2025-07-01 whoever the setting names,
 * whenever it was set: it says who does what the districts did.
 */
export function reportersOn(state: ProgrammeState, units: Units, day: Day): readonly Reporter[] {
  const found = new Map<string, Reporter>()
  for (const village of [...state.villages.values()].sort((a, b) => a.order - b.order)) {
    const who = districtStepOf(state, units, village, day)
    const unit = who.kind === 'unit' ? who.unit : null
    const formerly = who.kind === 'nobody' ? (who.formerly ?? null) : null
    const key = `${unit?.id ?? ''}:${formerly?.id ?? ''}`
    found.set(key, { unit, formerly, villages: [...(found.get(key)?.villages ?? []), village.id] })
  }
  return [...found.values()]
}

/**
 * Every report expected for a period whose cut-off lies from `from` (not before the plan) to a year after `day`, and every
 * one that came though it wasn't expected. Who is expected is judged on the period's cut-off day. By cut-off.
 */
export function reportStandings(state: ProgrammeState, units: Units, day: Day, from: Day): readonly ReportStanding[] {
  const { plan, settings } = state
  if (!plan) return []
  const since = from < plan.validFrom ? plan.validFrom : from
  const received = byPeriod(state.reports.values())
  return periodsBetween(since, addDays(day, REPORTS_AHEAD_DAYS), settings).flatMap(period => {
    const reporters = reportersOn(state, units, period.cutoff)
    const expected = new Set(reporters.map(({ unit }) => unit?.id))
    const unexpected = (received.get(period.id) ?? []).filter(({ unit }) => !expected.has(unit))
    return [
      ...reporters.map(reporter => standingOf(state, period, reporter, day)),
      ...unexpected.map(report => submitted(period, report)),
    ]
  })
}

export type Timeliness = {
  readonly unit: string
  /** Reports that came, or whose due day is over. */
  readonly expected: number
  readonly received: number
  readonly onTime: number
  /** 0 to 1; null = none was expected yet. */
  readonly rate: number | null
  readonly onTimeRate: number | null
}

/** By unit, best first: by the share on time, then by the share received, then by how many were expected. */
export function timelinessOf(standings: readonly ReportStanding[]): readonly Timeliness[] {
  const byUnit = new Map<string, Pick<Timeliness, 'expected' | 'received' | 'onTime'>>()
  for (const { unit, mark } of standings) {
    if (unit === null) continue
    const { expected, received, onTime } = byUnit.get(unit) ?? { expected: 0, received: 0, onTime: 0 }
    const hasCome = mark === 'on-time' || mark === 'late'
    byUnit.set(unit, {
      expected: expected + (hasCome || mark === 'missing' ? 1 : 0),
      received: received + (hasCome ? 1 : 0),
      onTime: onTime + (mark === 'on-time' ? 1 : 0),
    })
  }
  return [...byUnit]
    .map(([unit, counts]) => ({
      unit,
      ...counts,
      rate: share(counts.received, counts.expected),
      onTimeRate: share(counts.onTime, counts.expected),
    }))
    .sort(byTimeliness)
}

function standingOf(
  state: ProgrammeState,
  period: ReportPeriod,
  { unit, formerly }: Reporter,
  day: Day,
): ReportStanding {
  const nothing = { period, unit: null, formerly: null, submittedOn: null, lateDays: null, eventId: null }
  if (!unit) return { ...nothing, formerly: formerly?.id ?? null, mark: 'nobody' }
  const report = state.reports.get(keyOf.report(unit.id, period.id))
  if (report) return submitted(period, report)
  const waiting = { ...nothing, unit: unit.id }
  const mark = dateMarkOf(period.dueOn, day, state.settings.dueSoonDays)
  switch (mark) {
    case 'overdue':
      return { ...waiting, mark: 'missing', lateDays: daysBetween(period.dueOn, day) }
    case 'due-soon':
      return { ...waiting, mark: 'due-soon' }
    case 'on-track':
      return { ...waiting, mark: 'not-due' }
    default:
      return mark satisfies never
  }
}

function submitted(period: ReportPeriod, { unit, on, eventId }: ReportState): ReportStanding {
  const lateDays = Math.max(0, daysBetween(period.dueOn, on))
  const mark = lateDays > 0 ? 'late' : 'on-time'
  return { period, unit, formerly: null, mark, submittedOn: on, lateDays, eventId }
}

function byPeriod(reports: Iterable<ReportState>): ReadonlyMap<string, readonly ReportState[]> {
  const found = new Map<string, ReportState[]>()
  for (const report of reports) {
    const held = found.get(report.period)
    if (held) held.push(report)
    else found.set(report.period, [report])
  }
  return found
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** A unit that owed nothing yet comes last. */
function byTimeliness(a: Timeliness, b: Timeliness): number {
  const gaps = [
    (b.onTimeRate ?? -1) - (a.onTimeRate ?? -1),
    (b.rate ?? -1) - (a.rate ?? -1),
    b.expected - a.expected,
    a.unit < b.unit ? -1 : 1,
  ]
  return gaps.find(gap => gap !== 0) ?? 0
}
