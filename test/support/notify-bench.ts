// One station that notifies, for each test anew: its folder, its clock, and what must end after it.
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { Channel } from '../../server/notify/channel.ts'
import { aClock, type Clock, type NotifyStation, startNotifyStation } from './notify-station.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

export type NotifyBench = {
  readonly clock: Clock
  readonly folder: string
  readonly station: NotifyStation
  readonly start: (...about: StartedWith) => Promise<NotifyStation>
  /** The channels are open and the log has begun: what comes now is told. */
  readonly startReady: (...about: StartedWith) => Promise<NotifyStation>
  /** So many messages came to that end. */
  readonly settled: (state: 'delivered' | 'dead', count?: number) => Promise<void>
  /** Called after the test, the last first. */
  readonly endWith: (end: () => Promise<void>) => void
  /** Ends what was started last. */
  readonly endLast: () => Promise<void>
}
type StartedWith = readonly [
  channels: readonly Channel[],
  options?: NonNullable<Parameters<typeof startNotifyStation>[3]>,
]

export function notifyBench(): NotifyBench {
  let held: { readonly folder: ReturnType<typeof temporaryFolder>; readonly clock: Clock } | undefined
  let station: NotifyStation | undefined
  const ends: (() => Promise<void>)[] = []
  const now = () => {
    if (!held) throw new Error('the bench is set up by beforeEach')
    return held
  }
  beforeEach(() => {
    held = { folder: temporaryFolder(), clock: aClock() }
  })
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
    now().folder.remove()
  })

  const bench: NotifyBench = {
    get clock() {
      return now().clock
    },
    get folder() {
      return now().folder.path
    },
    get station() {
      if (!station) throw new Error('no station was started')
      return station
    },
    async start(channels, options = {}) {
      station = await startNotifyStation(bench.folder, channels, bench.clock, options)
      ends.push(station.stop)
      return station
    },
    async startReady(...about) {
      const { store, publishRule } = await bench.start(...about)
      await publishRule()
      await eventually(async () => expect((await store.outboxChannels()).map(one => one.cursor)).not.toContain(0))
      return bench.station
    },
    settled: (state, count = 1) =>
      eventually(async () => expect(await bench.station.messages(state)).toHaveLength(count)),
    endWith: end => void ends.push(end),
    endLast: async () => ends.pop()?.(),
  }
  return bench
}
