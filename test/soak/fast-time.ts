// Preloaded into every process of a soak: clocks and timers run faster by the factor of FAST_TIME. Nothing else is changed, so that the
// station, the simulated field and their workers agree with each other and with the page.
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import { z } from 'zod'
import { fastWall } from './fast-clock.ts'

const given = process.env['FAST_TIME']
// Started by us and left behind: ends in order.
if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
if (given) quicken(z.strictObject({ from: z.number(), speed: z.number() }).parse(JSON.parse(given)))

function quicken(time: { readonly from: number; readonly speed: number }): void {
  const RealDate = Date
  const real = { timeout: setTimeout, interval: setInterval, now: performance.now.bind(performance) }
  class FastDate extends RealDate {
    constructor(...parts: readonly []) {
      if (parts.length === 0) super(FastDate.now())
      else super(...parts)
    }
    static override now(): number {
      return fastWall(time, RealDate.now())
    }
  }
  const sooner =
    (timer: (call: () => void, ms?: number, ...rest: readonly unknown[]) => NodeJS.Timeout) =>
    (call: () => void, ms = 0, ...rest: readonly unknown[]) =>
      timer(call, ms / time.speed, ...rest)
  // The promise that util.promisify looks for goes along.
  const sped = {
    setTimeout: Object.assign(sooner(real.timeout), real.timeout),
    setInterval: sooner(real.interval),
  }
  Object.assign(globalThis, { Date: FastDate, ...sped })
  // The live link's own pings take them from here: a page on fast time would wait for them in vain.
  Object.assign(timers, sped)
  syncBuiltinESMExports()
  performance.now = () => real.now() * time.speed
}
