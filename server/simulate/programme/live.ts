// The simulated offices at work beside a running station: now and then one small command, sent like anybody's over HTTP. Knows the
// station's interface only; a conflict or an outage is somebody else's news.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { CommandRequest } from '../../../shared/programme/command.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { unpackState } from '../../../shared/programme/snapshot.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import { type Units, unitsById } from '../../../shared/programme/units.ts'
import { registrySchema } from '../../../shared/registry.ts'
import { nextDemoCommand } from './next-command.ts'

const DEFAULT_EVERY_MS = 45_000
/** The pause varies by so much of itself both ways: offices don't tick. */
const JITTER = 0.5
const ANSWER_WITHIN_MS = 10_000
const PAGE = 1_000
const COMMANDS = '/api/v1/programme/commands'

const snapshotSchema = z.object({ version: z.int(), hash: z.string(), state: z.record(z.string(), z.unknown()) })
const eventSchema = z.object({
  id: z.int(),
  at: z.number(),
  actor: z.string(),
  subject: z.string(),
  type: z.string(),
  data: z.unknown(),
}) satisfies z.ZodType<AnyEvent>
const eventsSchema = z.object({ events: z.array(eventSchema) })

export type DemoProgrammeOptions = {
  /** Of the station, without a path. */
  readonly url: string
  /** The origin its own pages have. */
  readonly origin: string
  readonly everyMs?: number
  /** Uniform in [0, 1). */
  readonly random?: () => number
  readonly now?: () => number
  /** A line for whoever watches; a trouble that lasts is told once. */
  readonly say?: (line: string) => void
}

type Picture = { readonly state: ProgrammeState; readonly units: Units }

/** Returns at once; `stop` ends it, also in the middle of a request. */
export function runDemoProgramme({
  url,
  origin,
  everyMs = DEFAULT_EVERY_MS,
  random = Math.random,
  now = Date.now,
  say = () => undefined,
}: DemoProgrammeOptions): { readonly stop: () => Promise<void> } {
  const ending = new AbortController()
  let picture: Picture | undefined
  let trouble = ''

  const working = work()
  return {
    async stop() {
      ending.abort()
      await working
    },
  }

  async function work(): Promise<void> {
    while (await pause(everyMs * (1 - JITTER + 2 * JITTER * random()))) {
      try {
        await act()
        trouble = ''
      } catch (error) {
        // Whatever we knew may be of another log by now.
        picture = undefined
        const reason = error instanceof Error ? error.message : String(error)
        if (!ending.signal.aborted && reason !== trouble)
          say(`chương trình mô phỏng tạm ngừng · the simulated programme waits: ${reason}`)
        trouble = reason
      }
    }
  }

  async function act(): Promise<void> {
    picture = picture ? { ...picture, state: await readOn(picture.state) } : await look()
    const request = nextDemoCommand(picture.state, picture.units, random, provinceDayOf(now()))
    if (request) await send(request)
  }

  async function look(): Promise<Picture> {
    const { units } = registrySchema.parse(await get('/api/v1/registry'))
    const snapshot = snapshotSchema.parse(await get('/api/v1/programme/state'))
    const state = unpackState({ ...snapshot, state: snapshot.state as Parameters<typeof unpackState>[0]['state'] })
    if (!state) throw new Error(`the station's state is of version ${snapshot.version}`)
    // A snapshot may be a little old; a writer must have seen the newest.
    return { state: await readOn(state), units: unitsById(units) }
  }

  async function readOn(from: ProgrammeState): Promise<ProgrammeState> {
    for (let state = from; ; ) {
      const { events } = eventsSchema.parse(await get(`/api/v1/programme/events?after=${state.lastId}&limit=${PAGE}`))
      state = fold(state, events)
      if (events.length < PAGE) return state
    }
  }

  async function send(request: CommandRequest): Promise<void> {
    const response = await ask(COMMANDS, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), origin },
      body: JSON.stringify(request),
    })
    await response.body?.cancel()
    // Somebody was quicker, or the rules changed: the next thing is thought up from the newest picture.
    if (response.ok || response.status === 409) return
    throw new Error(`${COMMANDS}: HTTP ${response.status}`)
  }

  async function get(path: string): Promise<unknown> {
    const response = await ask(path)
    if (response.ok) return await response.json()
    await response.body?.cancel()
    throw new Error(`${path}: HTTP ${response.status}`)
  }

  function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)])
    return fetch(new URL(path, url), { ...init, signal })
  }

  /** False when it ended meanwhile. */
  async function pause(ms: number): Promise<boolean> {
    try {
      await sleep(ms, undefined, { signal: ending.signal })
    } catch {
      return false
    }
    return !ending.signal.aborted
  }
}
