// Suppression by design: outside the rule's hours, or while an alarm explains it that its rule names, on the same device. Pure.
import { provinceClockOf } from '../programme/province-day.ts'
import type { AlarmDraft, AlarmEventData } from './event.ts'
import type { Hours } from './rule.ts'
import type { Alarm, AlarmState } from './state.ts'
import { subjectOfAlarm } from './target.ts'
import type { Watch } from './watch.ts'

export type Suppression = AlarmEventData['alarm.suppressed']
/** Ids of active alarms by `<rule> <device>`. */
export type ActiveByDevice = ReadonlyMap<string, readonly string[]>

/**
 * Suppressed and unsuppressed, of the alarms that are there. An alarm that is active when its cause begins is suppressed; one
 * whose cause is gone is lifted; from one cause to the next it goes without asking for attention in between.
 */
export function decideSuppressions(
  state: AlarmState,
  watches: ReadonlyMap<string, Watch>,
  now: number,
): readonly AlarmDraft[] {
  const concerned = [...state.alarms.values()].filter(({ isActive, suppressed: held }) => isActive || held)
  const active = activeByDevice(concerned)
  return concerned.flatMap(alarm => {
    const watch = watches.get(alarm.id)
    // What nothing watches any more returns first: lifted before that, it would ask for attention.
    if (!watch) return alarm.suppressed && !alarm.isActive ? [lifted(alarm, alarm.suppressed)] : []
    const causes = causesOf(watch, active, now)
    const held = alarm.suppressed
    if (!held) return alarm.isActive && causes[0] ? [suppressed(alarm.id, causes[0])] : []
    if (causes.some(({ cause, by }) => cause === held.cause && by === held.because)) return []
    if (!causes[0]) return [lifted(alarm, held)]
    return alarm.isActive ? [suppressed(alarm.id, causes[0])] : []
  })
}

export function activeByDevice(alarms: Iterable<Pick<Alarm, 'id' | 'rule' | 'about' | 'isActive'>>): ActiveByDevice {
  const found = new Map<string, string[]>()
  for (const { id, rule, about, isActive } of alarms) {
    if (!isActive || about.device === null) continue
    const key = `${rule} ${about.device}`
    const ids = found.get(key)
    if (ids) ids.push(id)
    else found.set(key, [id])
  }
  return found
}

/** Everything that suppresses what is watched, the rule's hours first; empty = nothing does. */
export function causesOf({ alarm, rule, about }: Watch, active: ActiveByDevice, now: number): readonly Suppression[] {
  const isOutside = rule.hours !== null && !isWithinHours(rule.hours, now)
  const explaining = rule.suppressedBy === null ? [] : (active.get(`${rule.suppressedBy} ${about.device}`) ?? [])
  return [
    ...(isOutside ? [{ cause: 'hours', by: null } as const] : []),
    ...explaining.filter(by => by !== alarm).map(by => ({ cause: 'alarm', by }) as const),
  ]
}

/** Whether there is anything that could suppress it. */
export const canBeSuppressed = (watch: Watch | undefined): boolean =>
  watch !== undefined && (watch.rule.hours !== null || watch.rule.suppressedBy !== null)

/** From `from` up to, not including, `to`, by the clocks of the province; over midnight when `to` comes first. */
export function isWithinHours({ from, to }: Hours, now: number): boolean {
  const clock = provinceClockOf(now)
  return from < to ? from <= clock && clock < to : from <= clock || clock < to
}

export const suppressed = (alarm: string, data: Suppression): AlarmDraft => ({
  type: 'alarm.suppressed',
  subject: subjectOfAlarm(alarm),
  data,
})
const lifted = ({ id }: Alarm, { cause }: Pick<Suppression, 'cause'>): AlarmDraft => ({
  type: 'alarm.unsuppressed',
  subject: subjectOfAlarm(id),
  data: { cause },
})
