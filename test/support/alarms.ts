// The alarms' door as a desk uses it: rules to test with, commands with a key, what is open, the state, the log.
import { randomUUID } from 'node:crypto'
import type { AlarmRow } from '../../shared/alarms/api-schema.ts'
import type {
  AlarmCommandData,
  AlarmCommandName,
  AlarmCommandRequest,
  AlarmRefusal,
} from '../../shared/alarms/command.ts'
import type { Rule } from '../../shared/alarms/rule.ts'
import { type AlarmSnapshot, unpackAlarms } from '../../shared/alarms/snapshot.ts'
import type { Alarm, AlarmState } from '../../shared/alarms/state.ts'
import { alarmIdOf, targetOf } from '../../shared/alarms/target.ts'
import { type Answer, get } from './door.ts'

type Place = { readonly url: string }
export type AlarmEventRow = {
  readonly id: number
  readonly at: number
  readonly actor: string
  readonly type: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}
export type AlarmReply = {
  readonly repeated: boolean
  readonly events: readonly AlarmEventRow[]
  readonly refusals: readonly AlarmRefusal[]
}

/** Somebody on duty. */
export const ON_DUTY = { name: 'Lan', unit: 'so-khcn-2025' } as const

const words = (text: string) => ({ vi: text, en: text })
/** Water at 3 m or above, at once; back below 2.9 m. Name only what the test is about. */
export const aRule = (about: Partial<Rule> = {}): Rule => ({
  id: 'test-high',
  name: words('Thử'),
  quantity: 'water_level',
  scope: { villages: null, devices: null, except: [] },
  signal: { kind: 'value' },
  side: 'high',
  levels: [{ name: 'H', at: 3, priority: 'medium' }],
  deadband: 0.1,
  onDelayMs: 0,
  offDelayMs: 0,
  isLatching: false,
  reAlarmMs: null,
  hours: null,
  suppressedBy: null,
  cause: words('Nước cao'),
  consequence: words('Ngập'),
  action: words('Mở cống'),
  responder: words('Trực ban'),
  respondWithinMs: 3_600_000,
  basis: { kind: 'internal', source: words('Để thử') },
  isOn: true,
  ...about,
})
export const alarmOf = (device: string, rule = 'test-high', quantity = 'water_level'): string =>
  alarmIdOf(rule, targetOf.series(`${device}.${quantity}`))

export function anAlarmCommand<N extends AlarmCommandName>(
  command: N,
  data: AlarmCommandData[N],
  about: Partial<Pick<AlarmCommandRequest, 'actor' | 'isSimulated'>> = {},
): AlarmCommandRequest {
  return { command, data, actor: ON_DUTY, ...about } as AlarmCommandRequest
}

export function postAlarms(
  { url }: Place,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return get(`${url}/api/v1/alarms/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** Carries out what must be carried out. */
export async function doToAlarms(place: Place, request: AlarmCommandRequest): Promise<AlarmReply> {
  const { status, body } = await postAlarms(place, request)
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body as AlarmReply
}

/** Publishes a rule, new or on top of whatever version is there. */
export async function publishRule(place: Place, rule: Rule): Promise<void> {
  const expected = (await alarmStateOf(place)).rules.get(rule.id)?.version ?? 0
  await doToAlarms(place, anAlarmCommand('publish-rule', { rule, expected, reason: null }))
}

export const seen = ({ id, occurrence }: Pick<Alarm, 'id' | 'occurrence'>) => ({ id, occurrence })

export async function alarmStateOf({ url }: Place, query = ''): Promise<AlarmState> {
  const { status, body } = await get(`${url}/api/v1/alarms/state${query}`)
  const state = status === 200 ? unpackAlarms(body as AlarmSnapshot) : undefined
  if (!state) throw new Error(`${status}: no snapshot of this version`)
  return state
}

/** Undefined while it never was one. */
export const alarmAt = async (place: Place, id: string): Promise<Alarm | undefined> =>
  (await alarmStateOf(place)).alarms.get(id)

/** What is open of one rule. */
export async function openOf({ url }: Place, rule = 'test-high', query = ''): Promise<readonly AlarmRow[]> {
  const { body } = await get(`${url}/api/v1/alarms${query}`)
  return (body as { readonly alarms: readonly AlarmRow[] }).alarms.filter(alarm => alarm.rule?.id === rule)
}

/** Everything that happened about one rule's alarms, oldest first. */
export async function eventsOfRule({ url }: Place, rule = 'test-high'): Promise<readonly AlarmEventRow[]> {
  const found: AlarmEventRow[] = []
  for (let after: number | null = 0; after !== null; ) {
    const { body } = await get(`${url}/api/v1/alarms/events?after=${after}&limit=1000`)
    const page = body as { readonly events: readonly AlarmEventRow[]; readonly next: number | null }
    found.push(...page.events)
    after = page.next
  }
  return found.filter(({ subject }) => subject.startsWith(`alarm:${rule}:`))
}
/** How often each thing happened to each alarm of a rule, e.g. `{ 'raised a': 1 }`. */
export const countsOf = (events: readonly AlarmEventRow[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(events, ({ type, subject }) => `${type.slice('alarm.'.length)} ${subject}`)].map(([key, of]) => [
      key,
      of.length,
    ]),
  )
