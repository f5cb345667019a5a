// One device on the network: connects with its own token and last will, sends what it measured oldest first, keeps what isn't
// acknowledged and sends it again. What it measured is a pure function of time, so its memory is one instant: stored up to here.
//
//   away ──▶ connecting ──▶ online ──▶ away        away: dropped out by the field, or waiting to try again
import { connect, type MqttClient } from 'mqtt'
import type { DevicePlan } from '../registry/device-plan.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './calendar.ts'
import type { Entry, Field } from './field.ts'

/** Entries of one message: at most about 60 kB of the 200 KiB that a message may have. */
export const MAX_ENTRIES = 300
/** A logger's memory: older readings are lost. */
export const KEPT_MS = DAY_MS
/** History is sent this coarse. */
export const HISTORY_STEP_MS = 5 * MINUTE_MS
/** What is counted once a day is worth two weeks of history. */
const DAILY_HISTORY_MS = 14 * DAY_MS
/** A broker that is silent this long about a message has lost it. */
const ACKNOWLEDGE_MS = 60 * SECOND_MS
const CONNECT_MS = 10 * SECOND_MS
const KEEPALIVE_SECONDS = 30
/** Wait before the next try: doubles from the first to the second figure, and is shortened by chance by up to half. */
const RETRY_MS = [1 * SECOND_MS, 30 * SECOND_MS] as const
/** A clean end may take this long; then the socket is cut. */
const GOODBYE_MS = 1_200

export type SessionDeps = {
  readonly url: string
  readonly plan: DevicePlan
  readonly token: string
  readonly field: Pick<Field, 'readingsOf' | 'newestOf' | 'isOut' | 'repeats'>
  /** When the field was switched on, and how much history it sends first. */
  readonly startedAt: number
  readonly backfillHours: number
  /** Wall clock, epoch milliseconds. */
  readonly now: () => number
  /** A clock that never jumps, milliseconds. */
  readonly elapsed: () => number
  /** [0, 1) */
  readonly random: () => number
}
export type Session = {
  readonly state: () => 'away' | 'connecting' | 'online'
  /** Values acknowledged so far. */
  readonly stored: () => number
  /** Does what is due. Returns true when it used the permission to open a connection. */
  readonly tick: (mayConnect: boolean) => boolean
  readonly stop: () => Promise<void>
}

type Pending = { readonly from: number; readonly to: number; readonly stepMs: number }
/** What one message carries, and how memory moves once it is acknowledged. */
type Batch = { readonly entries: readonly Entry[]; readonly acknowledge: () => void }

export function createSession(deps: SessionDeps): Session {
  const { url, plan, token, field, startedAt, now, elapsed, random } = deps
  const topic = `daisen/v1/${plan.village}/${plan.id}`
  const history = historyOf(plan, startedAt, deps.backfillHours)
  let newestHistoryAt = -Infinity
  let hasReported = false
  let storedUntil = startedAt
  let stored = 0

  let client: MqttClient | undefined
  let isOnline = false
  let inFlight: { readonly since: number } | undefined
  let failures = 0
  let retryAt = 0
  let isStopped = false

  function open(): void {
    const attempt = connect(url, {
      clientId: plan.id,
      username: plan.id,
      password: token,
      protocolVersion: 4,
      clean: true,
      keepalive: KEEPALIVE_SECONDS,
      connectTimeout: CONNECT_MS,
      // Trying again is decided here, with jitter.
      reconnectPeriod: 0,
      will: { topic: `${topic}/state`, payload: Buffer.from('{"online":false}'), qos: 1, retain: true },
    })
    client = attempt
    attempt.on('connect', () => {
      if (client !== attempt) return
      failures = 0
      isOnline = true
      attempt.publish(`${topic}/state`, '{"online":true}', { qos: 1, retain: true })
      send()
    })
    // Why a connection failed shows in the number of devices away; `close` always follows.
    attempt.on('error', () => attempt.end(true))
    attempt.on('close', () => {
      if (client === attempt) leave()
    })
  }

  /** Lets the socket go without a word: the broker then speaks the last will. */
  function leave(): void {
    const left = client
    client = undefined
    isOnline = false
    inFlight = undefined
    const wait = Math.min(RETRY_MS[1], RETRY_MS[0] * 2 ** failures++)
    retryAt = elapsed() + wait * (1 - 0.5 * random())
    left?.stream.destroy()
    left?.end(true)
  }

  function send(): void {
    const carrier = client
    if (!carrier || !isOnline || inFlight || isStopped) return
    const batch = nextBatch()
    if (!batch) return
    const { entries, acknowledge } = batch
    const [only] = entries
    const payload = JSON.stringify(entries.length === 1 ? messageOf(only) : entries.map(messageOf))
    const sent = { since: elapsed() }
    inFlight = sent
    carrier.publish(`${topic}/tele`, payload, { qos: 1 }, error => {
      if (inFlight !== sent) return
      inFlight = undefined
      if (error) {
        leave()
        return
      }
      acknowledge()
      for (const entry of entries) stored += Object.keys(entry.v).length
      if (only && entries.length === 1 && field.repeats(plan.id, only.at))
        carrier.publish(`${topic}/tele`, payload, { qos: 1 })
      send()
    })
  }

  function nextBatch(): Batch | undefined {
    for (let one = history[0]; one; one = history[0]) {
      const { to, stepMs } = one
      const { entries, until } = field.readingsOf(plan.id, one.from, to, MAX_ENTRIES, stepMs)
      const acknowledge = () => {
        if (until < to) history[0] = { from: until, to, stepMs }
        else history.shift()
        newestHistoryAt = Math.max(newestHistoryAt, entries.at(-1)?.at ?? -Infinity)
      }
      if (entries.length > 0) return { entries, acknowledge }
      acknowledge()
    }
    if (!hasReported) {
      const entries = field.newestOf(plan.id, startedAt).filter(entry => entry.at > newestHistoryAt)
      const acknowledge = () => {
        hasReported = true
      }
      if (entries.length > 0) return { entries, acknowledge }
      acknowledge()
    }
    const at = now()
    // A wall clock that was set back: what was sent is sent again, the same.
    storedUntil = Math.max(at - KEPT_MS, Math.min(storedUntil, at))
    for (let from = storedUntil; from < at; from = storedUntil) {
      const { entries, until } = field.readingsOf(plan.id, from, at, MAX_ENTRIES)
      const acknowledge = () => {
        storedUntil = until
      }
      if (entries.length > 0) return { entries, acknowledge }
      acknowledge()
    }
    return undefined
  }

  return {
    state: () => (isOnline ? 'online' : client ? 'connecting' : 'away'),
    stored: () => stored,
    tick(mayConnect) {
      if (isStopped) return false
      if (field.isOut(plan.id, now())) {
        failures = 0
        if (client) leave()
        return false
      }
      if (!client) {
        if (!mayConnect || elapsed() < retryAt) return false
        open()
        return true
      }
      if (inFlight && elapsed() - inFlight.since > ACKNOWLEDGE_MS) leave()
      send()
      return false
    },
    async stop() {
      isStopped = true
      const leaving = client
      if (leaving && isOnline) await sayGoodbye(leaving, `${topic}/state`)
      client = undefined
      isOnline = false
      leaving?.end(true)
    },
  }
}

/** What a device would have kept from before it was switched on, as spans, oldest first. */
function historyOf(plan: DevicePlan, startedAt: number, hours: number): Pending[] {
  const from = startedAt - hours * HOUR_MS
  if (hours <= 0) return []
  const spans = [{ from, to: startedAt, stepMs: HISTORY_STEP_MS }]
  const hasDaily = plan.quantities.some(quantity => quantity.intervalMs === DAY_MS)
  const dailyFrom = startedAt - DAILY_HISTORY_MS
  if (hasDaily && dailyFrom < from) spans.unshift({ from: dailyFrom, to: from, stepMs: DAY_MS })
  return spans
}

const messageOf = (entry: Entry | undefined) => entry && { ts: entry.ts, v: entry.v }

/** Says "offline" itself and disconnects in order, so that the last will stays unspoken. */
async function sayGoodbye(client: MqttClient, topic: string): Promise<void> {
  const goodbye = client
    .publishAsync(topic, '{"online":false}', { qos: 1, retain: true })
    .then(() => client.endAsync())
    .catch(() => {})
  let hurry: NodeJS.Timeout | undefined
  const limit = new Promise<void>(resolve => {
    hurry = setTimeout(resolve, GOODBYE_MS)
  })
  await Promise.race([goodbye, limit])
  clearTimeout(hurry)
}
