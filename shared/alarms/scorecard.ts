// The scorecard of the alarms over a period: takes the log's events one by one, in order, and says at any time what the figures are.
// Pure; holds counts, never events, so that a year needs no more room than a day.
import type { AnyEvent } from '../programme/event.ts'
import { isChattering } from './chatter.ts'
import { foldingAlarms, isKnownAlarmEvent } from './fold.ts'
import { PRIORITIES, type Priority } from './rule.ts'
import {
  type Figure,
  FLEETING_MS,
  MAX_NAMED,
  MAX_RULE_CHANGES,
  MAX_SCORECARD_MS,
  type NamedAlarm,
  type RuleChange,
  type ScorecardFigures,
  type SetAside,
  type Tally,
  TEN_MINUTES_MS,
  TOP_ALARMS,
} from './scorecard-figures.ts'
import { createChart, createFloods, createTenMinutes, type Period } from './scorecard-load.ts'
import { createResponses } from './scorecard-response.ts'
import { createStale } from './scorecard-stale.ts'
import { type FigureName, judge, SCORECARD_TARGETS } from './scorecard-targets.ts'
import { asksForAttention, isQuiet, isStale } from './standing.ts'
import type { Alarm, AlarmState } from './state.ts'
import { subjectOfAlarm } from './target.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const SUBJECT_LENGTH = subjectOfAlarm('').length

export type ScorecardStart = Period & {
  /** The alarms before the first event of the period, or any time before that: what lies between is then taken too, and not counted. */
  readonly before: AlarmState
}
export type Scorecard = {
  /** In the log's order. What is of another family, known already or not of the period counts nothing. */
  readonly take: (event: AnyEvent) => void
  /** As of an instant (epoch milliseconds) not before the last event taken. Changes nothing: more may be taken afterwards. */
  readonly figures: (at: number) => ScorecardFigures
}

/** @throws RangeError when the period is empty or longer than MAX_SCORECARD_MS */
export function createScorecard({ from, to, before }: ScorecardStart): Scorecard {
  if (!(from < to) || to - from > MAX_SCORECARD_MS) throw new RangeError(`not a period: ${from} to ${to}`)
  const folding = foldingAlarms(before)
  const tenMinutes = createTenMinutes(from)
  const chart = createChart({ from, to })
  const floods = createFloods(from, before)
  const responses = createResponses()
  const stale = createStale(from)
  const byPriority: Record<Priority, number> = { low: 0, medium: 0, high: 0 }
  /** By alarm: bounded by the alarms there are. */
  const annunciated = new Map<string, number>()
  const chattered = new Map<string, number>()
  const fleeted = new Map<string, number>()
  let changes: readonly RuleChange[] = []
  let changed = { count: 0, byPeople: 0 }
  let simulated = 0
  // Rules carry the day they took effect, which may be long before the station: the first alarm shows that it watched.
  let watchedFrom = before.alarms.size > 0 ? from : null

  function countAlarm(event: AnyEvent, was: Alarm | undefined, is: Alarm): void {
    // The fold's own mark of an alarm that asks for attention.
    if (is.occurrence === event.id && !isQuiet(is)) {
      tenMinutes.add(event.at)
      chart.add(event.at, is.priority)
      byPriority[is.priority] += 1
      if (is.about.source === 'simulated') simulated += 1
      increment(annunciated, is.id)
    }
    if (was && asksForAttention(was) && is.isAcknowledged) {
      const tookMs = event.at - was.annunciatedAt
      responses.add(was.priority, tookMs, tookMs <= respondWithin(folding.state(), was))
    }
    if (was && was.isActive !== is.isActive && !isQuiet(is) && isChattering(is, event.at)) increment(chattered, is.id)
    if (was?.isActive && !is.isActive && !isQuiet(was) && event.at - was.raisedAt < FLEETING_MS)
      increment(fleeted, is.id)
  }

  function countRule(event: AnyEvent): void {
    if (!isKnownAlarmEvent(event) || event.type !== 'alarm.rule-published') return
    const { rule, version, reason } = event.data
    const isShipped = event.actor.startsWith('seed:')
    const { id, name } = rule
    const change = { rule: id, name, version, by: event.actor, at: event.at, reason, isShipped }
    changes = [change, ...changes].slice(0, MAX_RULE_CHANGES)
    changed = { count: changed.count + 1, byPeople: changed.byPeople + Number(!isShipped) }
  }

  return {
    take(event) {
      if (event.at >= to || event.id <= folding.state().lastId) return
      const id = event.subject.slice(SUBJECT_LENGTH)
      const was = folding.state().alarms.get(id)
      if (was) stale.settle(was, event.at)
      folding.take(event)
      const after = folding.state()
      floods.move(after)
      if (after.alarms.size > 0) watchedFrom ??= Math.max(from, event.at)
      if (event.at < from) return
      const is = after.alarms.get(id)
      if (is && is !== was) countAlarm(event, was, is)
      countRule(event)
    },
    figures(at) {
      const state = folding.state()
      const until = Math.min(to, Math.max(at, from))
      const watched = watchedFrom !== null && watchedFrom < until ? { from: watchedFrom, until } : null
      const total = PRIORITIES.reduce((sum, priority) => sum + byPriority[priority], 0)
      const { busy, busiest } = tenMinutes.read()
      const flooded = floods.read(until)
      const topTen = named(annunciated, state, TOP_ALARMS)
      const staleDays = stale.read(state.alarms.values(), Math.min(to, until + 1))
      const standing = [...state.alarms.values()].filter(alarm => isStale(alarm, until))
      const answers = responses.read(overdueAt(state, until))
      const { inTime, answered, overdue } = answers.all

      const known = (value: number | null) => (watched ? value : null)
      const shareOf = (part: number, whole: number) => known(whole > 0 ? part / whole : null)
      const watchedMs = watched ? until - watched.from : 0
      // A rate per day isn't known before a day has passed.
      const rate = (perMs: number) => known(watchedMs >= perMs ? (total * perMs) / watchedMs : null)
      const values: Readonly<Record<FigureName, number | null>> = {
        perTenMinutes: rate(TEN_MINUTES_MS),
        perHour: rate(HOUR_MS),
        perDay: rate(DAY_MS),
        mostInTenMinutes: known(busiest?.count ?? 0),
        busyShare: watched ? shareOf(busy, tenMinutes.within(watched.from, until)) : null,
        floodShare: shareOf(flooded.totalMs, watchedMs),
        topTenShare: shareOf(
          topTen.reduce((sum, { count }) => sum + count, 0),
          total,
        ),
        lowShare: shareOf(byPriority.low, total),
        mediumShare: shareOf(byPriority.medium, total),
        highShare: shareOf(byPriority.high, total),
        chattering: known(chattered.size),
        fleeting: known([...fleeted.values()].reduce((sum, count) => sum + count, 0)),
        stale: known(Math.max(0, ...staleDays.map(({ count }) => count))),
        answeredInTime: shareOf(inTime, answered + overdue),
        ruleChanges: state.rules.size > 0 && until > from ? changed.byPeople : null,
      }
      return {
        from,
        to,
        watched,
        lastId: state.lastId,
        annunciations: total,
        simulated,
        byPriority: { ...byPriority },
        figures: judged(values),
        busiest,
        floods: flooded,
        topTen,
        chattering: { count: chattered.size, alarms: named(chattered, state, MAX_NAMED) },
        fleeting: { count: fleeted.size, alarms: named(fleeted, state, MAX_NAMED) },
        stale: {
          days: staleDays,
          count: standing.length,
          alarms: standing
            .toSorted((a, b) => a.raisedAt - b.raisedAt || byId(a, b))
            .slice(0, MAX_NAMED)
            .map(alarm => ({ ...nameOf(alarm), raisedAt: alarm.raisedAt })),
        },
        responses: answers,
        shelved: asideAt(state, until, ({ shelved }) => shelved),
        suppressed: asideAt(state, until, ({ suppressed }) => suppressed),
        outOfService: asideAt(state, until, ({ outOfService }) => outOfService),
        ruleChanges: { count: changed.count, changes },
        chart: chart.read(until),
      }
    },
  }
}

function judged(values: Readonly<Record<FigureName, number | null>>): ScorecardFigures['figures'] {
  const judgedFigure = ([name, target]: [string, (typeof SCORECARD_TARGETS)[FigureName]]): [string, Figure] => {
    const value = values[name as FigureName]
    return [
      name,
      { value, target: target.target, limit: target.limit, verdict: judge(value, target), source: target.source },
    ]
  }
  return Object.fromEntries(Object.entries(SCORECARD_TARGETS).map(judgedFigure)) as ScorecardFigures['figures']
}

const respondWithin = ({ rules }: AlarmState, alarm: Alarm): number =>
  rules.get(alarm.rule)?.rule.respondWithinMs ?? Number.POSITIVE_INFINITY

function overdueAt(state: AlarmState, at: number): Record<Priority, number> {
  const overdue: Record<Priority, number> = { low: 0, medium: 0, high: 0 }
  for (const alarm of state.alarms.values())
    if (asksForAttention(alarm) && at - alarm.annunciatedAt > respondWithin(state, alarm)) overdue[alarm.priority] += 1
  return overdue
}

function asideAt(
  { alarms }: AlarmState,
  at: number,
  stampOf: (alarm: Alarm) => { readonly at: number } | null,
): SetAside {
  const since = [...alarms.values()].flatMap(alarm => stampOf(alarm)?.at ?? [])
  const longest = since.reduce((oldest, one) => Math.min(oldest, one), at)
  return { count: since.length, longestMs: since.length === 0 ? null : at - longest }
}

/** The most frequent first; of equals the one that comes first by id. */
function named(counts: ReadonlyMap<string, number>, { alarms }: AlarmState, most: number): readonly Tally[] {
  return [...counts]
    .flatMap(([id, count]) => {
      const alarm = alarms.get(id)
      return alarm ? { alarm, count } : []
    })
    .toSorted((a, b) => b.count - a.count || byId(a.alarm, b.alarm))
    .slice(0, most)
    .map(({ alarm, count }) => ({ ...nameOf(alarm), count }))
}

const nameOf = ({ id, rule, about, priority }: Alarm): NamedAlarm => {
  const { title, village, source } = about
  return { id, rule, title, village, priority, isSimulated: source === 'simulated' }
}

const byId = (a: Alarm, b: Alarm): number => (a.id < b.id ? -1 : 1)

const increment = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
