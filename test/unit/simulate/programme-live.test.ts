import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { demoSeed } from '../../../server/simulate/programme/history.ts'
import { runDemoProgramme } from '../../../server/simulate/programme/live.ts'
import { MAX_OBSTACLES, MAX_OPEN_OBSTACLES, nextDemoCommand } from '../../../server/simulate/programme/next-command.ts'
import type { CommandRequest } from '../../../shared/programme/command.ts'
import { commandRequestSchema } from '../../../shared/programme/command-schema.ts'
import { decide } from '../../../shared/programme/decide.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { packState } from '../../../shared/programme/snapshot.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'
import { createChance } from '../../support/seed.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const TODAY = '2026-11-26'
const registry = loadRegistry()
const units = unitsById(registry.units)
let events: readonly AnyEvent[]
let state: ProgrammeState

beforeAll(() => {
  events = demoSeed(1, registry, TODAY).map(({ at, actor, draft }, index) => ({ id: index + 1, at, actor, ...draft }))
  state = fold(EMPTY_STATE, events)
})

/** What the station makes of a command; throws when it would refuse it. */
function executed(held: ProgrammeState, request: CommandRequest, today: string): ProgrammeState {
  const decision = decide({ state: held, units, today }, request)
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusals))
  expect(request.expected).toBe(held.versions.get(decision.subject) ?? 0)
  const at = Date.parse(`${today}T09:00:00+07:00`)
  const actor = `simulated:${request.actor.name}`
  return fold(
    held,
    decision.events.map((draft, index) => ({ id: held.lastId + index + 1, at, actor, ...draft })),
  )
}

describe('the next thing an office does', () => {
  test('is always something the rules allow, marked as simulated, of many kinds, and never a recognition', () => {
    const { next } = createChance(20_261_126)
    const kinds = new Map<string, number>()
    let held = state
    for (let step = 0; step < 600; step++) {
      const today = addDays(TODAY, Math.floor(step / 60))
      const request = nextDemoCommand(held, units, next, today)
      if (!request) continue
      expect(request.isSimulated).toBe(true)
      expect(commandRequestSchema.safeParse(request).error).toBeUndefined()
      kinds.set(request.command, (kinds.get(request.command) ?? 0) + 1)
      held = executed(held, request, today)
    }
    expect([...kinds.keys()].toSorted()).toEqual([
      'assess-indicator',
      'book-funding',
      'move-dossier',
      'move-obstacle',
      'raise-obstacle',
      'update-task',
    ])
    const recognised = (one: ProgrammeState) =>
      [...one.villages.values()].map(village => [village.id, village.recognition?.eventId])
    expect(recognised(held)).toEqual(recognised(state))
    const open = [...held.obstacles.values()].filter(one => one.state !== 'resolved')
    expect(open.length).toBeLessThanOrEqual(MAX_OPEN_OBSTACLES)
  })

  test('the dossier whose clock runs is carried to the end of the province’s work, not further', () => {
    const { next } = createChance(3)
    let held = state
    for (let step = 0; step < 900; step++) {
      const today = addDays(TODAY, 4 + Math.floor(step / 300))
      const request = nextDemoCommand(held, units, next, today)
      if (request) held = executed(held, request, today)
    }
    expect(held.dossiers.get('my-dong:1')?.moves.at(-1)?.to).toBe('consolidated')
    expect(held.dossiers.get('tan-thuan-tay:1')?.moves.at(-1)?.to).toBe('returned')
  })

  test.each([
    [MAX_OBSTACLES - 1, true],
    [MAX_OBSTACLES, false],
  ])('with %i obstacles another one is raised: %s', (count, isRaised) => {
    const sample = [...state.obstacles.values()].find(one => one.state === 'resolved')
    if (!sample) throw new Error('no resolved obstacle')
    const obstacles = new Map(Array.from({ length: count }, (_, at) => [`o-${at}`, { ...sample, id: `o-${at}` }]))
    const { next } = createChance(5)
    const seen = Array.from(
      { length: 300 },
      () => nextDemoCommand({ ...state, obstacles }, units, next, TODAY)?.command,
    )
    expect(seen.includes('raise-obstacle')).toBe(isRaised)
  })

  test('nothing occurs to anybody in a station without a plan', () =>
    expect(nextDemoCommand(EMPTY_STATE, units, createChance(1).next, TODAY)).toBeUndefined())
})

describe('the offices beside a station', () => {
  type Asked = { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }
  let server: Server
  let stop: (() => Promise<void>) | undefined
  afterEach(async () => {
    await stop?.()
    stop = undefined
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })

  /** A station that says `status` to commands; `log` is what it has by now. */
  async function aStation(
    status: () => number,
    log: () => readonly AnyEvent[],
  ): Promise<{ url: string; asked: Asked[] }> {
    const asked: Asked[] = []
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const path = request.url ?? ''
        asked.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() })
        const after = Number(new URL(path, 'http://x').searchParams.get('after'))
        const answer = path.startsWith('/api/v1/programme/events')
          ? {
              events: log()
                .filter(({ id }) => id > after)
                .slice(0, 1_000),
              next: null,
            }
          : path === '/api/v1/registry'
            ? registry
            : path === '/api/v1/programme/state'
              ? packState(state, 'hash')
              : {}
        response.statusCode = path === '/api/v1/programme/commands' ? status() : 200
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(answer))
      })
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('no address')
    return { url: `http://127.0.0.1:${address.port}`, asked }
  }
  const commandsOf = (asked: readonly Asked[]) => asked.filter(({ path }) => path === '/api/v1/programme/commands')
  const run = (url: string, said: string[] = []) => {
    const running = runDemoProgramme({
      url,
      origin: 'https://dai-sen.example',
      everyMs: 5,
      random: createChance(8).next,
      now: () => Date.parse(`${TODAY}T02:00:00Z`),
      say: line => said.push(line),
    })
    stop = running.stop
    return said
  }

  test('send one command at a time with its own key and the origin of the station’s pages', async () => {
    const { url, asked } = await aStation(
      () => 200,
      () => events,
    )
    const said = run(url)
    await vi.waitFor(() => expect(commandsOf(asked).length).toBeGreaterThan(3), 20_000)
    const commands = commandsOf(asked)
    expect(new Set(commands.map(({ headers }) => headers['idempotency-key'])).size).toBe(commands.length)
    for (const { headers, body } of commands) {
      expect(headers.origin).toBe('https://dai-sen.example')
      expect(commandRequestSchema.parse(JSON.parse(body)).isSimulated).toBe(true)
    }
    // The whole state is asked for once; after that only what is new.
    expect(asked.filter(({ path }) => path === '/api/v1/programme/state')).toHaveLength(1)
    expect(said).toEqual([])
  })

  test('have seen what others wrote since the snapshot before they write', async () => {
    const [newest] = events.slice(-1)
    if (!newest) throw new Error('no events')
    const later = {
      ...newest,
      id: newest.id + 1,
      subject: 'task:9.9',
      type: 'programme.of-a-newer-station',
      data: null,
    }
    const { url, asked } = await aStation(
      () => 200,
      () => [...events, later],
    )
    run(url)
    await vi.waitFor(() => expect(commandsOf(asked).length).toBeGreaterThan(1), 20_000)
    const after = asked.flatMap(({ path }) => /after=(\d+)/.exec(path)?.[1] ?? [])
    expect(after[0]).toBe(String(newest.id))
    expect(new Set(after.slice(1))).toEqual(new Set([String(later.id)]))
  })

  test('take a conflict quietly, speak once of an outage, and go on when it is over', async () => {
    let status = 409
    const { url, asked } = await aStation(
      () => status,
      () => events,
    )
    const said = run(url)
    await vi.waitFor(() => expect(commandsOf(asked).length).toBeGreaterThan(2), 20_000)
    expect(said).toEqual([])
    status = 503
    const before = commandsOf(asked).length
    await vi.waitFor(() => expect(commandsOf(asked).length).toBeGreaterThan(before + 4), 20_000)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/tạm ngừng.*503/)
    status = 200
    const down = commandsOf(asked).length
    await vi.waitFor(() => expect(commandsOf(asked).length).toBeGreaterThan(down + 2), 20_000)
  })

  test('end at once, also while the station doesn’t answer', async () => {
    server = createServer(() => undefined)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('no address')
    const said = run(`http://127.0.0.1:${address.port}`)
    await new Promise(resolve => setTimeout(resolve, 100))
    const before = performance.now()
    await stop?.()
    expect(performance.now() - before).toBeLessThan(2_000)
    expect(said).toEqual([])
  })
})
