// The simulated past of the alarms: thirty days at the simulated stations, over and answered by now, so that history and scorecard of a
// demonstration have something to show. Pure but for the outlines it reads: the same seed and instant tell the same story.
import type { Registry } from '../../../shared/registry.ts'
import { type AlarmSeedEvent, alarmSeed } from '../../alarms/seed.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../calendar.ts'
import { ordinaryHappenings } from './ordinary-days.ts'
import { replay, type Told } from './replay.ts'
import { ruleTrialOf } from './rule-trial.ts'
import { alarmSceneOf } from './scene.ts'
import { floodNightOf, waterHappenings } from './spring-tide.ts'

const STORY_MS = 30 * DAY_MS
/** Before now, conditions end and people have answered. */
const CONDITIONS_END_MS = 3 * HOUR_MS
const CLOSED_MS = 10 * MINUTE_MS

/**
 * The demonstration's events behind the default rules: strictly ascending in time, every actor `simulated:…`, every alarm normal in the
 * end. A log takes them in once (plantAlarmStory), after those rules.
 * @param now epoch milliseconds; nothing happens at it or later
 * @returns nothing when the default rules are younger than `now`
 */
export const demoAlarmHistory = (seed: number, registry: Registry, now: number): readonly AlarmSeedEvent[] =>
  tellAlarms(seed, registry, now).events

export function tellAlarms(seed: number, registry: Registry, now: number): Told {
  const rules = alarmSeed()
  const published = rules.flatMap(event => (event.type === 'alarm.rule-published' ? [event.data.rule] : []))
  const from = Math.max(now - STORY_MS, (rules.at(-1)?.at ?? 0) + 1)
  const until = now - CONDITIONS_END_MS
  if (from >= until) return { events: [], refused: [] }
  const scene = alarmSceneOf(seed, registry, published, { from, until })
  const night = floodNightOf(scene)
  const trial = ruleTrialOf(scene)
  const ordinary = ordinaryHappenings(scene, night).filter(({ watch }) => watch.alarm !== trial?.watch.alarm)
  const happenings = [...waterHappenings(scene, night), ...ordinary, ...(trial?.happenings ?? [])]
  return replay(scene, rules, { happenings, publications: trial?.publications ?? [] }, now - CLOSED_MS)
}
