// What the station watches, kept in step with rules, devices, the programme, and with what other stations on the same database do.
// Finds conditions; decides and appends nothing.
import type { AlarmEventType } from '../../shared/alarms/event.ts'
import { programmeSignals } from '../../shared/alarms/programme-signals.ts'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { subjectOfAlarm } from '../../shared/alarms/target.ts'
import { type WithoutLevels, watchesOf } from '../../shared/alarms/watches.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import type { Units } from '../../shared/programme/units.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import type { Registry } from '../../shared/registry.ts'
import type { EventRow } from '../log/folded-log.ts'
import type { Store } from '../store/store.ts'
import { type Conditions, createConditions } from './conditions.ts'
import { recallPast, takeFromOthers } from './stored-readings.ts'

/** Where a condition stands moved. */
const CONDITION_EVENTS: ReadonlySet<string> = new Set<AlarmEventType>([
  'alarm.raised',
  'alarm.level-changed',
  'alarm.returned',
])
const ALARM_SUBJECT = subjectOfAlarm('')

export type WatchedWorld = {
  readonly registry: Registry
  readonly units: Units
  /** Series of the devices in use. */
  readonly catalogue: () => readonly CatalogueSeries[]
  readonly programme: {
    readonly state: () => ProgrammeState
    readonly today: () => string
    /** Folds in what another process wrote. */
    readonly catchUp: () => Promise<void>
  }
}
export type WatchingDeps = WatchedWorld & {
  readonly store: Pick<Store, 'latest' | 'readings'>
  /** The alarms as folded so far. */
  readonly state: () => AlarmState
  readonly now: () => number
  readonly onFound: () => void
  readonly onTrouble: (error: unknown) => void
}
export type Watching = {
  readonly conditions: Conditions
  /** Targets that rules are meant for, where no setpoint is known. */
  readonly withoutLevels: () => readonly WithoutLevels[]
  /** Rules, devices or the programme changed. */
  readonly outdate: () => void
  /** Watches anew what has to be. */
  readonly renew: () => Promise<void>
  /** Others moved conditions: on readings that are stored by now, and taken here first, so that all come to the same. */
  readonly giveWay: (events: readonly EventRow[]) => Promise<void>
  readonly takeWhatOthersStored: () => Promise<void>
}

export function createWatching(deps: WatchingDeps): Watching {
  const { registry, units, catalogue, programme, store, state, now, onFound, onTrouble } = deps
  let found = look()
  let isOutdated = true
  const conditions = createConditions({ ...found, alarms: state().alarms, now, onFound, onTrouble })

  function look() {
    const rules = [...state().rules.values()]
    const today = programme.today()
    const { watches, withoutLevels } = watchesOf(rules, { catalogue: catalogue(), registry })
    const clocks = programmeSignals(programme.state(), units, today, rules)
    return { today, withoutLevels, watches: [...watches, ...clocks.watches], signals: clocks.signals }
  }

  async function renew(): Promise<void> {
    if (!isOutdated && found.today === programme.today()) return
    isOutdated = false
    try {
      found = look()
      conditions.setWatches(found)
      // What stands by the log stands for a new watch too; what nothing watches any more is over.
      for (const { id, isActive, level } of state().alarms.values()) if (isActive) conditions.settle(id, level)
      await recallPast(store, conditions, now())
      conditions.advance()
    } catch (error) {
      isOutdated = true
      throw error
    }
  }

  async function takeWhatOthersStored(): Promise<void> {
    const newest = await store.latest()
    conditions.flush()
    await takeFromOthers(store, conditions, newest)
    conditions.flush()
  }

  return {
    conditions,
    withoutLevels: () => found.withoutLevels,
    outdate() {
      isOutdated = true
    },
    renew,
    async giveWay(events) {
      const subjects = events.filter(({ type }) => CONDITION_EVENTS.has(type)).map(({ subject }) => subject)
      const moved = new Set(subjects.map(subject => subject.slice(ALARM_SUBJECT.length)))
      if (moved.size === 0) return
      const watchOf = (alarm: string) => conditions.watches().get(alarm)
      if ([...moved].some(alarm => watchOf(alarm)?.inputs.length === 0)) await programme.catchUp()
      await renew()
      await takeWhatOthersStored()
      for (const id of moved) {
        const alarm = state().alarms.get(id)
        // What isn't watched here may be a new device's: renewed, it is found.
        if (alarm && watchOf(id)) conditions.settle(id, alarm.isActive ? alarm.level : null)
      }
      conditions.advance()
    },
    takeWhatOthersStored,
  }
}
