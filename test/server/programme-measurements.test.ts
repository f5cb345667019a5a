// What the station measures for indicators, from a real SQLite store: shares and statistics over a window, and when it doesn't know.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMeasurements, type MeasuredSet } from '../../server/programme/measurements.ts'
import type { DevicePlan } from '../../server/registry/device-plan.ts'
import { createDevices, type Devices } from '../../server/registry/devices.ts'
import { addDevice, disableDevice } from '../../server/registry/register.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import type { Measure } from '../../shared/programme/facts.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import { aDevicePlan } from '../support/station.ts'
import { append, aRow, compactAll } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2026-11-25T10:00:00+07:00')
const VILLAGE = 'my-dong'

let folder: ReturnType<typeof temporaryFolder>
let store: Store
let devices: Devices
beforeEach(async () => {
  folder = temporaryFolder()
  store = await openSqliteStore({ path: databasePath(folder.path) })
  devices = await createDevices(store, loadRegistry())
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const HOURLY = { code: 'battery', intervalMs: HOUR }
async function plant(about: Partial<DevicePlan>): Promise<void> {
  const issued = await addDevice(
    store,
    loadRegistry(),
    aDevicePlan({ quantities: [HOURLY], ...about }),
    NOW - DAY,
    'test',
  )
  if ('refusal' in issued) throw new Error(issued.refusal)
  await devices.refresh()
}
const numberOf = (series: string): number => {
  const found = devices.seriesById(series)
  if (!found) throw new Error(series)
  return found.n
}
/** A reading every hour, newest first, back from now. */
async function send(series: string, values: readonly number[], everyMs = HOUR): Promise<void> {
  const n = numberOf(series)
  await append(
    store,
    values.map((value, index) => aRow(n, NOW - index * everyMs, value)),
  )
}

const setOf = (...measures: readonly (Measure | null)[]): MeasuredSet => ({
  id: 'thu',
  eventId: 1,
  title: 'Bộ thử',
  decision: null,
  issuedOn: null,
  validFrom: '2026-01-01',
  validTo: null,
  illustrative: true,
  groups: [
    {
      id: 'g',
      title: 'Nhóm',
      criteria: [
        {
          id: 'c',
          title: 'Tiêu chí',
          indicators: measures.map((measure, index) => ({
            id: `i${index}`,
            title: `Chỉ tiêu ${index}`,
            target: { kind: 'number', operator: '>=', value: 90, unit: '%' },
            owner: null,
            evidence: null,
            measure,
          })),
        },
      ],
    },
  ],
  knownIndicatorCount: null,
  predecessor: null,
  source: 'để thử',
  note: null,
})
async function valueOf(measure: Measure): Promise<number | null> {
  const [found] = await createMeasurements({ store, devices, now: () => NOW }).of(setOf(measure), [VILLAGE])
  if (!found) throw new Error('nothing measured')
  return found.value
}
const mean = (windowDays = 1): Measure => ({ kind: 'statistic', quantity: 'battery', statistic: 'mean', windowDays })

describe('reporting stations', () => {
  const measure: Measure = { kind: 'reporting-stations', windowDays: 1 }

  test('are those that sent a reading within the window, of those in use', async () => {
    await plant({ id: 'a' })
    await plant({ id: 'b' })
    await plant({ id: 'c' })
    await plant({ id: 'gone' })
    await plant({ id: 'elsewhere', village: 'tan-thuan-tay' })
    await send('a.battery', [90])
    await append(store, [aRow(numberOf('b.battery'), NOW - DAY - 1, 80)])
    await disableDevice(store, 'gone', NOW, 'test')
    await devices.refresh()
    expect(await valueOf(measure)).toBeCloseTo(100 / 3, 10)
    // The edge of the window is in it.
    await append(store, [aRow(numberOf('c.battery'), NOW - DAY, 80)])
    expect(await valueOf(measure)).toBeCloseTo(200 / 3, 10)
  })

  test('that are only said to be connected have sent nothing', async () => {
    await plant({ id: 'a', quantities: [HOURLY, { code: 'online', intervalMs: null }] })
    await append(store, [aRow(numberOf('a.online'), NOW - 1, 0)])
    expect(await valueOf(measure)).toBe(0)
  })

  test('are unknown where there is no station', async () => {
    expect(await valueOf(measure)).toBeNull()
  })
})

describe('coverage', () => {
  test('is the mean over series of what came of what was expected, no series more than all of it', async () => {
    const LEVEL = { code: 'water_level', intervalMs: HOUR }
    await plant({ id: 'a', quantities: [HOURLY, LEVEL] })
    // Twice as often as expected, and half as often.
    await send(
      'a.battery',
      Array.from({ length: 48 }, () => 50),
      HOUR / 2,
    )
    await send(
      'a.water_level',
      Array.from({ length: 12 }, () => 1),
      2 * HOUR,
    )
    expect(await valueOf({ kind: 'coverage', quantity: null, windowDays: 1 })).toBeCloseTo(75, 10)
    expect(await valueOf({ kind: 'coverage', quantity: 'water_level', windowDays: 1 })).toBeCloseTo(50, 10)
    expect(await valueOf({ kind: 'coverage', quantity: 'ph', windowDays: 1 })).toBeNull()
  })

  test('counts readings that are bad as not received, and moved ones as well as new ones', async () => {
    await plant({ id: 'a' })
    await send(
      'a.battery',
      Array.from({ length: 6 }, () => 50),
    )
    await append(store, [aRow(numberOf('a.battery'), NOW - 7 * HOUR, 50, QUALITY_CODE.bad)])
    expect(await valueOf({ kind: 'coverage', quantity: null, windowDays: 1 })).toBeCloseTo(25, 10)
    await compactAll(store, NOW - 2 * HOUR)
    expect(await valueOf({ kind: 'coverage', quantity: null, windowDays: 1 })).toBeCloseTo(25, 10)
  })

  test('leaves out series that send only when something happens', async () => {
    await plant({ id: 'a', quantities: [{ code: 'pump_state', intervalMs: null }] })
    expect(await valueOf({ kind: 'coverage', quantity: null, windowDays: 1 })).toBeNull()
  })
})

describe('a statistic', () => {
  test('is over all readings of all series of the quantity', async () => {
    await plant({ id: 'a' })
    await plant({ id: 'b' })
    await send('a.battery', [10, 20, 30])
    await send('b.battery', [100])
    const of = (statistic: 'mean' | 'min' | 'max') =>
      valueOf({ kind: 'statistic', quantity: 'battery', statistic, windowDays: 1 })
    expect([await of('mean'), await of('min'), await of('max')]).toEqual([40, 10, 100])
  })

  test('of nothing received is unknown, not zero', async () => {
    await plant({ id: 'a' })
    expect(await valueOf(mean())).toBeNull()
  })
})

describe('an answer', () => {
  test('says of what it is, and that some of it is simulated', async () => {
    await plant({ id: 'a' })
    await plant({ id: 'made-up', source: 'simulated' })
    await send('a.battery', [60])
    const measurements = createMeasurements({ store, devices, now: () => NOW })
    expect(await measurements.of(setOf(null, mean(7)), [VILLAGE, 'tan-thuan-tay'])).toEqual([
      {
        village: VILLAGE,
        set: 'thu',
        indicator: 'i1',
        value: 60,
        unit: '%',
        windowFrom: NOW - 7 * DAY,
        windowTo: NOW,
        computedAt: NOW,
        stations: 2,
        series: 2,
        source: 'derived',
        isSimulated: true,
      },
      expect.objectContaining({ village: 'tan-thuan-tay', value: null, stations: 0, series: 0, isSimulated: false }),
    ])
  })

  test('stands for five minutes, not longer, and not for another version of the set', async () => {
    await plant({ id: 'a' })
    let now = NOW
    let reads = 0
    const counted: Pick<Store, 'buckets'> = {
      buckets: (...asked) => {
        reads++
        return store.buckets(...asked)
      },
    }
    const measurements = createMeasurements({ store: counted, devices, now: () => now })
    // Two measures over the same window read the series once.
    const set = setOf(mean(), { kind: 'coverage', quantity: null, windowDays: 1 })
    await measurements.of(set, [VILLAGE])
    expect(reads).toBe(1)
    now = NOW + 299_999
    await measurements.of(set, [VILLAGE])
    expect(reads).toBe(1)
    await measurements.of({ ...set, eventId: 2 }, [VILLAGE])
    expect(reads).toBe(2)
    now = NOW + 300_000
    const [again] = await measurements.of(set, [VILLAGE])
    expect(reads).toBe(3)
    expect(again?.computedAt).toBe(now)
  })

  test('that failed is tried anew', async () => {
    await plant({ id: 'a' })
    await send('a.battery', [60])
    let isDown = true
    const failing: Pick<Store, 'buckets'> = {
      buckets: (...asked) => (isDown ? Promise.reject(new Error('down')) : store.buckets(...asked)),
    }
    const measurements = createMeasurements({ store: failing, devices, now: () => NOW })
    await expect(measurements.of(setOf(mean()), [VILLAGE])).rejects.toThrow('down')
    isDown = false
    expect(await measurements.of(setOf(mean()), [VILLAGE])).toMatchObject([{ value: 60 }])
  })
})
