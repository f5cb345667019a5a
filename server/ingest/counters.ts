// What each device sent and what became of it, since the server started. Refusals are counted per device, so they can be seen.
import { type DeviceCounters, REJECTIONS, type RejectionCode } from '../../shared/api.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import { OUTCOME } from '../store/store.ts'

/** Seconds kept for the rate of the last minute. */
const WINDOW_SECONDS = 60

export type Counters = {
  readonly stored: (device: string, outcome: Uint8Array, qualities: readonly number[], now: number) => void
  readonly rejected: (device: string, code: RejectionCode) => void
  /** One request or message that was refused or made to wait because its device is too fast. */
  readonly tooFast: (device: string) => void
  /** One request or message that was refused for its size. */
  readonly tooLarge: (device: string) => void
  readonly of: (device: string) => Readonly<DeviceCounters>
  readonly totals: () => Readonly<DeviceCounters>
  /** Readings committed within the last 60 s. */
  readonly lastMinute: (now: number) => number
}

export function createCounters(): Counters {
  const perDevice = new Map<string, DeviceCounters>()
  const totals = zero()
  const counts = new Float64Array(WINDOW_SECONDS)
  /** Which second each slot counts: a clock that was set back meets slots of another time. */
  const secondOf = new Float64Array(WINDOW_SECONDS)

  function of(device: string): DeviceCounters {
    let counters = perDevice.get(device)
    if (!counters) {
      counters = zero()
      perDevice.set(device, counters)
    }
    return counters
  }

  function countInto(second: number, count: number): void {
    const slot = second % WINDOW_SECONDS
    if (secondOf[slot] !== second) counts[slot] = 0
    secondOf[slot] = second
    counts[slot] = (counts[slot] ?? 0) + count
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
      countInto(Math.floor(now / 1000), accepted)
    },
    rejected(device, code) {
      for (const { rejected } of [of(device), totals]) rejected[code] = (rejected[code] ?? 0) + 1
    },
    tooFast(device) {
      for (const counters of [of(device), totals]) counters.tooFast++
    },
    tooLarge(device) {
      for (const counters of [of(device), totals]) counters.tooLarge++
    },
    of,
    totals: () => totals,
    lastMinute(now) {
      const second = Math.floor(now / 1000)
      return counts.reduce((sum, count, slot) => {
        const age = second - (secondOf[slot] ?? 0)
        return age >= 0 && age < WINDOW_SECONDS ? sum + count : sum
      }, 0)
    },
  }
}

const zero = (): DeviceCounters => ({
  accepted: 0,
  duplicate: 0,
  conflict: 0,
  late: 0,
  bad: 0,
  tooFast: 0,
  tooLarge: 0,
  rejected: Object.fromEntries(REJECTIONS.map(code => [code, 0])),
})
