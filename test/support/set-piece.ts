// A station that stands still: the simulated field, programme and alarms as they are at one instant, and a clock that doesn't move.
// Pictures of it are the same whenever and wherever they are taken.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alarmSeed, plantAlarmStory, plantRules } from '../../server/alarms/seed.ts'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { plantStory } from '../../server/programme/plant.ts'
import { provisionDevices } from '../../server/registry/provision.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { demoAlarmHistory } from '../../server/simulate/alarms/history.ts'
import { createField, type Field } from '../../server/simulate/field.ts'
import { parseOutlines } from '../../server/simulate/outline.ts'
import { demoSeed } from '../../server/simulate/programme/history.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import { isSimulated } from '../../shared/programme/event.ts'
import { provinceDayOf } from '../../shared/programme/province-day.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import { deliver } from './door.ts'
import { startTestStation, type TestStation } from './station.ts'
import { temporaryFolder } from './temporary-folder.ts'

const SEED = 2026
const DAY_MS = 86_400_000
/** What charts of a day need, and no more. */
const STEP_MS = 5 * 60_000
const MOST_ENTRIES = 100_000
const BATCH = 20_000
const LAST_MS = 60_000
const OPENED_MS = 47 * 60_000
const OUTLINES = join(import.meta.dirname, '..', '..', 'public', 'geo', 'communes.geojson')

/** An afternoon with a rising river. */
export const SET_PIECE_AT = Date.parse('2026-11-25T15:20:04+07:00')

/** @param at epoch milliseconds; the clock of the station stands there */
export async function startSetPiece(at = SET_PIECE_AT): Promise<TestStation> {
  const folder = temporaryFolder()
  const registry = loadRegistry()
  const outlines = parseOutlines(readFileSync(OUTLINES, 'utf8'))
  const field = createField(SEED, registry.villages, { ...registry, outlines })
  const tokens = await provisionDevices(folder.path, field.plans)
  const store = await openSqliteStore({ path: databasePath(folder.path) })
  try {
    await plantStory(store, demoSeed(SEED, registry, provinceDayOf(at)), ({ actor }) => !isSimulated(actor))
    await plantRules(store, alarmSeed())
    await plantAlarmStory(store, () => demoAlarmHistory(SEED, registry, at))
    await measure(store, field, at - LAST_MS)
  } finally {
    await store.close()
  }
  let clock = at - OPENED_MS
  const about = { dataDir: folder.path, clientFolder: CLIENT_FOLDER, now: () => clock }
  // The deadlines of the programme are noticed when a station starts: in the pictures that is a while ago.
  await (await startTestStation(about)).stop()
  clock = at
  const station = await startTestStation(about)
  await deliverLast(station, field, tokens, at)
  return {
    ...station,
    stop: async () => {
      await station.stop()
      folder.remove()
    },
  }
}

/** The last minute comes through the door, as from a field: it is counted. */
async function deliverLast(
  station: TestStation,
  { plans, isOut, readingsOf }: Field,
  tokens: ReadonlyMap<string, string>,
  at: number,
): Promise<void> {
  for (const { id } of plans) {
    const { entries } = readingsOf(id, at - LAST_MS, at, MOST_ENTRIES)
    const there = entries.filter(entry => !isOut(id, entry.at) && entry.ts <= at)
    if (there.length > 0)
      await deliver(
        station,
        tokens.get(id) ?? '',
        there.map(({ ts, v }) => ({ ts, v })),
      )
  }
}

/** A day of every device up to `at`; a device that is out says so and nothing else. */
async function measure(store: Store, field: Field, at: number): Promise<void> {
  for (const { id } of field.plans)
    await store.addSeries(id, { quantity: 'online', unit: '1', intervalMs: null }, at, 'test')
  const numbers = new Map(
    (await store.registry()).series.map(({ n, device, quantity }) => [`${device}.${quantity}`, n]),
  )
  let rows: { n: number; t: number; v: number }[] = []
  const write = async () => {
    const batch = rows
    rows = []
    await store.append({
      n: Uint32Array.from(batch, ({ n }) => n),
      t: Float64Array.from(batch, ({ t }) => t),
      v: Float64Array.from(batch, ({ v }) => v),
      q: new Uint8Array(batch.length).fill(QUALITY_CODE.good),
    })
  }
  for (const { id } of field.plans) {
    const isOut = field.isOut(id, at)
    const { entries } = field.readingsOf(id, at - DAY_MS, at, MOST_ENTRIES, STEP_MS)
    const newest = isOut ? [] : field.newestOf(id, at)
    const online = { at: at - DAY_MS, ts: at, v: { online: isOut ? 0 : 1 } }
    for (const { ts, v } of [...entries.filter(entry => !field.isOut(id, entry.at)), ...newest, online])
      for (const [quantity, value] of Object.entries(v)) {
        const n = numbers.get(`${id}.${quantity}`)
        if (n !== undefined) rows.push({ n, t: Math.min(ts, at), v: value })
      }
    if (rows.length >= BATCH) await write()
  }
  await write()
}
