import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { alarmSeed } from '../../../server/alarms/seed.ts'
import { tellAlarms } from '../../../server/simulate/alarms/history.ts'
import { LEFT_ALONE_MS, MAX_COMMENTS, MAX_SHELVED, nextDeed } from '../../../server/simulate/alarms/next-deed.ts'
import { runDemoOperator } from '../../../server/simulate/alarms/operator.ts'
import type { AlarmCommandRequest } from '../../../shared/alarms/command.ts'
import { alarmCommandRequestSchema } from '../../../shared/alarms/command-schema.ts'
import { decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { packAlarms } from '../../../shared/alarms/snapshot.ts'
import { asksForAttention, standingOf } from '../../../shared/alarms/standing.ts'
import { type Alarm, type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { createChance } from '../../support/seed.ts'
import { registry } from './sample.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const units = unitsById(registry.units)
const { villages } = registry
/** In the middle of the flood night, as nobody has answered yet. */
let state: AlarmState
let now: number

beforeAll(() => {
  const story = tellAlarms(2026, registry, Date.parse('2026-11-26T09:00:00+07:00')).events
  let id = 0
  const log = [...alarmSeed(), ...story].map(event => ({ ...event, id: ++id }))
  state = EMPTY_ALARM_STATE
  for (const event of log) {
    const next = foldAlarms(state, [event])
    const open = [...next.alarms.values()].filter(asksForAttention)
    state = next
    if (next.floodSince !== null && open.length > 25) break
  }
  now = state.lastAt
})

const alarms = (of: AlarmState): readonly Alarm[] => [...of.alarms.values()]
const sceneAt = (at: number, of: AlarmState = state) => ({ state: of, villages, units, now: at })
/** What the station makes of a command; throws when it would refuse it. */
function executed(of: AlarmState, request: AlarmCommandRequest, at: number): AlarmState {
  const { events, refusals } = decideAlarmCommand({ state: of, units, now: at }, request)
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals))
  return foldAlarms(
    of,
    events.map((draft, n) => ({ ...draft, id: of.lastId + n + 1, at, actor: `simulated:${request.actor.name}` })),
  )
}
const only = (alarm: Alarm): AlarmState => ({ ...state, alarms: new Map([[alarm.id, alarm]]) })
const waiting = (priority: Alarm['priority']): Alarm => {
  const found = alarms(state).find(one => asksForAttention(one) && one.priority === priority)
  const any = found ?? alarms(state).find(asksForAttention)
  if (!any) throw new Error('nothing is waiting')
  return { ...any, priority }
}

describe('the next thing the operator does', () => {
  test('is always something the rules allow, marked as simulated, of many kinds, and in the end all is answered', () => {
    const { next } = createChance(20_261_126)
    const kinds = new Map<string, number>()
    let held = state
    let at = now
    for (let step = 0; step < 1_500; step++) {
      at += 40_000
      const request = nextDeed(sceneAt(at, held), next)
      if (!request) continue
      expect(request.isSimulated).toBe(true)
      expect(alarmCommandRequestSchema.safeParse(request).error).toBeUndefined()
      kinds.set(request.command, (kinds.get(request.command) ?? 0) + 1)
      held = executed(held, request, at)
      expect(alarms(held).filter(({ shelved }) => shelved).length).toBeLessThanOrEqual(MAX_SHELVED)
    }
    for (const kind of ['acknowledge', 'assign', 'comment', 'shelve']) expect(kinds.get(kind), kind).toBeGreaterThan(0)
    expect(alarms(held).filter(asksForAttention)).toEqual([])
    const began = new Map(alarms(state).map(({ id, comments }) => [id, comments]))
    for (const { id, comments } of alarms(held))
      expect(comments, id).toBeLessThanOrEqual(Math.max(MAX_COMMENTS, began.get(id) ?? 0))
  })

  test.each(['low', 'medium', 'high'] as const)(
    'a %s alarm is left to people for a while, to the millisecond',
    priority => {
      const alarm = waiting(priority)
      const dueAt = alarm.annunciatedAt + LEFT_ALONE_MS[priority]
      const doneAt = (at: number) => nextDeed(sceneAt(at, only(alarm)), () => 0)?.command
      expect(doneAt(dueAt - 1)).toBeUndefined()
      expect(doneAt(dueAt)).toBe('acknowledge')
      expect(LEFT_ALONE_MS.high).toBeGreaterThanOrEqual(180_000)
    },
  )

  test('of one cause and place at most five are acknowledged at once', () => {
    const [alarm] = [waiting('low')]
    const many = Array.from({ length: 6 }, (_, n) => ({ ...alarm, id: `${alarm.id}-${n}` }))
    const held = { ...state, alarms: new Map(many.map(one => [one.id, one])) }
    const request = nextDeed(sceneAt(now + 3_600_000, held), () => 0)
    expect(request?.command === 'acknowledge' && request.data.alarms).toHaveLength(5)
  })

  test('of another unit they aren’t', () => {
    const alarm = waiting('low')
    const about = { ...alarm.about, village: null, device: null }
    const two = ['commune-30061', 'commune-30076'].map(unit => ({ ...alarm, id: unit, about: { ...about, unit } }))
    const held = { ...state, alarms: new Map(two.map(one => [one.id, one])) }
    const request = nextDeed(sceneAt(now + 3_600_000, held), () => 0)
    expect(request?.command === 'acknowledge' && request.data.alarms).toHaveLength(1)
    expect(request?.actor.name).toBe('Công chức xã')
  })

  test('what latched is reset once it was acknowledged', () => {
    const latched: Alarm = { ...waiting('medium'), isActive: false, isAcknowledged: true, isLatched: true }
    expect(standingOf(latched)).toBe('latched')
    const request = nextDeed(sceneAt(now, only(latched)), () => 0)
    expect(request?.command).toBe('reset')
    if (request) expect(standingOf(alarms(executed(only(latched), request, now))[0] ?? latched)).toBe('normal')
  })

  test.each([
    [MAX_SHELVED - 1, 'shelve'],
    [MAX_SHELVED, undefined],
  ] as const)('with %i shelved it does: %s', (count, command) => {
    const attended: Alarm = { ...waiting('low'), isAcknowledged: true }
    const stamp = { by: 'x', at: 1, eventId: 1, until: now + 3_600_000, reason: 'x' }
    const shelved = Array.from({ length: count }, (_, n) => ({ ...attended, id: `s-${n}`, shelved: stamp }))
    const held = { ...state, alarms: new Map([attended, ...shelved].map(one => [one.id, one])) }
    expect(nextDeed(sceneAt(now, held), () => 0.999)?.command).toBe(command)
  })

  test('an alarm of no village is answered by the lead, and a station without alarms by nobody', () => {
    const alarm = waiting('low')
    const homeless = only({ ...alarm, about: { ...alarm.about, village: null, device: null, unit: null } })
    expect(nextDeed(sceneAt(now + 60_000, homeless), () => 0)?.actor).toEqual({
      name: 'Chuyên viên',
      unit: 'so-khcn-2025',
    })
    expect(nextDeed(sceneAt(now, EMPTY_ALARM_STATE), () => 0)).toBeUndefined()
  })
})

describe('the operator beside a station', () => {
  type Asked = { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }
  let server: Server
  let stop: (() => Promise<void>) | undefined
  afterEach(async () => {
    await stop?.()
    stop = undefined
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })

  /** A station that says `status` to commands. */
  async function aStation(status: () => number): Promise<{ url: string; asked: Asked[] }> {
    const asked: Asked[] = []
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const path = request.url ?? ''
        asked.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() })
        const isCommand = path === '/api/v1/alarms/commands'
        const answer = path === '/api/v1/registry' ? registry : isCommand ? {} : packAlarms(state, 'hash')
        response.statusCode = isCommand ? status() : 200
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(answer))
      })
    })
    return { url: await listening(), asked }
  }
  async function listening(): Promise<string> {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('no address')
    return `http://127.0.0.1:${address.port}`
  }
  const commandsOf = (asked: readonly Asked[]) => asked.filter(({ path }) => path === '/api/v1/alarms/commands')
  function run(url: string): string[] {
    const said: string[] = []
    const running = runDemoOperator({
      url,
      origin: 'https://dai-sen.example',
      everyMs: 5,
      random: createChance(8).next,
      now: () => now + 3_600_000,
      say: line => said.push(line),
    })
    stop = running.stop
    return said
  }

  test('sends one command at a time with its own key and the origin of the station’s pages', async () => {
    const { url, asked } = await aStation(() => 200)
    const said = run(url)
    await vi.waitFor(() => expect(commandsOf(asked).length).toBeGreaterThan(3), 20_000)
    const commands = commandsOf(asked)
    expect(new Set(commands.map(({ headers }) => headers['idempotency-key'])).size).toBe(commands.length)
    for (const { headers, body } of commands) {
      expect(headers.origin).toBe('https://dai-sen.example')
      expect(alarmCommandRequestSchema.parse(JSON.parse(body)).isSimulated).toBe(true)
    }
    // The registry is asked for once; the alarms before every command.
    expect(asked.filter(({ path }) => path === '/api/v1/registry')).toHaveLength(1)
    const first = asked.findIndex(({ path }) => path === '/api/v1/alarms/commands')
    expect(asked[first - 1]?.path).toBe('/api/v1/alarms/state')
    expect(said).toEqual([])
  })

  test.each([409, 422])('takes %i quietly, speaks once of an outage, and goes on when it is over', async refusal => {
    let status = refusal
    const { url, asked } = await aStation(() => status)
    const said = run(url)
    const more = async (count: number) => {
      const before = commandsOf(asked).length
      await vi.waitFor(() => expect(commandsOf(asked).length).toBeGreaterThan(before + count), 20_000)
    }
    await more(2)
    expect(said).toEqual([])
    status = 503
    await more(4)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/tạm ngừng.*503/)
    status = 200
    await more(2)
    expect(said).toHaveLength(1)
  })

  test('ends at once, also while the station doesn’t answer', async () => {
    let isAsked = false
    server = createServer(() => {
      isAsked = true
    })
    const said = run(await listening())
    await vi.waitFor(() => expect(isAsked).toBe(true), 20_000)
    await stop?.()
    expect(said).toEqual([])
  })
})
