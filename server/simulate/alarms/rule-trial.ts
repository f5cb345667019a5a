// A rule that somebody made too eager for an afternoon: it chatters at one probe, is found out, and is set back. Two changes of a rule,
// and what a deadband is for.
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { Watch } from '../../../shared/alarms/watch.ts'
import type { CommandActor } from '../../../shared/programme/command.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { successorOn } from '../../../shared/programme/units.ts'
import { DAY_MS, dayOf, HOUR_MS, SECOND_MS, startOfDay } from '../calendar.ts'
import { type AlarmScene, alarmDice, type Happening, throwBetween } from './scene.ts'

const RULE = 'turbidity-high'
const DAYS_BEFORE_THE_END = 9
/** Local hours: the change, the two bursts, the change back. */
const CHANGED_HOUR = 8.3
const BURST_HOURS = [10.4, 14.1] as const
const SET_BACK_HOUR = 16.6
const TURNS = 8
const TURN_MS = 34 * SECOND_MS

export type Publication = {
  readonly at: number
  readonly rule: Rule
  /** The version that stands before. */
  readonly expected: number
  readonly reason: string
  readonly actor: CommandActor
}
export type RuleTrial = {
  readonly watch: Watch
  readonly publications: readonly Publication[]
  readonly happenings: readonly Happening[]
}

/** Undefined when the span is too short for it. */
export function ruleTrialOf(scene: AlarmScene): RuleTrial | undefined {
  const rule = scene.rules.get(RULE)
  const watch = scene.watches.find(one => one.rule.id === RULE)
  const [level] = watch?.levels ?? []
  const midnight = startOfDay(dayOf(scene.until) - DAYS_BEFORE_THE_END)
  if (!rule || !watch || !level || midnight < scene.from || midnight + DAY_MS > scene.until) return undefined
  const at = (hour: number) => midnight + Math.round(hour * HOUR_MS)
  const actor = { name: 'Cán bộ kỹ thuật thiết bị', unit: leadOn(scene, at(CHANGED_HOUR)) }
  const eager = { ...rule, deadband: 0, onDelayMs: 0, offDelayMs: 0 }
  const dice = alarmDice(scene, 'rule trial')
  const turns = BURST_HOURS.flatMap(hour => Array.from({ length: TURNS }, (_, turn) => at(hour) + turn * TURN_MS))
  return {
    watch,
    publications: [
      { at: at(CHANGED_HOUR), rule: eager, expected: 1, reason: 'Thử báo sớm khi nước vừa đục.', actor },
      { at: at(SET_BACK_HOUR), rule, expected: 2, reason: 'Cảnh báo chập chờn: trả lại vùng chết và độ trễ.', actor },
    ],
    happenings: turns.map((turnAt, turn) => {
      const isBeyond = turn % 2 === 0
      const value = Math.round(level.at + (isBeyond ? 1 : -1) * throwBetween(dice, [1, 12]))
      return {
        at: Math.round(turnAt + throwBetween(dice, [0, 8]) * SECOND_MS),
        watch,
        level: isBeyond ? level : null,
        value,
      }
    }),
  }
}

/** The plan's lead, as it is carried on that day. */
function leadOn({ units }: AlarmScene, at: number): string {
  const unit = successorOn(units, 'so-khcn', provinceDayOf(at))
  if (!unit) throw new Error('nobody carries on so-khcn')
  return unit.id
}
