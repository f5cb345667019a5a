// Computed series over three years: what the page waits for, beside bare reading of the hours they are computed from.

import { derivedBuckets, derivedOf } from '../../server/history/derived.ts'
import { createDerivedSteps } from '../../server/history/derived-steps.ts'
import { hoursOf } from '../../server/history/hours.ts'
import { createDevices } from '../../server/registry/devices.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { DAY_MS, HOUR_MS } from '../../shared/derived/kinds.ts'
import { MAX_HOUR_DAYS } from '../../shared/history/limits.ts'
import { compactAll } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { inMillis, type Line, median, type Section } from './statistics.ts'

const NOW = Date.UTC(2026, 10, 22, 17)
const TURNS = 5
const POINTS = 1_000
const UNITS = {
  pm25: 'ug/m3',
  pm10: 'ug/m3',
  o3: 'ug/m3',
  no2: 'ug/m3',
  so2: 'ug/m3',
  co: 'ug/m3',
  water_level: 'm',
  ph: '1',
  dissolved_oxygen: 'mg/L',
}

export async function measureDerived({ isQuick }: { isQuick: boolean }): Promise<Section> {
  const days = isQuick ? 110 : MAX_HOUR_DAYS
  const folder = temporaryFolder()
  const store = await openSqliteStore({ path: databasePath(folder.path) })
  try {
    const site = {
      id: 'gauge-1',
      name: 'gauge-1',
      village: 'tan-thuan-tay',
      lon: 105.8,
      lat: 10.5,
      source: 'simulated',
      tokenHash: 'of nobody',
      createdAt: 1,
    } as const
    const plans = Object.entries(UNITS).map(([quantity, unit]) => ({ quantity, unit, intervalMs: HOUR_MS }))
    await store.addDevice(site, plans, 'bench')
    const range = { from: NOW - days * DAY_MS, to: NOW }
    for (const { n } of (await store.registry()).series) {
      const t = Float64Array.from({ length: days * 24 }, (_, i) => range.from + i * HOUR_MS)
      await store.append({
        n: new Uint32Array(t.length).fill(n),
        t,
        v: t.map((_, i) => 5 + (i % 50) / 20),
        q: new Uint8Array(t.length),
      })
    }
    await compactAll(store, NOW)
    const registry = loadRegistry()
    const device = (await createDevices(store, registry)).byId(site.id)
    const lines: Line[] = []
    for (const found of device ? derivedOf(device, registry) : []) {
      const [bare, first, again]: [number[], number[], number[]] = [[], [], []]
      for (let turn = 0; turn < TURNS; turn++) {
        const steps = createDerivedSteps(store)
        bare.push(await timeOf(() => Promise.all(found.inputs.map(({ n }) => hoursOf(store, n, range)))))
        first.push(await timeOf(() => derivedBuckets(steps, found, range, POINTS, NOW)))
        again.push(await timeOf(() => derivedBuckets(steps, found, range, POINTS, NOW)))
      }
      lines.push({
        name: `${found.about.kind}, ${days} days in ${POINTS.toLocaleString('en')} points`,
        value: inMillis(median(first)),
        note: `${(median(first) / median(bare)).toFixed(2)} of reading its hours (${inMillis(median(bare))}); asked again within a minute ${(median(again) / median(bare)).toFixed(2)}`,
      })
    }
    return {
      title: 'Computed series',
      about: `Every hour of ${days} days from one station's nine series. Medians of ${TURNS}.`,
      lines,
    }
  } finally {
    await store.close()
    folder.remove()
  }
}

async function timeOf(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
