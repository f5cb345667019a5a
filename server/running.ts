// Which station runs from this folder: the command-line tools find its data and its address without being told.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

const FILE = join(import.meta.dirname, '..', 'data', 'running.json')
const runningSchema = z.strictObject({ pid: z.int(), dataDir: z.string(), url: z.string(), origin: z.string() })
export type Running = z.infer<typeof runningSchema>

/** Says that this process serves `dataDir` at `url`; returns how to take that back. */
export function announceRunning(station: Omit<Running, 'pid'>): () => void {
  mkdirSync(dirname(FILE), { recursive: true })
  writeFileSync(
    FILE,
    JSON.stringify({ ...station, dataDir: resolve(station.dataDir), pid: process.pid } satisfies Running),
  )
  return () => {
    if (read()?.pid === process.pid) rmSync(FILE, { force: true })
  }
}

/** The station that runs now, if its process is alive. */
export function findRunning(): Running | undefined {
  const station = read()
  if (!station) return undefined
  try {
    process.kill(station.pid, 0)
    return station
  } catch {
    return undefined
  }
}

const localKeyFile = (dataDir: string) => join(dataDir, 'local-key')

/** As `localKeyOf`, of a station that has run there; undefined where none has. */
export function heldLocalKey(dataDir: string): string | undefined {
  try {
    return readFileSync(localKeyFile(dataDir), 'utf8').trim()
  } catch {
    return undefined
  }
}

/** What whoever can read a station's data folder shows at its door: made once, readable for its owner only. */
export function localKeyOf(dataDir: string): string {
  const file = localKeyFile(dataDir)
  mkdirSync(dataDir, { recursive: true })
  try {
    // Only where there is none: two processes that start at once agree on one.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** The data directory a command works on: what the user said, else what a running station uses, else `data`. */
export const dataDirOf = (given: string | undefined): string =>
  given ?? (process.env['DATA_DIR'] || findRunning()?.dataDir || 'data')

/** The address a command talks to, and the origin it names there: what the user said, else the running station's, else PORT. */
export function addressOf(given: string | undefined): { readonly url: string; readonly origin: string } {
  const { PORT = '' } = process.env
  const running = given === undefined && PORT === '' ? findRunning() : undefined
  if (running) return running
  const url = given ?? `http://127.0.0.1:${PORT || '8080'}`
  return { url, origin: new URL(url).origin }
}

function read(): Running | undefined {
  try {
    return runningSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  } catch {
    return undefined
  }
}
