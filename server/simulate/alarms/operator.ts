// The simulated operator beside a running station: every so often looks at the alarms and does one small thing, sent like anybody's over
// HTTP. Knows the station's interface only; a conflict or an outage is somebody else's news.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { AlarmCommandRequest } from '../../../shared/alarms/command.ts'
import { unpackAlarms } from '../../../shared/alarms/snapshot.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { type Units, unitsById } from '../../../shared/programme/units.ts'
import { registrySchema, type Village } from '../../../shared/registry.ts'
import { nextDeed } from './next-deed.ts'

const DEFAULT_EVERY_MS = 40_000
/** The pause varies by so much of itself both ways: people don't tick. */
const JITTER = 0.5
const ANSWER_WITHIN_MS = 10_000
const STATE = '/api/v1/alarms/state'
const COMMANDS = '/api/v1/alarms/commands'
/** Somebody was quicker, or the rules say no. */
const NOT_DONE = new Set([409, 422])

const snapshotSchema = z.object({ version: z.int(), hash: z.string(), state: z.record(z.string(), z.unknown()) })

export type DemoOperatorOptions = {
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

type Office = { readonly villages: readonly Village[]; readonly units: Units }

/** Returns at once; `stop` ends it, also in the middle of a request. */
export function runDemoOperator({
  url,
  origin,
  everyMs = DEFAULT_EVERY_MS,
  random = Math.random,
  now = Date.now,
  say = () => undefined,
}: DemoOperatorOptions): { readonly stop: () => Promise<void> } {
  const ending = new AbortController()
  let office: Office | undefined
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
        // A round without a command doesn't show that commands are taken again.
        if (await act()) trouble = ''
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        if (!ending.signal.aborted && reason !== trouble)
          say(`trực ban mô phỏng tạm ngừng · the simulated operator waits: ${reason}`)
        trouble = reason
      }
    }
  }

  /** Whether there was something to do. */
  async function act(): Promise<boolean> {
    office ??= await officeOf()
    const state = await look()
    const request = nextDeed({ ...office, state, now: now() }, random)
    if (request) await send(request)
    return request !== undefined
  }

  async function officeOf(): Promise<Office> {
    const { villages, units } = registrySchema.parse(await get('/api/v1/registry'))
    return { villages, units: unitsById(units) }
  }

  /** What changes between this and the command the station refuses. */
  async function look(): Promise<AlarmState> {
    const snapshot = snapshotSchema.parse(await get(STATE))
    const state = unpackAlarms({ ...snapshot, state: snapshot.state as Parameters<typeof unpackAlarms>[0]['state'] })
    if (!state) throw new Error(`the station's alarms are of version ${snapshot.version}`)
    return state
  }

  async function send(request: AlarmCommandRequest): Promise<void> {
    const response = await ask(COMMANDS, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), origin },
      body: JSON.stringify(request),
    })
    await response.body?.cancel()
    if (!response.ok && !NOT_DONE.has(response.status)) throw new Error(`${COMMANDS}: HTTP ${response.status}`)
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
