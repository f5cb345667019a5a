// What client tests are made of: a catalogue, frames, a clock that moves when told to. Name only what a test is about.

import type { Clock } from '../../../../client/live/live-store.ts'
import { encodeFrame, type Frame } from '../../../../shared/frame.ts'
import type { CatalogueSeries } from '../../../../shared/protocol.ts'

export const aSeries = (about: Partial<CatalogueSeries> = {}): CatalogueSeries => {
  const { n = 0, device = 'gauge-1', quantity = 'water_level' } = about
  return {
    n,
    id: `${device}.${quantity}`,
    device,
    deviceName: 'Trạm mực nước',
    village: 'tan-thuan-tay',
    quantity,
    unit: 'm',
    lon: 105.58,
    lat: 10.46,
    intervalMs: 10_000,
    source: 'measured',
    ...about,
  }
}

export type Point = readonly [n: number, t: number, v: number, q?: number]

export function aFrame(fromSeq: number, seq: number, points: readonly Point[], epoch = 1): Frame {
  return {
    epoch,
    fromSeq,
    seq,
    n: Uint32Array.from(points, ([n]) => n),
    t: Float64Array.from(points, ([, t]) => t),
    v: Float64Array.from(points, ([, , v]) => v),
    q: Uint8Array.from(points, ([, , , q = 0]) => q),
  }
}

export const frameBytesOf = (...args: Parameters<typeof aFrame>): Uint8Array<ArrayBuffer> =>
  encodeFrame(aFrame(...args))

export type TestClock = Clock & { readonly advance: (ms: number) => void }

export function createTestClock(): TestClock {
  let now = 0
  let timers: { at: number; call: () => void }[] = []
  return {
    monotonicNow: () => now,
    after: (ms, call) => {
      const timer = { at: now + ms, call }
      timers.push(timer)
      return () => {
        timers = timers.filter(one => one !== timer)
      }
    },
    advance: ms => {
      const until = now + ms
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        timers = timers.filter(one => one !== next)
        now = next.at
        next.call()
      }
      now = until
    },
  }
}
