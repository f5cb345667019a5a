// A station of alarms as it could run: a signal per watch that comes and goes, people who look and act (sometimes on what is old),
// time that passes, restarts, a second node that decides the same. Every event goes through a log that compares versions.
import * as fc from 'fast-check'
import { type AlarmCommandRequest, MAX_SHELVE_MS, type SeenAlarm } from '../../../shared/alarms/command.ts'
import { decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import type { AlarmsCommandName } from '../../../shared/alarms/decide-alarms.ts'
import { decideSystem } from '../../../shared/alarms/decide-system.ts'
import type { AlarmEvent } from '../../../shared/alarms/event.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { packAlarms, unpackAlarms } from '../../../shared/alarms/snapshot.ts'
import { type Alarm, type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { subjectOfAlarm } from '../../../shared/alarms/target.ts'
import type { ConditionChange } from '../../../shared/alarms/watch.ts'
import {
  aChange,
  alarmIn,
  aRule,
  ask,
  aWatch,
  byAlarm,
  DECLARED_SEN,
  eventsOf,
  HOUR,
  MINUTE,
  NOON,
  published,
  SYSTEM,
  units,
} from './sample.ts'

const RULES = [
  aRule({ id: 'plain', reAlarmMs: 4 * HOUR }),
  aRule({ id: 'latching', isLatching: true }),
  aRule({ id: 'daytime', hours: { from: '06:00', to: '18:00' } }),
  aRule({ id: 'explained', suppressedBy: 'plain', isLatching: true }),
]
export const WATCHES = RULES.map(rule => aWatch(rule))
const watches = byAlarm(...WATCHES)

export type Step =
  /** The signals of some watches at once: to a level, or back. */
  | { readonly kind: 'signals'; readonly to: readonly (readonly [number, 'H' | 'HH' | null])[] }
  | { readonly kind: 'pass'; readonly ms: number }
  /** Somebody looks at the list and remembers it. */
  | { readonly kind: 'look' }
  /** Somebody acts on the list as they remember it. */
  | {
      readonly kind: 'act'
      readonly command: AlarmsCommandName
      readonly on: readonly number[]
      readonly forMs: number
    }
  /** The station starts again: from a snapshot and the events after it. */
  | { readonly kind: 'restart'; readonly cut: number }

/** What somebody asked of an alarm as they remembered it, how it stood then, and whether it was done. */
export type Act = {
  readonly command: AlarmsCommandName
  readonly seen: SeenAlarm
  readonly held: Alarm
  readonly isDone: boolean
}
export type Run = {
  readonly log: readonly AlarmEvent[]
  readonly state: AlarmState
  readonly now: number
  /** What the signals are in truth. */
  readonly truth: ReadonlyMap<string, string | null>
  readonly acts: readonly Act[]
}

export function run(steps: readonly Step[]): Run {
  let log: readonly AlarmEvent[] = []
  let state: AlarmState = EMPTY_ALARM_STATE
  let now = NOON
  let seen: readonly SeenAlarm[] = []
  const truth = new Map<string, string | null>()
  const acts: Act[] = []

  /** As the store does it: all or nothing, and only on the versions that it was decided on. False = a conflict. */
  function append(
    { events, expected }: Pick<ReturnType<typeof decideSystem>, 'events' | 'expected'>,
    actor: string,
  ): boolean {
    for (const { subject, version } of expected)
      if ((log.findLast(event => event.subject === subject)?.id ?? 0) !== version) return false
    const appended = eventsOf(log.length, events, now, actor) as readonly AlarmEvent[]
    log = [...log, ...appended]
    state = foldAlarms(state, appended)
    return true
  }

  /** Two nodes found the same; the slower one is a conflict, looks again, and has nothing more to say. */
  function system(changes: readonly ConditionChange[]): void {
    const [first, second] = [decideSystem(state, changes, watches, now), decideSystem(state, changes, watches, now)]
    if (JSON.stringify(first) !== JSON.stringify(second)) throw new Error('two deciders on the same version differ')
    append(first, SYSTEM)
    if (second.events.length > 0 && append(second, SYSTEM)) throw new Error('the same was written twice')
    // What a node still holds after it was told of the other's events is where the signals are now.
    const newest = [...new Map(changes.map(change => [change.alarm, change])).values()]
    const again = decideSystem(state, newest, watches, now).events
    if (again.length > 0) throw new Error(`said again: ${JSON.stringify(again)}`)
  }

  function act({ command, on, forMs }: Extract<Step, { kind: 'act' }>): void {
    const alarms = on.flatMap(place => seen[place % Math.max(1, seen.length)] ?? [])
    if (alarms.length === 0) return
    const change = command === 'shelve' ? { alarms, forMs } : { alarms }
    const request: AlarmCommandRequest = ask(state, command, change)
    const decision = decideAlarmCommand({ state, units, now }, request)
    const done = new Set(decision.events.map(({ subject }) => subject))
    for (const one of alarms)
      acts.push({ command, seen: one, held: alarmIn(state, one.id), isDone: done.has(subjectOfAlarm(one.id)) })
    if (!append(decision, DECLARED_SEN)) throw new Error('a command was decided on what is not so')
  }

  append({ events: RULES.map(rule => published(rule)), expected: [] }, SYSTEM)
  for (const step of steps) {
    switch (step.kind) {
      case 'signals': {
        const changes = step.to.flatMap(([place, level]) => {
          const watch = WATCHES[place % WATCHES.length]
          if (!watch) return []
          truth.set(watch.alarm, level)
          return [aChange(watch, level, now)]
        })
        system(changes)
        break
      }
      case 'pass':
        for (const end = now + step.ms; now < end; ) {
          now = Math.min(end, now + 30 * MINUTE)
          system([])
        }
        break
      case 'look':
        seen = [...state.alarms.values()].map(({ id, occurrence }) => ({ id, occurrence }))
        break
      case 'act':
        act(step)
        break
      case 'restart': {
        const cut = step.cut % (log.length + 1)
        const snapshot = JSON.stringify(packAlarms(foldAlarms(EMPTY_ALARM_STATE, log.slice(0, cut)), 'h'))
        const held = unpackAlarms(JSON.parse(snapshot))
        if (!held) throw new Error('the snapshot is of another version')
        state = foldAlarms(held, log)
        break
      }
      default:
        step satisfies never
    }
  }
  return { log, state, now, truth, acts }
}

const place = fc.nat(WATCHES.length - 1)
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('signals' as const),
        to: fc.array(fc.tuple(place, fc.constantFrom('H' as const, 'HH' as const, null)), {
          minLength: 1,
          maxLength: 5,
        }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('pass' as const),
        ms: fc.constantFrom(1, MINUTE, 5 * MINUTE, HOUR, 6 * HOUR, 9 * HOUR),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('look' as const) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('act' as const),
        command: fc.constantFrom(
          ...(['acknowledge', 'acknowledge', 'acknowledge', 'reset', 'shelve', 'unshelve'] as const),
          ...(['take-out-of-service', 'return-to-service', 'return-to-service', 'assign', 'comment'] as const),
        ),
        on: fc.array(place, { minLength: 1, maxLength: 4 }),
        forMs: fc.constantFrom(MINUTE, HOUR, MAX_SHELVE_MS),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), cut: fc.nat(200) }) },
  ),
  { maxLength: 60, size: 'max' },
)
