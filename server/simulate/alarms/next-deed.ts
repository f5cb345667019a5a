// What the simulated operator of a demonstration does next with the alarms as they stand: one command, or nothing. Pure; leaves what is
// serious alone for a while, so that people can see it.
import type { AlarmCommandRequest, SeenAlarm } from '../../../shared/alarms/command.ts'
import { asksForAttention, byUrgency, isOpen, standingOf } from '../../../shared/alarms/standing.ts'
import type { Alarm, AlarmState } from '../../../shared/alarms/state.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { successorOn, type Units } from '../../../shared/programme/units.ts'
import type { Village } from '../../../shared/registry.ts'
import { unitIdOn } from '../../../shared/village-units.ts'
import { HOUR_MS, MINUTE_MS } from '../calendar.ts'
import { roleOf } from '../programme/role.ts'
import { ASSIGNEE, isNight, RESET_REMARK, remarksOf, roleFor, SHELVE_REASONS } from './remarks.ts'

export type OperatorScene = {
  readonly state: AlarmState
  readonly villages: readonly Village[]
  readonly units: Units
  /** Epoch milliseconds. */
  readonly now: number
}

/** An alarm is left to people for so long. */
export const LEFT_ALONE_MS = { low: MINUTE_MS, medium: MINUTE_MS, high: 3 * MINUTE_MS } as const
/** Alarms of one cause and place that are acknowledged at once. */
const MAX_AT_ONCE = 5
/** At most so many are shelved at any time, and so much is said about one alarm. */
export const MAX_SHELVED = 2
export const MAX_COMMENTS = 3
/** Of what is done when there is something: else the operator only watches. */
const ACKNOWLEDGES = 0.4
const REMARKS = 0.3
const COMMENTS = 0.08
const ASSIGNS = 0.06
const SHELVES = 0.015
const SHELVED_MS = HOUR_MS / 2
/** Carries the plan; answers for what belongs to no village. */
const LEAD = 'so-khcn'

type Random = () => number

export function nextDeed(scene: OperatorScene, random: Random): AlarmCommandRequest | undefined {
  const { state, now } = scene
  const alarms = [...state.alarms.values()].sort(byUrgency)
  const asking = alarms.filter(one => asksForAttention(one) && now - one.annunciatedAt >= LEFT_ALONE_MS[one.priority])
  const [first] = asking
  if (first && random() < ACKNOWLEDGES) return acknowledge(scene, first, asking, random)
  const latched = alarms.find(one => standingOf(one) === 'latched')
  if (latched) return by(scene, latched, actor => ({ command: 'reset', data: reset(latched), actor }))
  const attended = pick(
    alarms.filter(one => isOpen(one) && one.isAcknowledged),
    random,
  )
  return attended && attend(scene, attended, alarms, random)
}

function acknowledge(
  scene: OperatorScene,
  first: Alarm,
  asking: readonly Alarm[],
  random: Random,
): AlarmCommandRequest | undefined {
  const together = asking
    .filter(({ rule, about: { village, unit } }) => {
      const { about } = first
      return rule === first.rule && village === about.village && unit === about.unit
    })
    .slice(0, MAX_AT_ONCE)
  const comment = random() < REMARKS ? (pick(remarksOf(first.rule).first, random) ?? null) : null
  return by(scene, first, actor => ({
    command: 'acknowledge',
    data: { alarms: together.map(seen), comment },
    actor,
  }))
}

/** Now and then something at an alarm that was acknowledged. */
function attend(
  scene: OperatorScene,
  alarm: Alarm,
  alarms: readonly Alarm[],
  random: Random,
): AlarmCommandRequest | undefined {
  const drawn = random()
  if (drawn < COMMENTS && alarm.comments < MAX_COMMENTS) {
    const text = pick(remarksOf(alarm.rule).later, random)
    if (text !== undefined)
      return by(scene, alarm, actor => ({ command: 'comment', data: { alarms: [seen(alarm)], text }, actor }))
  }
  // What is of the programme has its unit already.
  if (drawn < COMMENTS + ASSIGNS && alarm.assigned === null && alarm.about.device !== null)
    return by(scene, alarm, actor => {
      const to = { name: ASSIGNEE, unit: actor.unit }
      return { command: 'assign', data: { alarms: [seen(alarm)], to, comment: null }, actor }
    })
  const isRarelyShelved = drawn > 1 - SHELVES && alarm.priority === 'low' && alarm.isActive
  const reason = pick(SHELVE_REASONS, random)
  if (!isRarelyShelved || reason === undefined || alarms.filter(({ shelved }) => shelved).length >= MAX_SHELVED)
    return undefined
  return by(scene, alarm, actor => ({
    command: 'shelve',
    data: { alarms: [seen(alarm)], forMs: SHELVED_MS, reason },
    actor,
  }))
}

const seen = ({ id, occurrence }: Alarm): SeenAlarm => ({ id, occurrence })
const reset = (alarm: Alarm) => ({ alarms: [seen(alarm)], comment: RESET_REMARK })
const pick = <T>(from: readonly T[], random: Random): T | undefined => from[Math.floor(random() * from.length)]

/** As somebody who answers for it today; undefined when nobody does. */
function by(
  { villages, units, now }: OperatorScene,
  { about, rule, priority }: Alarm,
  make: (actor: AlarmCommandRequest['actor']) => AlarmCommandRequest,
): AlarmCommandRequest | undefined {
  const today = provinceDayOf(now)
  const village = villages.find(({ id }) => id === about.village)
  const named = about.unit ?? (village && unitIdOn(village, today)) ?? LEAD
  const unit = successorOn(units, named, today)?.id
  if (unit === undefined) return undefined
  const name = about.device === null ? roleOf(unit, units) : roleFor(rule, priority, isNight(now))
  return { ...make({ name, unit }), isSimulated: true }
}
