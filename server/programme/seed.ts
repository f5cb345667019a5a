// What the programme's log begins with: the plan, the working calendar, the criteria set and what is known of the villages, each
// with its source. Facts only; the demonstration's story is made elsewhere.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type EventDraft, subjectOf } from '../../shared/programme/event.ts'
import type { CriteriaSet, Plan } from '../../shared/programme/facts.ts'
import { calendarSeedSchema } from '../../shared/programme/working-calendar-schema.ts'
import type { Registry, Village } from '../../shared/registry.ts'
import type { SeedEvent } from './seed-event.ts'
import {
  criteriaSetsSeedSchema,
  illustrativeSetSeedSchema,
  planSeedSchema,
  type VillageSeed,
  villagesSeedSchema,
} from './seed-schema.ts'

const SEED_FOLDER = join(import.meta.dirname, 'seed')

/**
 * The facts as events, oldest first. A key stays the same for ever, so each goes into a log once.
 * @throws Error naming the file and the field when a seed is malformed or refers to something that isn't there
 */
export function programmeSeed(registry: Registry, folder: string = SEED_FOLDER): readonly SeedEvent[] {
  const { plan, sources } = read(folder, 'plan.json', planSeedSchema)
  refuse('plan.json', lostInPlan(plan, registry))
  return [
    ...calendarEvents(folder),
    ...criteriaEvents(folder),
    planEvent({ ...plan, source: textOf('plan.json', sources, plan.source) }, plan.source),
    ...villageEvents(folder, registry, plan),
  ].sort((a, b) => a.at - b.at)
}

/** The made-up set of the demonstration. @throws Error naming file and field */
export function illustrativeSet(registry: Registry, folder: string = SEED_FOLDER): CriteriaSet {
  const { set } = read(folder, 'illustrative-set.json', illustrativeSetSeedSchema)
  const units = new Set(registry.units.map(unit => unit.id))
  const indicators = set.groups.flatMap(group => group.criteria.flatMap(criterion => criterion.indicators))
  refuse(
    'illustrative-set.json',
    indicators.flatMap(({ id, owner }) => (owner === null || units.has(owner) ? [] : [`${id} → ${owner}`])),
  )
  return set
}

function calendarEvents(folder: string): SeedEvent[] {
  const { asOf, years } = read(folder, 'calendar.json', calendarSeedSchema)
  return years.map(year => {
    const firstDay = `${year.year}-01-01`
    return seedOf(
      `calendar:${year.year}`,
      // A year that is known before it begins counts from then on: clocks run into it.
      firstDay < asOf ? firstDay : asOf,
      'calendar',
      { type: 'programme.calendar-published', subject: subjectOf.calendar(year.year), data: { year } },
    )
  })
}

function criteriaEvents(folder: string): SeedEvent[] {
  const file = 'criteria-sets.json'
  const { sets, sources, inUse } = read(folder, file, criteriaSetsSeedSchema)
  const published = sets.map(set =>
    seedOf(`criteria-set:${set.id}`, set.validFrom, set.source, {
      type: 'programme.criteria-set-published',
      subject: subjectOf.criteriaSet(set.id),
      data: { set: { ...set, source: textOf(file, sources, set.source) } },
    }),
  )
  const chosen = sets.find(set => set.id === inUse)
  if (!chosen) throw new Error(`${file}: inUse: ${inUse} isn't one of the sets`)
  const choice = seedOf(`setting:criteriaSet`, chosen.validFrom, chosen.source, {
    type: 'programme.setting-changed',
    subject: subjectOf.setting('criteriaSet'),
    data: { key: 'criteriaSet', value: chosen.id, reason: textOf(file, sources, chosen.source) },
  })
  return [...published, choice]
}

const planEvent = (plan: Plan, sourceKey: string): SeedEvent =>
  seedOf(`plan:${plan.id}`, plan.validFrom, sourceKey, {
    type: 'programme.plan-adopted',
    subject: subjectOf.plan(plan.id),
    data: { plan },
  })

function villageEvents(folder: string, registry: Registry, plan: Plan): SeedEvent[] {
  const file = 'villages.json'
  const { villages, sources } = read(folder, file, villagesSeedSchema)
  const ids = new Set(registry.villages.map(({ id }) => id))
  refuse(
    file,
    villages.flatMap(({ id }) => (ids.has(id) ? [] : [`villages → ${id}`])),
  )
  const known = new Map(villages.map(village => [village.id, village]))
  const planText = registry.sources['plan'] ?? plan.title
  return registry.villages.flatMap(village => {
    const seed = known.get(village.id)
    return [
      addedEvent(village, plan, planText),
      ...(seed ? knownEvents(seed, plan, key => textOf(file, sources, key)) : []),
      recognitionEvent(village, seed, { ...registry.sources, ...sources }),
    ]
  })
}

const addedEvent = ({ id, name, order, plannedYear, links, centre }: Village, plan: Plan, source: string): SeedEvent =>
  seedOf(`village:${id}`, plan.validFrom, plan.source, {
    type: 'programme.village-added',
    subject: subjectOf.village(id),
    data: { name, order, plannedYear, links, centre, source },
  })

function knownEvents({ id, facts, milestones }: VillageSeed, plan: Plan, text: (key: string) => string): SeedEvent[] {
  const subject = subjectOf.village(id)
  return [
    ...facts.map(({ knownOn = plan.validFrom, ...fact }) =>
      seedOf(`fact:${id}:${fact.fact}`, knownOn, fact.source, {
        type: 'programme.village-fact-recorded',
        subject,
        data: { ...fact, source: text(fact.source) },
      }),
    ),
    ...milestones.map(milestone =>
      seedOf(`milestone:${id}:${milestone.id}`, plan.validFrom, milestone.source, {
        type: 'programme.village-milestone-set',
        subject,
        data: {
          milestone: milestone.id,
          title: `${milestone.title} · ${text(milestone.source)}`,
          plannedOn: null,
          reachedOn: milestone.reachedOn,
        },
      }),
    ),
  ]
}

/** The state is the registry's; the programme's file adds what must be said beside it. @throws Error when nobody says when */
function recognitionEvent(
  { id, recognition }: Village,
  seed: VillageSeed | undefined,
  sources: Readonly<Record<string, string>>,
): SeedEvent {
  const { state, reportedOn, confidence } = recognition
  const said = seed?.recognition
  const knownOn = reportedOn ?? said?.knownOn
  const source = said?.source ?? recognition.source
  if (knownOn === undefined || source === null)
    throw new Error(`villages.json: ${id}: recognition: neither reported nor explained`)
  return seedOf(`recognition:${id}`, knownOn, source, {
    type: 'programme.recognition-recorded',
    subject: subjectOf.village(id),
    data: {
      state,
      decision: null,
      decidedOn: null,
      reportedOn,
      confidence,
      source: textOf('villages.json', sources, source),
      note: said?.note ?? recognition.note,
    },
  })
}

/** Leads, partners and members of groups that are units nobody knows. A partner with a space in it is the plan's own words. */
function lostInPlan({ tasks, milestones, groups }: Plan, { units }: Registry): string[] {
  const known = new Set(units.map(unit => unit.id))
  const named = [
    ...tasks.flatMap(({ id, lead, partners }) =>
      [lead, ...partners.filter(partner => !partner.includes(' '))].map(unit => [`tasks.${id}`, unit] as const),
    ),
    ...milestones.map(({ id, lead }) => [`milestones.${id}`, lead] as const),
    ...Object.entries(groups).flatMap(([group, members]) =>
      [group, ...members].map(unit => [`groups.${group}`, unit] as const),
    ),
  ]
  return named.flatMap(([where, unit]) => (known.has(unit) ? [] : [`${where} → ${unit}`]))
}

const seedOf = (what: string, day: string, sourceKey: string, draft: EventDraft): SeedEvent => ({
  key: `seed:${what}:v1`,
  at: Date.parse(`${day}T00:00:00+07:00`),
  actor: `seed:${sourceKey}`,
  draft,
})

function textOf(file: string, sources: Readonly<Record<string, string>>, key: string): string {
  const text = Object.hasOwn(sources, key) ? sources[key] : undefined
  if (text === undefined) throw new Error(`${file}: sources: ${key} isn't there`)
  return text
}

function refuse(file: string, lost: readonly string[]): void {
  if (lost.length > 0) throw new Error(`${file}: refers to what isn't there: ${lost.join(', ')}`)
}

function read<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  const text = readFileSync(join(folder, file), 'utf8')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new Error(`${file}: not JSON: ${String(error)}`, { cause: error })
  }
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${file}: ${faults.join('; ')}`)
}
