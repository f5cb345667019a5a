// Runs a field against a broker: one connection per device, opened gradually, ticked together, summed up once a minute.
import { MINUTE_MS } from './calendar.ts'
import type { Field } from './field.ts'
import { createSession, type Session } from './session.ts'

/** How often devices look at what is due; well below the quickest pace. */
const TICK_MS = 200
/** A hundred gateways don't come back in the same second. */
const CONNECTIONS_PER_SECOND = 20

export type RunOptions = {
  /** mqtt://host:port */
  readonly url: string
  readonly field: Pick<Field, 'plans' | 'readingsOf' | 'newestOf' | 'isOut' | 'repeats'>
  /** By device id; a device without a token stays away. */
  readonly tokens: ReadonlyMap<string, string>
  readonly backfillHours: number
  /** One line, Vietnamese · English. */
  readonly say: (line: string) => void
  readonly connectionsPerSecond?: number
  readonly tickMs?: number
  readonly now?: () => number
  readonly elapsed?: () => number
  readonly random?: () => number
}
export type Running = {
  readonly online: () => number
  /** Values acknowledged by the broker so far. */
  readonly stored: () => number
  readonly stop: () => Promise<void>
}

export function runField({ url, field, tokens, backfillHours, say, ...given }: RunOptions): Running {
  const now = given.now ?? Date.now
  const elapsed = given.elapsed ?? (() => performance.now())
  const random = given.random ?? Math.random
  const tickMs = given.tickMs ?? TICK_MS
  const perTick = ((given.connectionsPerSecond ?? CONNECTIONS_PER_SECOND) * tickMs) / 1_000
  const startedAt = now()
  const sessions: Session[] = field.plans.flatMap(plan => {
    const token = tokens.get(plan.id)
    return token === undefined
      ? []
      : [createSession({ url, plan, token, field, startedAt, backfillHours, now, elapsed, random })]
  })
  const countOnline = () => sessions.filter(session => session.state() === 'online').length
  const countStored = () => sessions.reduce((sum, session) => sum + session.stored(), 0)

  let permits = 0
  function tick(): void {
    permits = Math.min(Math.max(1, perTick), permits + perTick)
    for (const session of sessions) if (session.tick(permits >= 1)) permits--
  }
  let storedBefore = 0
  function sumUp(): void {
    const stored = countStored()
    const readings = stored - storedBefore
    storedBefore = stored
    say(
      `trạm mô phỏng: ${countOnline()}/${sessions.length} thiết bị trực tuyến, ${readings} số đo trong phút qua · ` +
        `simulated field: ${countOnline()}/${sessions.length} devices online, ${readings} readings in the last minute`,
    )
  }

  const history =
    backfillHours > 0 ? `, gửi trước ${backfillHours} giờ · sending ${backfillHours} h of history first` : ''
  say(
    `trạm mô phỏng: ${sessions.length} thiết bị → ${url} · simulated field: ${sessions.length} devices → ${url}${history}`,
  )
  tick()
  const timers = [setInterval(tick, tickMs), setInterval(sumUp, MINUTE_MS)]

  return {
    online: countOnline,
    stored: countStored,
    async stop() {
      timers.forEach(clearInterval)
      await Promise.all(sessions.map(session => session.stop()))
    },
  }
}
