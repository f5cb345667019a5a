// What a simulated story of the programme is told with: the stage as the seed sets it, dice that fall the same way again, and a
// teller that writes down who does what when. Knows the rules of time, not what happens.
import type { Command } from '../../../shared/programme/command.ts'
import type { CriteriaSet, Day, Plan } from '../../../shared/programme/facts.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { planDistrictOf, successorOn, type Units, villageUnitOn } from '../../../shared/programme/units.ts'
import { addDays, isWorkingDay, type WorkingCalendar } from '../../../shared/programme/working-calendar.ts'
import { streamOf, uniform } from '../random.ts'

/** What a unit's person did at an instant. */
export type Deed = { readonly at: number; readonly unit: string; readonly command: Command }

/** Where a village's dossier goes in the story; only those that are recognised in fact get as far as that. */
export type Course = 'recognised' | 'appraising' | 'returned' | 'preparing'

export type Scene = {
  readonly seed: number
  /** Nothing happens on this day or later. */
  readonly today: Day
  readonly units: Units
  readonly plan: Plan
  /** The illustrative set. */
  readonly set: CriteriaSet
  readonly calendar: WorkingCalendar
  /** In the plan's order, with what is known of them. */
  readonly villages: readonly (VillageState & { readonly course: Course })[]
}
export type StoryVillage = Scene['villages'][number]

/** The first of the villages that nobody recognised is the furthest; the rest still prepare. */
const WAITING_COURSES: readonly Course[] = ['appraising', 'returned']

export function coursesOf(villages: Iterable<VillageState>): readonly StoryVillage[] {
  let waiting = 0
  return [...villages]
    .sort((a, b) => a.order - b.order)
    .map(village => {
      if (village.recognition?.state === 'recognised') return { ...village, course: 'recognised' }
      const course = WAITING_COURSES[waiting] ?? 'preparing'
      waiting += 1
      return { ...village, course }
    })
}

export type Dice = {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number
  readonly pick: <T>(from: readonly [T, ...T[]]) => T
  readonly chance: (share: number) => boolean
}

/** The same throws for the same seed and key, whatever else is thrown. */
export function diceOf(seed: number, key: string): Dice {
  const stream = streamOf(seed, `programme ${key}`)
  let thrown = 0
  const next = () => uniform(stream, thrown++)
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    pick: from => from[whole(0, from.length - 1)] ?? from[0],
    chance: share => next() < share,
  }
}

const MINUTE_MS = 60_000
const OPENS_MINUTE = 7 * 60 + 30
const CLOSES_MINUTE = 16 * 60 + 30

/** Writes deeds down, each in office hours and after the one before it. What would happen before the plan, or today or later, is left out. */
export type Teller = {
  readonly say: (day: Day, unit: string | undefined, command: Command) => void
  readonly deeds: () => readonly Deed[]
}

export function tellerOf(scene: Scene, key: string): Teller {
  const dice = diceOf(scene.seed, `${key} minutes`)
  const deeds: Deed[] = []
  let last = 0
  return {
    say(day, unit, command) {
      // A duty that nobody carries on is done by nobody.
      if (day < scene.plan.validFrom || day >= scene.today || unit === undefined) return
      const minute = dice.whole(OPENS_MINUTE, CLOSES_MINUTE)
      const at = Date.parse(`${day}T00:00:00+07:00`) + minute * MINUTE_MS + dice.whole(0, 59_999)
      last = Math.max(at, isSameDay(last, day) ? last + dice.whole(40, 200) * 1_000 : 0)
      deeds.push({ at: last, unit, command })
    },
    deeds: () => deeds,
  }
}

const isSameDay = (at: number, day: Day): boolean => {
  const start = Date.parse(`${day}T00:00:00+07:00`)
  return at >= start && at < start + 24 * 60 * MINUTE_MS
}

/** The first working day on or after a day. */
export function workday({ calendar }: Scene, day: Day): Day {
  let found = day
  while (!isWorkingDay(calendar, found)) found = addDays(found, 1)
  return found
}

/** The working day from which `count` working days have passed by the end of yesterday. */
export function workdaysAgo({ calendar, today }: Scene, count: number): Day {
  let day = addDays(today, -1)
  for (let left = count; ; day = addDays(day, -1)) {
    if (!isWorkingDay(calendar, day)) continue
    if (left <= 0) return day
    left -= 1
  }
}

/** Who does on a day what the plan gave to a unit. */
export const carrierOf = ({ units }: Scene, unit: string, day: Day): string | undefined =>
  successorOn(units, unit, day)?.id

export const communeOf = (village: StoryVillage, day: Day): string | undefined => villageUnitOn(village, day)

/** The village's district while there is one. */
export function districtOf({ units }: Scene, village: StoryVillage, day: Day): string | undefined {
  const district = planDistrictOf(units, village)
  return district && successorOn(units, district.id, day)?.id
}
