// VN_AQI of a device from whichever of its six pollutants it measures: hourly means that end at the newest reading. Pure.
import { type Aqi, type Concentration, hourlyAqi, NOWCAST_HOURS, type Pollutant } from '../vn-aqi.ts'
import { isBad, type ReadingSignal, UNMOVED } from './signal.ts'
import { createWindow, MAX_KEPT, type ReadingWindow } from './signal-window.ts'
import type { WatchedSeries } from './watch.ts'

const HOUR_MS = 3_600_000
const LOOK_BACK_MS = (NOWCAST_HOURS + 1) * HOUR_MS

/**
 * Hours are counted back from the newest reading of any pollutant. A gas whose reading of this hour hasn't come yet counts with
 * the hour before. When the pollutant that was the worst isn't known any more, a lower index of the others is unknown: that it
 * fell silent doesn't make the air better.
 */
export function createAqi(inputs: readonly WatchedSeries[]): ReadingSignal {
  const windows = new Map(inputs.map(({ quantity }) => [quantity, createWindow(LOOK_BACK_MS / (MAX_KEPT - 100))]))
  const playMs = new Map(inputs.map(({ quantity, intervalMs }) => [quantity, (intervalMs ?? 0) / 2]))
  let newest = -Infinity
  let last: Aqi | undefined

  function hours(pollutant: Pollutant): readonly Concentration[] {
    const window = windows.get(pollutant)
    return window ? hourlyMeans(window, newest, playMs.get(pollutant) ?? 0) : []
  }
  function hour(gas: Pollutant): Concentration {
    const [now = null, before = null] = hours(gas)
    return now ?? before
  }

  function aqiNow(): number | undefined {
    const found = hourlyAqi({
      pm25: hours('pm25'),
      pm10: hours('pm10'),
      o3: hour('o3'),
      no2: hour('no2'),
      so2: hour('so2'),
      co: hour('co'),
    })
    if (!found || (last && found.value < last.value && found.indexes[last.dominant] === undefined)) return undefined
    last = found
    return found.value
  }

  const windowOf = (input: number) => windows.get(inputs[input]?.quantity ?? '')
  return {
    take(input, t, v, q) {
      const window = windowOf(input)
      if (isBad(q) || !window) return UNMOVED
      while (window.timeAt(0) < t - LOOK_BACK_MS) window.drop(1)
      window.add(t, v)
      newest = Math.max(newest, t)
      return aqiNow()
    },
    recall: (input, readings) => windowOf(input)?.addBefore(readings.filter(({ q }) => !isBad(q))),
    lookBackMs: LOOK_BACK_MS,
  }
}

/** The newest hour first. Half an interval of play, so that readings on the hour that come a little early or late stay apart. */
function hourlyMeans(window: ReadingWindow, t: number, playMs: number): readonly Concentration[] {
  const sums = new Float64Array(NOWCAST_HOURS)
  const counts = new Uint32Array(NOWCAST_HOURS)
  for (let i = 0; i < window.size(); i++) {
    const hour = Math.max(0, Math.floor((t - window.timeAt(i) + playMs) / HOUR_MS))
    if (hour >= NOWCAST_HOURS) continue
    sums[hour] = (sums[hour] as number) + window.valueAt(i)
    counts[hour] = (counts[hour] as number) + 1
  }
  return Array.from(counts, (count, hour) => (count === 0 ? null : (sums[hour] as number) / count))
}
