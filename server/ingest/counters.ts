// What each device sent and what became of it, since the server started. Refusals are counted per device, so they can be seen.
import { REJECTIONS, type RejectionCode } from '../../shared/api.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import { OUTCOME } from '../store/store.ts'

export type DeviceCounters = {
  accepted: number
  duplicate: number
  conflict: number
  late: number
  bad: number
  rejected: Partial<Record<RejectionCode, number>>
}

/** Seconds kept for the rate of the last minute. */
const WINDOW_SECONDS = 60

export type Counters = {
  readonly stored: (device: string, outcome: Uint8Array, qualities: readonly number[], now: number) => void
  readonly rejected: (device: string, code: RejectionCode) => void
  readonly of: (device: string) => Readonly<DeviceCounters>
  readonly totals: () => Readonly<DeviceCounters>
  /** Readings committed within the last 60 s. */
  readonly lastMinute: (now: number) => number
}

export function createCounters(): Counters {
  const perDevice = new Map<string, DeviceCounters>()
  const totals = zero()
  const seconds = new Float64Array(WINDOW_SECONDS)
  let newestSecond = 0

  function of(device: string): DeviceCounters {
    let counters = perDevice.get(device)
    if (!counters) {
      counters = zero()
      perDevice.set(device, counters)
    }
    return counters
  }

  /** Clears the slots of the seconds that passed unseen. */
  function advance(now: number): number {
    const second = Math.floor(now / 1000)
    for (let s = Math.max(newestSecond + 1, second - WINDOW_SECONDS + 1); s <= second; s++)
      seconds[s % WINDOW_SECONDS] = 0
    newestSecond = Math.max(newestSecond, second)
    return second
  }

  return {
    stored(device, outcome, qualities, now) {
      let accepted = 0
      for (const counters of [of(device), totals]) {
        accepted = 0
        outcome.forEach((one, i) => {
          if (one === OUTCOME.duplicate || one === OUTCOME.conflict) counters.duplicate++
          else accepted++
          if (one === OUTCOME.conflict) counters.conflict++
          if (one === OUTCOME.late) counters.late++
          if ((one === OUTCOME.newest || one === OUTCOME.late) && qualities[i] === QUALITY_CODE.bad) counters.bad++
        })
        counters.accepted += accepted
      }
      const slot = advance(now) % WINDOW_SECONDS
      seconds[slot] = (seconds[slot] ?? 0) + accepted
    },
    rejected(device, code) {
      for (const { rejected } of [of(device), totals]) rejected[code] = (rejected[code] ?? 0) + 1
    },
    of,
    totals: () => totals,
    lastMinute(now) {
      advance(now)
      return seconds.reduce((sum, count) => sum + count, 0)
    },
  }
}

const zero = (): DeviceCounters => ({
  accepted: 0,
  duplicate: 0,
  conflict: 0,
  late: 0,
  bad: 0,
  rejected: Object.fromEntries(REJECTIONS.map(code => [code, 0])),
})
