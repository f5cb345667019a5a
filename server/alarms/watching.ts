// What the station watches, kept in step with rules, devices, the programme, and with what other stations on the same database do.
// Finds conditions; decides and appends nothing.
import type { AlarmEventType } from '../../shared/alarms/event.ts'
import { programmeSignals } from '../../shared/alarms/programme-signals.ts'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { subjectOfAlarm } from '../../shared/alarms/target.ts'
import { type Watches, type WithoutLevels, watchesOf } from '../../shared/alarms/watches.ts'
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
  /** Devices or series came or went. Rules and programme are looked at with every `renew`. */
  readonly setCatalogue: () => void
  /** Watches anew where what is watched changed. */
  readonly renew: () => Promise<void>
  /** Others moved conditions: on readings that are stored by now, and taken here first, so that all come to the same. */
  readonly giveWay: (events: readonly EventRow[]) => Promise<void>
  readonly takeWhatOthersStored: () => Promise<void>
}

export function createWatching(deps: WatchingDeps): Watching {
  const { registry, units, catalogue, programme, store, state, now, onFound, onTrouble } = deps
  const conditions = createConditions({ now, onFound, onTrouble })
  let ofReadings: (Watches & { readonly rules: AlarmState['rules'] }) | undefined
  let found: ReturnType<typeof look> | undefined
  let isCatalogueOld = true
  let isRecalled = false

  function look() {
    const { rules } = state()
    if (!ofReadings || isCatalogueOld || ofReadings.rules !== rules)
      ofReadings = { rules, ...watchesOf(rules.values(), { catalogue: catalogue(), registry }) }
    const [plan, today] = [programme.state(), programme.today()]
    const clocks = programmeSignals(plan, units, today, rules.values())
    return { rules, plan, today, watches: [...ofReadings.watches, ...clocks.watches], signals: clocks.signals }
  }

  /** States are never changed in place: another one is another object. */
  const isOutdated = () =>
    isCatalogueOld ||
    found?.rules !== state().rules ||
    found.plan !== programme.state() ||
    found.today !== programme.today()

  async function renew(): Promise<void> {
    if (isOutdated()) {
      const next = look()
      conditions.setWatches(next)
      found = next
      isCatalogueOld = false
      // What stands by the log stands for a new watch too; what nothing watches any more is over.
      const waiting = new Set(conditions.pending.all().map(({ alarm }) => alarm))
      for (const { id, isActive, level } of state().alarms.values())
        if (isActive && !waiting.has(id)) conditions.settle(id, level)
      isRecalled = false
    }
    if (isRecalled) return
    await recallPast(store, conditions, now())
    isRecalled = true
    conditions.advance()
  }

  async function takeWhatOthersStored(): Promise<void> {
    const newest = await store.latest()
    conditions.flush()
    await takeFromOthers(store, conditions, newest)
    conditions.flush()
  }

  return {
    conditions,
    withoutLevels: () => ofReadings?.withoutLevels ?? [],
    setCatalogue() {
      isCatalogueOld = true
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
