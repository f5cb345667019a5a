import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startUpkeep } from '../../server/history/upkeep.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import { allReadings, append, aRow, aSeries } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const log = pino({ level: 'silent' })

let folder: ReturnType<typeof temporaryFolder>
let store: Store
beforeEach(async () => {
  folder = temporaryFolder()
  store = await openSqliteStore({ path: databasePath(folder.path) })
})
afterEach(async () => {
  await store.close().catch(() => undefined)
  folder.remove()
})

test('readings stay hot for ten minutes, then they are moved and nothing is lost', async () => {
  const n = await aSeries(store)
  const rows = [NOW - DAY, NOW - 10 * MINUTE - 1, NOW - 10 * MINUTE, NOW].map(t => aRow(n, t))
  await append(store, rows)
  const upkeep = startUpkeep(store, { now: () => NOW, retentionDays: undefined, log })
  await upkeep.runOnce()
  expect((await store.figures()).hotRows).toBe(2)
  expect(await allReadings(store, n)).toEqual(rows)
  await upkeep.stop()
})

test('raw readings older than the days that are kept go, one millisecond younger ones stay', async () => {
  const n = await aSeries(store)
  const edge = NOW - 31 * DAY
  await append(
    store,
    [edge - 1, edge, NOW].map(t => aRow(n, t)),
  )
  const upkeep = startUpkeep(store, { now: () => NOW, retentionDays: 31, log })
  await upkeep.runOnce()
  expect((await allReadings(store, n)).map(row => row.t)).toEqual([edge, NOW])
  await upkeep.stop()
})

test('nothing is ever deleted when no days are set', async () => {
  const n = await aSeries(store)
  await append(store, [aRow(n, 0), aRow(n, NOW)])
  const upkeep = startUpkeep(store, { now: () => NOW, retentionDays: undefined, log })
  await upkeep.runOnce()
  expect(await allReadings(store, n)).toHaveLength(2)
  await upkeep.stop()
})

test('a store in trouble ends the attempt, not the process, and stopping is possible all the same', async () => {
  await store.close()
  const warnings: string[] = []
  const upkeep = startUpkeep(store, {
    now: () => NOW,
    retentionDays: 31,
    log: pino({ level: 'warn' }, { write: line => void warnings.push(line) }),
  })
  await expect.poll(() => warnings.length).toBe(1)
  await expect(upkeep.runOnce()).rejects.toMatchObject({ code: 'closed' })
  await upkeep.stop()
})
