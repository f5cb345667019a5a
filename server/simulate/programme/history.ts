// The simulated past of the programme, from the plan's first day to yesterday: every deed goes through the same decision as a real
// command, so the story can't hold what a person couldn't have done. Pure: the same seed and day tell the same story.
import type { CommandRequest, Refusal } from '../../../shared/programme/command.ts'
import { decide } from '../../../shared/programme/decide.ts'
import type { Day } from '../../../shared/programme/facts.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { type Units, unitsById } from '../../../shared/programme/units.ts'
import { calendarOf } from '../../../shared/programme/working-calendar.ts'
import type { Registry } from '../../../shared/registry.ts'
import { illustrativeSet, programmeSeed } from '../../programme/seed.ts'
import { assessmentDeeds } from './assessments.ts'
import { beginningDeeds, planMilestoneDeeds, villageDeeds } from './beginning.ts'
import { fundingDeeds } from './funding.ts'
import { obstacleDeeds } from './obstacles.ts'
import { recordDeeds } from './records.ts'
import { reportDeeds } from './reports.ts'
import { roleOf } from './role.ts'
import { coursesOf, type Deed, type Scene } from './scene.ts'
import { taskDeeds } from './tasks.ts'

type SeedEvent = ReturnType<typeof programmeSeed>[number]

export type Story = {
  /** Oldest first; every actor is `simulated:…`. */
  readonly events: readonly SeedEvent[]
  /** Deeds that the rules forbid: none, unless rules and story have grown apart. They are left out. */
  readonly refused: readonly { readonly deed: Deed; readonly refusals: readonly Refusal[] }[]
}

/**
 * The demonstration's events on top of the programme's seed, all before the province's `today`.
 * A log takes them in together with the seed, ordered by time, and only once: another day tells another story.
 */
export const demoProgramme = (seed: number, registry: Registry, today: Day): readonly SeedEvent[] =>
  tellStory(seed, registry, today).events

/** The whole first log of a demonstration: facts and story in the order of time. */
export function demoSeed(seed: number, registry: Registry, today: Day): readonly SeedEvent[] {
  // Of the same instant the fact comes first.
  return [...programmeSeed(registry), ...demoProgramme(seed, registry, today)].sort((a, b) => a.at - b.at)
}

export function tellStory(seed: number, registry: Registry, today: Day): Story {
  const facts = programmeSeed(registry)
  const units = unitsById(registry.units)
  const scene = sceneOf(seed, registry, { today, units, facts })
  return scene ? replay(deedsOf(scene), facts, units) : { events: [], refused: [] }
}

type Stage = { readonly today: Day; readonly units: Units; readonly facts: readonly SeedEvent[] }

function sceneOf(seed: number, registry: Registry, { today, units, facts }: Stage): Scene | undefined {
  const known = stateOf(facts)
  if (!known.plan) return undefined
  return {
    seed,
    today,
    units,
    plan: known.plan,
    set: illustrativeSet(registry),
    calendar: calendarOf([...known.calendar.values()]),
    villages: coursesOf(known.villages.values()),
  }
}

const deedsOf = (scene: Scene): readonly Deed[] =>
  [
    beginningDeeds,
    villageDeeds,
    planMilestoneDeeds,
    assessmentDeeds,
    taskDeeds,
    fundingDeeds,
    reportDeeds,
    obstacleDeeds,
    recordDeeds,
  ]
    .flatMap(tell => tell(scene))
    .sort((a, b) => a.at - b.at)

/** Facts become known on their day, between the deeds. */
function replay(deeds: readonly Deed[], facts: readonly SeedEvent[], units: Units): Story {
  const events: SeedEvent[] = []
  const refused: { deed: Deed; refusals: readonly Refusal[] }[] = []
  let state: ProgrammeState = EMPTY_STATE
  let factAt = 0
  for (const deed of deeds) {
    const before = factAt
    while ((facts[factAt]?.at ?? Infinity) <= deed.at) factAt += 1
    state = append(state, facts.slice(before, factAt))
    const decision = decide({ state, units, today: provinceDayOf(deed.at) }, requestOf(deed, units))
    if (decision.kind === 'refused') {
      refused.push({ deed, refusals: decision.refusals })
      continue
    }
    const actor = actorOf(deed, units)
    const added = decision.events.map((draft, part) => ({
      key: `demo:${String(events.length + part + 1).padStart(5, '0')}`,
      at: deed.at,
      actor,
      draft,
    }))
    events.push(...added)
    state = append(state, added)
  }
  return { events, refused }
}

const requestOf = ({ unit, command }: Deed, units: Units): CommandRequest => ({
  ...command,
  actor: { name: roleOf(unit, units), unit },
  // Who writes next is the only writer here: nothing can have come between.
  expected: 0,
  isSimulated: true,
})

const append = (state: ProgrammeState, events: readonly SeedEvent[]): ProgrammeState =>
  fold(
    state,
    events.map(({ at, actor, draft }, place) => ({ id: state.lastId + place + 1, at, actor, ...draft })),
  )

const stateOf = (events: readonly SeedEvent[]): ProgrammeState => append(EMPTY_STATE, events)

/** As the station writes the actor of a command; a role, never a person. */
const actorOf = ({ unit }: Deed, units: Units): string =>
  `simulated:${roleOf(unit, units)} · ${units.get(unit)?.name ?? unit}`
