// The last days of a simulated centre: what its two people on duty wrote down and how they handed over. By the station's own rules;
// marked as simulated on every line. Roles, never persons. Pure.

import { actorLine } from '../../../shared/access/actor-line.ts'
import type { DeskCommand } from '../../../shared/desk/command.ts'
import { decideDeskCommand } from '../../../shared/desk/decide.ts'
import type { DeskDraft } from '../../../shared/desk/event.ts'
import { foldDesk } from '../../../shared/desk/fold.ts'
import { startOfShift } from '../../../shared/desk/shift-times.ts'
import { EMPTY_DESK_STATE } from '../../../shared/desk/state.ts'
import type { CommandActor } from '../../../shared/programme/command.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { successorOn, unitsById } from '../../../shared/programme/units.ts'
import type { Registry } from '../../../shared/registry.ts'
import { HOUR_MS, hourOf, MINUTE_MS } from '../calendar.ts'
import { diceOf } from '../programme/scene.ts'
import { ENTRIES, SUMMARIES } from './remarks.ts'

/** Carries the plan; its people sit at the centre. */
const LEAD = 'so-khcn'
/** Shifts that are over, besides the one that runs. */
const SHIFTS = 6
const SHIFT_MS = 12 * HOUR_MS
const DAY_ROLE = 'Trực ban ca ngày'
const NIGHT_ROLE = 'Trực ban ca đêm'

export type DeskStoryEvent = DeskDraft & { readonly at: number; readonly actor: string }
type Deed = { readonly at: number; readonly actor: CommandActor; readonly command: DeskCommand }

/** Oldest first; the same for the same seed, registry and shift. */
export function demoDeskHistory(seed: number, registry: Registry, now: number): readonly DeskStoryEvent[] {
  const units = unitsById(registry.units)
  const unit = successorOn(units, LEAD, provinceDayOf(now))
  if (!unit) return []
  const running = startOfShift(now)
  const starts = Array.from({ length: SHIFTS + 1 }, (_, back) => running - (SHIFTS - back) * SHIFT_MS)
  const deeds = starts.flatMap(from => shiftDeeds(seed, registry, unit.id, from)).filter(({ at }) => at <= now)
  let state = EMPTY_DESK_STATE
  return deeds
    .sort((a, b) => a.at - b.at)
    .map(({ at, actor, command }) => {
      const decision = decideDeskCommand({ state, units, now: at }, { ...command, actor })
      if (decision.kind === 'refused') throw new Error(`${command.command}: ${decision.refusals[0]?.en}`)
      const event = { ...decision.event, at, actor: actorLine('simulated', actor.name, unit.name) }
      state = foldDesk(state, [{ ...event, id: state.lastId + 1 }])
      return event
    })
}

function shiftDeeds(seed: number, registry: Registry, unit: string, from: number): readonly Deed[] {
  const dice = diceOf(seed, `desk ${from}`)
  const isNight = hourOf(from) >= 12
  const own = { name: isNight ? NIGHT_ROLE : DAY_ROLE, unit }
  const next = { name: isNight ? DAY_ROLE : NIGHT_ROLE, unit }
  const to = from + SHIFT_MS
  const idOf = (what: string) => `simulated-${what}-${Math.floor(from / HOUR_MS)}`
  const entries = Array.from({ length: dice.whole(2, 4) }, (_, n): Deed => {
    const at = from + dice.whole(20 + n * 150, 150 + n * 150) * MINUTE_MS
    const { kind, text, isOfVillage } = dice.pick(ENTRIES)
    const place = registry.villages[dice.whole(0, registry.villages.length - 1)]
    const village = isOfVillage ? (place?.id ?? null) : null
    const data = { id: idOf(`entry-${n}`), text, happenedAt: at, village, alarms: [], kind }
    return { at: at + dice.whole(1, 6) * MINUTE_MS, actor: own, command: { command: 'write-log-entry', data } }
  })
  const id = idOf('shift')
  const text = dice.pick(SUMMARIES)
  const handOver = { id, from, to, text, outgoing: own, incoming: next }
  return [
    ...entries,
    { at: to - dice.whole(8, 20) * MINUTE_MS, actor: own, command: { command: 'hand-over-shift', data: handOver } },
    { at: to + dice.whole(1, 9) * MINUTE_MS, actor: next, command: { command: 'take-over-shift', data: { id } } },
  ]
}
