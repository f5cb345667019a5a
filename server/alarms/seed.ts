// The alarm rules a station begins with, as events, and their way into its log. What people changed since is never touched.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { judgeRule } from '../../shared/alarms/decide-rule.ts'
import { ALARM_FAMILY, type AlarmDraft } from '../../shared/alarms/event.ts'
import { alarmRefusalOf } from '../../shared/alarms/refusal.ts'
import type { Rule } from '../../shared/alarms/rule.ts'
import { ruleSchema } from '../../shared/alarms/rule-schema.ts'
import type { HeldRule } from '../../shared/alarms/state.ts'
import type { Store } from '../store/store.ts'

const SEED_FOLDER = join(import.meta.dirname, 'seed')
const FILES = ['water.json', 'fields.json', 'air.json', 'works.json', 'devices.json', 'programme.json']
const ACTOR = 'seed:alarm-defaults'
/** Events read at a time. */
const PAGE = 200

/** An event of the alarms that isn't in a log yet. */
export type AlarmSeedEvent = AlarmDraft & { readonly at: number; readonly actor: string }

const fileSchema = z.strictObject({
  version: z.int().min(1),
  about: z.string().min(1),
  /** Day of the province from which the rules stand. */
  validFrom: z.iso.date(),
  /** What every rule of the file says unless it says otherwise. */
  defaults: z.record(z.string(), z.unknown()),
  rules: z.array(z.record(z.string(), z.unknown())).min(1),
})
type SeedRule = { readonly file: string; readonly at: number; readonly rule: Rule }

/**
 * One `alarm.rule-published` for each default rule, version 1, oldest first.
 * @throws Error naming file, rule and field when a rule is malformed, or couldn't be published by a person
 */
export function alarmSeed(folder: string = SEED_FOLDER): readonly AlarmSeedEvent[] {
  const seeds = FILES.flatMap(file => readRules(folder, file))
  return seeds.map(seed => eventOf(seed, seeds)).sort((a, b) => a.at - b.at)
}

/**
 * Appends the rules that the log knows nothing of, each once, ever: a newer seed adds its new rules behind what is there.
 * @returns how many were new
 */
export async function plantRules(store: Pick<Store, 'appendEvents'>, seed: readonly AlarmSeedEvent[]): Promise<number> {
  let planted = 0
  for (const event of seed) {
    const key = `seed:${event.subject}:v1`
    const expected = [{ subject: event.subject, version: 0 }]
    const { kind } = await store.appendEvents({ events: [event], expected, key, fingerprint: key })
    if (kind === 'appended') planted += 1
  }
  return planted
}

/**
 * A simulated past, in one append: into a log that has no alarm yet, and no rule that is younger than the story.
 * @param tell oldest first, at most MAX_EVENTS_A_COMMAND events; asked only when there is room for a past
 * @returns false when the log has a past of its own: two would mix
 */
export async function plantAlarmStory(
  store: Pick<Store, 'appendEvents' | 'eventsOf' | 'lastEventOf'>,
  tell: () => readonly AlarmSeedEvent[],
): Promise<boolean> {
  if (await hasAlarms(store)) return false
  const story = tell()
  const [first] = story
  const newest = await store.lastEventOf(ALARM_FAMILY)
  if (!first || (newest && newest.at > first.at)) return false
  const key = 'demo:alarm-history'
  const { kind } = await store.appendEvents({ events: story, expected: [], key, fingerprint: key })
  return kind === 'appended'
}

/** A log begins with its rules: whether there is more shows soon. */
async function hasAlarms(store: Pick<Store, 'eventsOf'>): Promise<boolean> {
  for (let after = 0; ; ) {
    const events = await store.eventsOf(ALARM_FAMILY, after, PAGE)
    if (events.some(({ type }) => type !== 'alarm.rule-published')) return true
    const last = events.at(-1)
    if (!last || events.length < PAGE) return false
    after = last.id
  }
}

function readRules(folder: string, file: string): readonly SeedRule[] {
  const { validFrom, defaults, rules } = parse(file, fileSchema, read(folder, file))
  const at = Date.parse(`${validFrom}T00:00:00+07:00`)
  return rules.map(one => ({
    file,
    at,
    rule: parse(`${file}: ${String(one['id'])}`, ruleSchema, { ...defaults, ...one }),
  }))
}

/** What publishing it would append, if all others were there. */
function eventOf({ file, at, rule }: SeedRule, seeds: readonly SeedRule[]): AlarmSeedEvent {
  const others = new Map<string, HeldRule>(
    seeds.flatMap(seed =>
      seed.rule === rule ? [] : [[seed.rule.id, { rule: seed.rule, version: 1, by: ACTOR, at: seed.at, eventId: 0 }]],
    ),
  )
  const faults: string[] = []
  const draft = judgeRule(others, { rule, expected: 0, reason: null }, (code, field, ...about) => {
    faults.push(`${field}: ${alarmRefusalOf(code, field, ...about).en}`)
  })
  if (faults.length > 0) throw new Error(`${file}: ${rule.id}: ${faults.join('; ')}`)
  return { ...draft, at, actor: ACTOR }
}

function read(folder: string, file: string): unknown {
  const text = readFileSync(join(folder, file), 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file}: not JSON: ${String(error)}`, { cause: error })
  }
}

function parse<T>(where: string, schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${where}: ${faults.join('; ')}`)
}
