// What came and went at the simulated stations, made up after the habits: which alarm, where, how far beyond its level, for how long.
import type { Watch, WatchedLevel } from '../../../shared/alarms/watch.ts'
import { dayOf, HOUR_MS, MINUTE_MS, startOfDay } from '../calendar.ts'
import type { Dice } from '../programme/scene.ts'
import { FLOOD_NIGHT, HABITS } from './habits.ts'
import { type AlarmScene, alarmDice, type Happening, INTERVAL_MS, type Span, throwBetween } from './scene.ts'
import type { FloodNight } from './spring-tide.ts'

/** The same alarm doesn't come again within this. */
const REST_MS = 40 * MINUTE_MS
/** A device that lost its connection is found silent a little later, and speaks before it counts as connected again. */
const FOUND_SILENT_MS = 65_000
const SPEAKS_BEFORE_MS = 2 * MINUTE_MS
const OFFLINE = 'device-offline'
const SILENT = 'device-silent'
/** Age of a reading that has just come, in intervals. */
const HEARD = 0.2

type Visit = {
  readonly rule: string
  readonly at: number
  readonly lastsMs: number
  readonly climbs: number
}

/** In no order. All have gone by the end of the span. */
export function ordinaryHappenings(scene: AlarmScene, night: FloodNight | undefined): readonly Happening[] {
  const watchesOf = Map.groupBy(scene.watches, ({ rule }) => rule.id)
  const busy = new Map<string, Span[]>()
  const visits = [...dailyVisits(scene), ...(night ? nightVisits(scene, night) : [])]
  return visits.flatMap((visit, n) => {
    const { at, lastsMs } = visit
    const until = Math.min(at + lastsMs, scene.until - MINUTE_MS)
    if (at < scene.from || until - at < MINUTE_MS) return []
    const dice = alarmDice(scene, `visit ${n}`)
    const span = { from: at, until }
    const watch = placeFor(scene, watchesOf.get(visit.rule) ?? [], dice, one => isFree(busy.get(one.alarm), span))
    if (!watch) return []
    busy.set(watch.alarm, [...(busy.get(watch.alarm) ?? []), span])
    return [...visitOf(watch, span, visit.climbs, dice), ...silenceOf(watchesOf.get(SILENT) ?? [], watch, span)]
  })
}

function dailyVisits(scene: AlarmScene): readonly Visit[] {
  const days = Array.from({ length: dayOf(scene.until) - dayOf(scene.from) + 1 }, (_, n) => dayOf(scene.from) + n)
  return HABITS.flatMap(({ rule, perDay, lastsMs, hours = [0, 24], climbs = 0 }, n) =>
    days.flatMap(day => {
      const dice = alarmDice(scene, `habit ${n} ${day}`)
      // Days differ: from half to one and a half times the mean.
      const mean = perDay * throwBetween(dice, [0.5, 1.5])
      const count = Math.floor(mean) + Number(dice.chance(mean % 1))
      return Array.from({ length: count }, () => ({
        rule,
        at: Math.round(startOfDay(day) + throwBetween(dice, hours) * HOUR_MS),
        lastsMs: Math.round(throwBetween(dice, lastsMs)),
        climbs,
      }))
    }),
  )
}

const nightVisits = (scene: AlarmScene, { peakAt }: FloodNight): readonly Visit[] =>
  FLOOD_NIGHT.flatMap(({ rule, fromMinute, withinMinutes, count, lastsMs, climbs = 0 }) => {
    const dice = alarmDice(scene, `night ${rule}`)
    return Array.from({ length: count }, () => ({
      rule,
      at: Math.round(peakAt + (fromMinute + withinMinutes * dice.next()) * MINUTE_MS),
      lastsMs: Math.round(throwBetween(dice, lastsMs)),
      climbs,
    }))
  })

/** A few stations have most of the trouble, as in life. */
function placeFor(
  scene: AlarmScene,
  watches: readonly Watch[],
  dice: Dice,
  isUsable: (watch: Watch) => boolean,
): Watch | undefined {
  const TRIES = 12
  const badness = new Map(watches.map(({ alarm }) => [alarm, alarmDice(scene, `badness ${alarm}`).next()]))
  const worstFirst = watches.toSorted((a, b) => (badness.get(a.alarm) ?? 0) - (badness.get(b.alarm) ?? 0))
  for (let n = 0; n < TRIES; n++) {
    const found = worstFirst[Math.floor(dice.next() ** 2 * worstFirst.length)]
    if (found && isUsable(found)) return found
  }
  return undefined
}

const isFree = (busy: readonly Span[] = [], { from, until }: Span): boolean =>
  busy.every(one => until + REST_MS < one.from || from > one.until + REST_MS)

/** Comes at the mildest level, may climb, and goes. */
function visitOf(watch: Watch, { from, until }: Span, climbs: number, dice: Dice): readonly Happening[] {
  const [mildest, ...severer] = watch.levels
  if (!mildest) return []
  const found: Happening[] = [{ at: from, watch, level: mildest, value: valueAt(watch, mildest, dice) }]
  let at = from
  for (const level of severer) {
    at += throwBetween(dice, [0.15, 0.4]) * (until - from)
    if (at > until - MINUTE_MS || !dice.chance(climbs)) break
    found.push({ at: Math.round(at), watch, level, value: valueAt(watch, level, dice) })
  }
  return [...found, { at: until, watch, level: null, value: insideOf(watch, mildest, dice) }]
}

/** The silence that a lost connection explains: raised suppressed, it asks nobody. */
function silenceOf(silences: readonly Watch[], { rule, about }: Watch, { from, until }: Span): readonly Happening[] {
  if (rule.id !== OFFLINE || until - from < FOUND_SILENT_MS + SPEAKS_BEFORE_MS + MINUTE_MS) return []
  const silent = silences.find(one => one.about.device === about.device)
  const [level] = silent?.levels ?? []
  if (!silent || !level) return []
  return [
    { at: from + FOUND_SILENT_MS, watch: silent, level, value: silenceAt(silent, level) },
    { at: until - SPEAKS_BEFORE_MS, watch: silent, level: null, value: HEARD },
  ]
}

/** A little beyond the level, never as far as the next one. */
function valueAt(watch: Watch, level: WatchedLevel, dice: Dice): number {
  const { rule, levels } = watch
  if (rule.signal.kind === 'state') return 1
  if (rule.signal.kind === 'silence') return silenceAt(watch, level)
  const next = levels[levels.indexOf(level) + 1]
  const room = next ? Math.abs(next.at - level.at) : Math.max(rule.deadband * 3, Math.abs(level.at) * 0.1)
  return rounded(rule.signal.kind, level.at + sign(rule.side) * throwBetween(dice, [0.02, 0.8]) * room)
}

/** Back inside, past the deadband. */
function insideOf({ rule }: Watch, { at }: WatchedLevel, dice: Dice): number {
  if (rule.signal.kind === 'state') return 0
  if (rule.signal.kind === 'silence') return HEARD
  const room = Math.max(rule.deadband, Math.abs(at) * 0.02)
  const value = at - sign(rule.side) * (rule.deadband + throwBetween(dice, [0.1, 1.5]) * room)
  return rounded(rule.signal.kind, rule.side === 'high' ? Math.max(0, value) : value)
}

/** By then the delay has passed too. */
const silenceAt = ({ rule }: Watch, { at }: WatchedLevel): number => Math.round(at + rule.onDelayMs / INTERVAL_MS)

const sign = (side: 'high' | 'low'): number => (side === 'high' ? 1 : -1)

const rounded = (kind: Watch['rule']['signal']['kind'], value: number): number =>
  Number(value.toFixed(kind === 'count' || kind === 'aqi' ? 0 : 2))
