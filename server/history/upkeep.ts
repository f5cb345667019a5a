// What a store needs while it runs: hot readings move to cold, old raw ones go. In slices, so that commits pass in between.
import type { Logger } from 'pino'
import type { Store } from '../store/store.ts'

const EVERY_MS = 5 * 60_000
/** The last minutes stay hot: late arrivals and the live edge are there. */
const HOT_MS = 10 * 60_000
const DAY_MS = 86_400_000

export type Upkeep = { readonly runOnce: () => Promise<void>; readonly stop: () => Promise<void> }

export function startUpkeep(
  store: Store,
  options: { readonly now: () => number; readonly retentionDays: number | undefined; readonly log: Logger },
): Upkeep {
  const { now, retentionDays, log } = options
  let running: Promise<void> | undefined
  let isStopped = false

  async function run(): Promise<void> {
    const until = now() - HOT_MS
    while (!isStopped && (await store.compact(until)) > 0);
    if (retentionDays === undefined) return
    const before = now() - retentionDays * DAY_MS
    while (!isStopped && (await store.prune(before)) > 0);
  }
  function runOnce(): Promise<void> {
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
  const attempt = () => {
    runOnce().catch((error: Error) => log.warn({ reason: error.message }, 'upkeep put off'))
  }
  const timer = setInterval(attempt, EVERY_MS)
  attempt()

  return {
    runOnce,
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await running?.catch(() => undefined)
    },
  }
}
