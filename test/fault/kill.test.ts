// R1, R2: what was acknowledged survives SIGKILL at any moment, once and unchanged, and the station comes back without a hand.
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { registerFleet } from '../support/fleet.ts'
import { announceSeed, createChance } from '../support/seed.ts'
import { type StationProcess, startStationProcess } from '../support/station-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { createHttpLoad, createMqttLoad } from './device-load.ts'
import { createLedger } from './ledger.ts'

const KILLS = 20
const LONGEST_RUN_MS = 1_800
const READY_WITHIN_MS = 5_000
const QUANTITIES = ['water_level', 'salinity', 'turbidity']

test('No acknowledged reading is lost or doubled by 20 kills under load, and the station is ready again by itself.', async () => {
  const chance = createChance(announceSeed('kill'))
  const folder = temporaryFolder()
  const ledger = createLedger()
  const fleet = await registerFleet(folder.path, 'gauge', 8, QUANTITIES)
  const firstT = Date.now() - 600_000
  const loads = fleet.map((device, i) =>
    (i % 2 === 0 ? createHttpLoad : createMqttLoad)({ device, chance, ledger, firstT }),
  )
  let station: StationProcess | undefined
  let slowestReadyMs = 0
  const start = async () => {
    const startedAt = performance.now()
    const started = await startStationProcess(folder.path)
    expect((await fetch(`${started.url}/readyz`)).status).toBe(200)
    slowestReadyMs = Math.max(slowestReadyMs, performance.now() - startedAt)
    station = started
    return started
  }

  try {
    for (let kill = 0; kill < KILLS; kill++) {
      const running = await start()
      const sending = Promise.all(loads.map(load => load.run(running)))
      await sleep(chance.below(LONGEST_RUN_MS))
      expect(running.child.isRunning()).toBe(true)
      await running.child.kill('SIGKILL')
      for (const load of loads) load.stop()
      await sending
    }
    const owed = loads.reduce((sum, load) => sum + load.owed(), 0)
    expect(owed, 'the kills must have hit batches under way').toBeGreaterThan(0)

    const last = await start()
    await Promise.all(loads.map(load => load.run(last, { onlyOwed: true })))
    const { acknowledged, stored, lost, duplicated, different } = await ledger.compare(last.url)
    process.stdout.write(
      `kill: ${KILLS} kills, ${acknowledged} acknowledged, ${lost} lost, ${duplicated} doubled, ready again within ${Math.round(slowestReadyMs)} ms\n`,
    )
    expect({ lost, duplicated, different }).toEqual({ lost: 0, duplicated: 0, different: 0 })
    expect(loads.map(load => load.owed())).toEqual(loads.map(() => 0))
    expect(stored, 'nothing was invented').toBe(acknowledged)
    expect(acknowledged).toBeGreaterThan(1_000)
    expect(slowestReadyMs).toBeLessThan(READY_WITHIN_MS)

    await last.child.kill('SIGKILL')
    const db = new DatabaseSync(databasePath(folder.path))
    expect(db.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    db.close()
  } finally {
    await station?.child.kill('SIGKILL')
    folder.remove()
  }
})
