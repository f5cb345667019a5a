// How simulated people answer an alarm that asks for attention: when, as whom, and with what. What the rules of alarms allow is judged
// where the deed is done.
import type { AlarmCommandData } from '../../../shared/alarms/command.ts'
import type { Priority } from '../../../shared/alarms/rule.ts'
import type { Alarm } from '../../../shared/alarms/state.ts'
import type { CommandActor } from '../../../shared/programme/command.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { unitIdOn } from '../../../shared/village-units.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../calendar.ts'
import type { Dice } from '../programme/scene.ts'
import {
  ASSIGNEE,
  BACK_IN_SERVICE_REASON,
  isNight,
  OUT_OF_SERVICE_REASON,
  RESET_REMARK,
  remarksOf,
  roleFor,
  SHELVE_REASONS,
} from './remarks.ts'
import { type AlarmScene, alarmDice, throwBetween } from './scene.ts'

type DeedName = 'acknowledge' | 'reset' | 'shelve' | 'assign' | 'comment' | 'take-out-of-service' | 'return-to-service'
/** A command but for the alarm as the person sees it then. */
export type Doing = {
  [N in DeedName]: { readonly command: N; readonly data: Omit<AlarmCommandData[N], 'alarms'> }
}[DeedName]
export type Deed = {
  readonly at: number
  readonly alarm: string
  readonly actor: CommandActor
  readonly doing: Doing
}

/** Until it is acknowledged by day; at night it takes twice as long, unless it is serious. */
const ANSWERED_AFTER_MS: Readonly<Record<Priority, readonly [soonest: number, latest: number]>> = {
  low: [4 * MINUTE_MS, 75 * MINUTE_MS],
  medium: [2 * MINUTE_MS, 25 * MINUTE_MS],
  high: [40 * SECOND_MS, 5 * MINUTE_MS],
}
/** Chances of what goes with it. */
const REMARKED: Readonly<Record<Priority, number>> = { low: 0.08, medium: 0.35, high: 0.8 }
const ASSIGNED: Readonly<Record<Priority, number>> = { low: 0.05, medium: 0.25, high: 0.7 }
const REPORTED: Readonly<Record<Priority, number>> = { low: 0.03, medium: 0.2, high: 0.6 }
const SHELVED = 0.05
const SHELVED_MS: readonly [number, number] = [HOUR_MS, 5 * HOUR_MS]
/** Alarms of these rules are about a thing that is broken. */
const BROKEN = new Set(['turbidity-faulty', 'oxygen-faulty'])
const REPAIRED_AFTER_MS: readonly [number, number] = [16 * HOUR_MS, 28 * HOUR_MS]
const RESET_AFTER_MS: readonly [number, number] = [8 * MINUTE_MS, 40 * MINUTE_MS]

/** @param closesAt by then everything has been answered */
export function answersTo(scene: AlarmScene, alarm: Alarm, closesAt: number): readonly Deed[] {
  const { id, priority, rule, occurrence, annunciatedAt } = alarm
  const dice = alarmDice(scene, `answer ${id} ${occurrence}`)
  const slowness = priority !== 'high' && isNight(annunciatedAt) ? 2 : 1
  const at = Math.round(annunciatedAt + slowness * throwBetween(dice, ANSWERED_AFTER_MS[priority]))
  const actor = actorAt(scene, alarm, at)
  const { first, later } = remarksOf(rule)
  const comment = dice.chance(REMARKED[priority]) ? dice.pick(first) : null
  const doings: { readonly at: number; readonly doing: Doing }[] = [
    { at, doing: { command: 'acknowledge', data: { comment } } },
  ]
  if (dice.chance(ASSIGNED[priority])) {
    const to = { name: ASSIGNEE, unit: actor.unit }
    const assignedAt = at + throwBetween(dice, [20, 120]) * SECOND_MS
    doings.push({ at: assignedAt, doing: { command: 'assign', data: { to, comment: null } } })
  }
  if (dice.chance(REPORTED[priority])) {
    const saidAt = at + throwBetween(dice, [12, 60]) * MINUTE_MS
    doings.push({ at: saidAt, doing: { command: 'comment', data: { text: dice.pick(later) } } })
  }
  // What comes back to them after that, they keep.
  const isNew = annunciatedAt === alarm.raisedAt
  if (priority === 'low' && isNew) doings.push(...setAside(rule, at, closesAt, dice))
  return doings.map(({ at: doneAt, doing }) => ({
    at: Math.min(Math.round(doneAt), closesAt),
    alarm: id,
    actor,
    doing,
  }))
}

/** After it was seen to have returned: somebody has been there. */
export function resetOf(scene: AlarmScene, alarm: Alarm, seenAt: number, closesAt: number): Deed {
  const dice = alarmDice(scene, `reset ${alarm.id} ${alarm.occurrence}`)
  const at = Math.min(Math.round(seenAt + throwBetween(dice, RESET_AFTER_MS)), closesAt)
  const doing: Doing = { command: 'reset', data: { comment: RESET_REMARK } }
  return { at, alarm: alarm.id, actor: actorAt(scene, alarm, at), doing }
}

/** Shelved for some hours, or out of service until it is repaired; all before the story closes. */
function setAside(rule: string, at: number, closesAt: number, dice: Dice): { at: number; doing: Doing }[] {
  if (BROKEN.has(rule)) {
    const reason = OUT_OF_SERVICE_REASON
    const outAt = at + 10 * MINUTE_MS
    const backAt = outAt + throwBetween(dice, REPAIRED_AFTER_MS)
    if (backAt >= closesAt) return []
    return [
      { at: outAt, doing: { command: 'take-out-of-service', data: { reason } } },
      { at: backAt, doing: { command: 'return-to-service', data: { reason: BACK_IN_SERVICE_REASON } } },
    ]
  }
  const forMs = Math.round(throwBetween(dice, SHELVED_MS) / MINUTE_MS) * MINUTE_MS
  const shelvedAt = at + throwBetween(dice, [1, 4]) * MINUTE_MS
  if (!dice.chance(SHELVED) || shelvedAt + forMs >= closesAt) return []
  return [{ at: shelvedAt, doing: { command: 'shelve', data: { forMs, reason: dice.pick(SHELVE_REASONS) } } }]
}

/** Somebody of the commune that the village belongs to then. */
function actorAt({ registry }: AlarmScene, { about, rule, priority }: Alarm, at: number): CommandActor {
  const village = registry.villages.find(({ id }) => id === about.village)
  const unit = village && unitIdOn(village, provinceDayOf(at))
  if (unit === undefined) throw new Error(`${about.title.vi}: nobody's village`)
  return { name: roleFor(rule, priority, isNight(at)), unit }
}
