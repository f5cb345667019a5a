// Whatever happens in whatever order: no transition is lost or doubled, nothing that asked is forgotten, nothing old silences what is new.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_SHELVE_MS } from '../../../shared/alarms/command.ts'
import type { AlarmEvent, AlarmEventType } from '../../../shared/alarms/event.ts'
import { floodAt } from '../../../shared/alarms/flood.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { isOpen, isQuiet, standingOf } from '../../../shared/alarms/standing.ts'
import {
  type Alarm,
  type AlarmState,
  CHATTER_TRANSITIONS,
  EMPTY_ALARM_STATE,
  FLOOD_BEGIN,
  FLOOD_END,
  FLOOD_WINDOW_MS,
} from '../../../shared/alarms/state.ts'
import { type Run, run, steps } from './lifecycle-run.ts'

/** Each event with its alarm as it stood before and after it. */
type Move = {
  readonly event: AlarmEvent
  readonly before: Alarm | undefined
  readonly after: Alarm
  readonly state: AlarmState
}
function movesOf({ log }: Run): readonly Move[] {
  const moves: Move[] = []
  let state = EMPTY_ALARM_STATE
  for (const event of log) {
    const next = foldAlarms(state, [event])
    const id = event.subject.slice('alarm:'.length)
    const after = next.alarms.get(id)
    if (after) moves.push({ event, before: state.alarms.get(id), after, state: next })
    state = next
  }
  return moves
}

const LIFTING: ReadonlySet<AlarmEventType> = new Set([
  'alarm.unshelved',
  'alarm.unsuppressed',
  'alarm.returned-to-service',
])

/** Whether this event must ask for attention, said anew and apart from the fold. */
function mustAsk({ event, before, after }: Move): boolean {
  if (isQuiet(after)) return false
  if (event.type === 'alarm.raised' || event.type === 'alarm.re-alarmed') return true
  if (event.type === 'alarm.level-changed') return event.data.isSeverer
  return LIFTING.has(event.type) && before !== undefined && isQuiet(before) && before.isActive
}

/** Every transition of an alarm and the one that must lie between two of it. */
const TURNS: readonly (readonly [AlarmEventType, AlarmEventType])[] = [
  ['alarm.raised', 'alarm.returned'],
  ['alarm.shelved', 'alarm.unshelved'],
  ['alarm.taken-out-of-service', 'alarm.returned-to-service'],
]

describe('any interleaving', () => {
  test('loses no transition and doubles none', () => {
    fc.assert(
      fc.property(steps, all => {
        const done = run(all)
        for (const [alarm, level] of done.truth) {
          const held = done.state.alarms.get(alarm)
          expect(held?.isActive ?? false).toBe(level !== null)
          if (level !== null) expect(held?.level).toBe(level)
          const types = done.log.filter(({ subject }) => subject === `alarm:${alarm}`).map(({ type }) => type)
          for (const [on, off] of TURNS) {
            const turns = types.filter(type => type === on || type === off)
            expect(turns).toEqual(turns.map((_type, at) => (at % 2 === 0 ? on : off)))
          }
        }
        // Nothing was written that changes nothing.
        for (const { event, before, after } of movesOf(done))
          expect(after, event.type).not.toStrictEqual(before && { ...before, version: after.version })
        expect(foldAlarms(EMPTY_ALARM_STATE, done.log)).toStrictEqual(done.state)
      }),
      { numRuns: 100 },
    )
  })

  test('asks for attention exactly when it must, and forgets nothing that asked', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(steps, all => {
        const asked: number[] = []
        for (const move of movesOf(run(all))) {
          const { event, before, after, state } = move
          const asks = after.occurrence === event.id && !isQuiet(after)
          expect(asks, event.type).toBe(mustAsk(move))
          if (asks) asked.push(event.at)
          expect(state.annunciations).toEqual(asked.slice(-(FLOOD_BEGIN + 1)))
          // Only a person takes an acknowledgement off an alarm's hands.
          if (before && !before.isAcknowledged && after.isAcknowledged) expect(event.type).toBe('alarm.acknowledged')
          if (before?.isLatched && !after.isLatched) expect(['alarm.reset', 'alarm.raised']).toContain(event.type)
          const standing = standingOf(after)
          if (standing === 'acknowledged') expect(after.acknowledged?.eventId).toBeGreaterThan(after.occurrence)
          if (standing === 'normal') expect([after.isAcknowledged, after.isLatched]).toEqual([true, false])
          expect(after.returnedAt === null).toBe(after.isActive)
          expect(after.isActive && after.isLatched).toBe(false)
          seen.add(standing)
        }
      }),
      { numRuns: 100 },
    )
    expect(seen.size).toBeGreaterThan(5)
  })

  test('what was asked of an older occurrence never silences or closes a newer one', () => {
    const tried = { old: 0, done: 0 }
    fc.assert(
      fc.property(steps, all => {
        const done = run(all)
        for (const { command, seen, held, isDone } of done.acts) {
          if (!['acknowledge', 'reset', 'shelve', 'take-out-of-service'].includes(command)) continue
          const isOld = seen.occurrence !== held.occurrence
          tried[isOld ? 'old' : 'done'] += 1
          if (isOld) expect(isDone).toBe(false)
        }
        const newest = new Map<string, number>()
        for (const { after } of movesOf(done)) {
          expect(after.occurrence).toBeGreaterThanOrEqual(newest.get(after.id) ?? 0)
          newest.set(after.id, after.occurrence)
        }
      }),
      { numRuns: 100 },
    )
    expect(Math.min(tried.old, tried.done)).toBeGreaterThan(20)
  })

  test('is never shelved beyond eight hours, nor beyond its time', () => {
    let shelved = 0
    fc.assert(
      fc.property(steps, all => {
        const { log, state, now } = run(all)
        for (const { shelved: held } of state.alarms.values()) if (held) expect(held.until).toBeGreaterThan(now)
        for (const event of log) {
          if (event.type !== 'alarm.shelved') continue
          shelved++
          expect(event.data.until - event.at).toBeGreaterThan(0)
          expect(event.data.until - event.at).toBeLessThanOrEqual(MAX_SHELVE_MS)
        }
      }),
      { numRuns: 100 },
    )
    expect(shelved).toBeGreaterThan(10)
  })

  test('keeps what it keeps within bounds, in order, and true', () => {
    let floods = 0
    fc.assert(
      fc.property(steps, all => {
        let quietSince: number | null = null
        let wasOpen = false
        const asked: number[] = []
        for (const { event, after, state } of movesOf(run(all))) {
          const { transitions } = after
          expect(transitions.length).toBeLessThanOrEqual(CHATTER_TRANSITIONS + 1)
          expect(transitions).toEqual(transitions.toSorted((a, b) => a - b))
          const open = [...state.alarms.values()].some(isOpen)
          if (wasOpen && !open) quietSince = event.at
          if (open) quietSince = null
          wasOpen = open
          expect(state.quietSince).toBe(quietSince)
          if (after.occurrence === event.id && !isQuiet(after)) asked.push(event.at)
          for (const later of [0, 1, FLOOD_WINDOW_MS / 2, FLOOD_WINDOW_MS])
            expect(floodAt(state, event.at + later)).toEqual(naiveFlood(asked, event.at + later))
          floods += state.floodSince === null ? 0 : 1
        }
      }),
      { numRuns: 80 },
    )
    expect(floods).toBeGreaterThan(5)
  })
})

/** By counting anew at every moment at which the count can change: what is ten minutes old leaves before what is new comes. */
function naiveFlood(asked: readonly number[], now: number): { readonly since: number } | null {
  const moments = [...new Set([...asked, ...asked.map(at => at + FLOOD_WINDOW_MS), now])].sort((a, b) => a - b)
  let since: number | null = null
  for (const at of moments.filter(moment => moment <= now)) {
    const inWindow = asked.filter(one => one <= at && one > at - FLOOD_WINDOW_MS)
    const before = inWindow.filter(one => one < at).length
    if (since !== null && since < at && before < FLOOD_END) since = null
    if (since === null && inWindow.length > FLOOD_BEGIN) since = at
  }
  return since === null ? null : { since }
}
