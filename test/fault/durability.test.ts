// R1, power: every acknowledged commit was synced, and a cut that takes all unsynced writes takes no acknowledged reading.
// Each has its negative control: with `synchronous = NORMAL` the same harness must find a loss.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { type Child, startChild } from '../support/child.ts'
import { announceSeed, createChance } from '../support/seed.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { APART_MS, ROWS } from './append-process.ts'

type Setting = 'FULL' | 'NORMAL'

const APPEND = join(import.meta.dirname, 'append-process.ts')
const FIRST_T = 1_750_000_000_000
const COMMITS = 400
const CUTS = 10
const LONGEST_RUN_MS = 1_200
/** More than a run can do; the readings of one run lie within this many milliseconds. */
const ENDLESS = APART_MS
const SPAN_MS = ROWS * APART_MS
const readySchema = z.strictObject({ isReady: z.boolean() })

const isTracing = spawnSync('strace', ['-f', '-e', 'trace=fsync', '-o', '/dev/null', 'true']).status === 0
const hasCompiler = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0

let folder: { readonly path: string; readonly remove: () => void }
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => folder.remove())

describe.skipIf(!isTracing)(`Syncs are counted${isTracing ? '' : ' (skipped: strace does not work here)'}`, () => {
  test('The store syncs at least once for every acknowledged commit.', async () => {
    expect(await syncsOf('FULL')).toBeGreaterThanOrEqual(COMMITS)
  })

  test('With synchronous NORMAL it would not: the count can fail.', async () => {
    expect(await syncsOf('NORMAL')).toBeLessThan(COMMITS / 10)
  })

  /** What N commits add to the syncs of a start without any. */
  async function syncsOf(setting: Setting): Promise<number> {
    const syncs = (await tracedSyncs(setting, COMMITS)) - (await tracedSyncs(setting, 0))
    process.stdout.write(`durability: ${COMMITS} commits with ${setting} made ${syncs} syncs\n`)
    return syncs
  }
  async function tracedSyncs(setting: Setting, commits: number): Promise<number> {
    const dataDir = join(folder.path, `syncs-${setting}-${commits}`)
    const trace = `${dataDir}.trace`
    const child = startAppending(dataDir, setting, FIRST_T, commits, {
      under: ['strace', '-f', '-e', 'trace=fsync,fdatasync', '-o', trace],
    })
    await child.next(readySchema)
    await child.next(readySchema)
    await child.ended
    return readFileSync(trace, 'utf8').match(/\bf(?:data)?sync\(/g)?.length ?? 0
  }
})

describe.skipIf(!hasCompiler)(`Power is cut${hasCompiler ? '' : ' (skipped: no C compiler here)'}`, () => {
  let library = ''
  beforeAll(() => {
    library = join(folder.path, 'power-cut.so')
    const source = join(import.meta.dirname, 'power-cut.c')
    const built = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl', '-lpthread'])
    expect(built.stderr.toString()).toBe('')
  })

  test('Ten power cuts take no acknowledged reading and leave the database whole.', async () => {
    const { acknowledged, lost, broken } = await cutPower('FULL')
    expect({ lost, broken }).toEqual({ lost: 0, broken: 0 })
    expect(acknowledged).toBeGreaterThan(CUTS)
  })

  test('With synchronous NORMAL the same cuts take some: the harness can fail.', async () => {
    expect((await cutPower('NORMAL')).lost).toBeGreaterThan(0)
  })

  async function cutPower(setting: Setting): Promise<{ acknowledged: number; lost: number; broken: number }> {
    const chance = createChance(announceSeed(`power cut, ${setting}`))
    const dataDir = join(folder.path, `cut-${setting}`)
    const path = databasePath(dataDir)
    let acknowledged = 0
    let lost = 0
    let broken = 0
    for (let cut = 0; cut < CUTS; cut++) {
      const before = FIRST_T + cut * SPAN_MS
      rememberAsSynced(dataDir)
      const child = startAppending(dataDir, setting, before, ENDLESS, {
        environment: { LD_PRELOAD: library, POWER_CUT_FOLDER: dataDir },
      })
      await child.next(readySchema)
      await sleep(100 + chance.below(LONGEST_RUN_MS))
      expect(child.isRunning()).toBe(true)
      await child.kill('SIGKILL')
      putBackSynced(path)
      const times = ledgerOf(dataDir).filter(t => t >= before)
      acknowledged += times.length
      const stored = await storedSince(path, before)
      lost += times.filter(t => !stored.has(t)).length
      if (!isWhole(path)) broken++
    }
    process.stdout.write(
      `durability: ${CUTS} cuts with ${setting}: ${lost} of ${acknowledged} acknowledged readings lost\n`,
    )
    return { acknowledged, lost, broken }
  }
})

function startAppending(
  dataDir: string,
  setting: Setting,
  firstT: number,
  commits: number,
  how: { under?: readonly string[]; environment?: Readonly<Record<string, string>> },
): Child {
  return startChild(APPEND, { args: [dataDir, `${dataDir}.ledger`, setting, String(firstT), String(commits)], ...how })
}

/** What lies there before the power comes on has long been synced. */
function rememberAsSynced(dataDir: string): void {
  if (!existsSync(dataDir)) return
  for (const name of readdirSync(dataDir)) if (name.endsWith('.synced')) rmSync(join(dataDir, name))
  for (const name of readdirSync(dataDir)) copyFileSync(join(dataDir, name), join(dataDir, `${name}.synced`))
}

/** A file that was never synced isn't there after the cut; the shared memory never is. */
function putBackSynced(path: string): void {
  for (const file of [path, `${path}-wal`]) {
    rmSync(file, { force: true })
    if (existsSync(`${file}.synced`)) renameSync(`${file}.synced`, file)
  }
  rmSync(`${path}-shm`, { force: true })
}

const ledgerOf = (dataDir: string): number[] => readFileSync(`${dataDir}.ledger`, 'utf8').trim().split('\n').map(Number)

/** Through the store, as the station would find them after the power comes back. */
async function storedSince(path: string, t: number): Promise<ReadonlySet<number>> {
  const store = await openSqliteStore({ path })
  try {
    return new Set((await store.readings(1, t, t + SPAN_MS, SPAN_MS)).t)
  } finally {
    await store.close()
  }
}

function isWhole(path: string): boolean {
  const db = new DatabaseSync(path)
  try {
    const [row, ...more] = db.prepare('pragma integrity_check').all()
    return more.length === 0 && row?.['integrity_check'] === 'ok'
  } finally {
    db.close()
  }
}
