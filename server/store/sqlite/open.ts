// Opens one SQLite database the way this station needs it: durable, bounded, migrated. Knows no table.
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Below this, two connections that write and checkpoint can corrupt a WAL database. */
const MIN_SQLITE = [3, 51, 3] as const
const WAL_LIMIT_BYTES = 64 * 1024 * 1024
/** Another process (the command line) may hold the write lock for one batch. */
const BUSY_TIMEOUT_MS = 10_000

/** It holds hashes of passwords, keys of second factors and what people decided. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const

export type OpenOptions = {
  readonly path: string
  /** `FULL` is the promise (committed = on disk); `NORMAL` exists so that a test can show what it would lose. */
  readonly synchronous?: 'FULL' | 'NORMAL'
  /** Page limit of the file, for tests of a full disk. */
  readonly maxPages?: number
}

/** @throws Error when SQLite is too old or a migration fails */
export function openDatabase(options: OpenOptions): DatabaseSync {
  mkdirSync(dirname(options.path), { recursive: true, mode: OWNER_ONLY.folder })
  keepToOwner(options.path)
  const db = new DatabaseSync(options.path, { timeout: BUSY_TIMEOUT_MS })
  try {
    requireVersion(db)
    // auto_vacuum only takes effect before the first table and before WAL.
    db.exec('pragma auto_vacuum = incremental')
    db.exec('pragma journal_mode = wal')
    db.exec(`pragma synchronous = ${options.synchronous ?? 'FULL'}`)
    db.exec(`pragma journal_size_limit = ${WAL_LIMIT_BYTES}`)
    db.exec('pragma foreign_keys = on')
    if (options.maxPages !== undefined) db.exec(`pragma max_page_count = ${options.maxPages}`)
    migrate(db)
    return db
  } catch (error) {
    // Whoever tries next must not find the file locked by a connection that nobody holds.
    db.close()
    throw error
  }
}

/** Before the first byte: SQLite gives its side files the rights of the main one. */
function keepToOwner(path: string): void {
  closeSync(openSync(path, 'a', OWNER_ONLY.file))
  // One that was there before keeps its rights otherwise.
  chmodSync(path, OWNER_ONLY.file)
}

function requireVersion(db: DatabaseSync): void {
  const { version } = db.prepare('select sqlite_version() as version').get() as { version: string }
  const parts = version.split('.').map(Number)
  const firstOther = MIN_SQLITE.findIndex((min, i) => parts[i] !== min)
  if (firstOther >= 0 && (parts[firstOther] ?? 0) < (MIN_SQLITE[firstOther] ?? 0))
    throw new Error(`SQLite ${version} is older than ${MIN_SQLITE.join('.')} (WAL-reset bug)`)
}

/** Numbered files, forward only, each in a transaction of its own; `user_version` is the last one applied. */
function migrate(db: DatabaseSync): void {
  const folder = join(import.meta.dirname, 'migrations')
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
  const newest = Number(files.at(-1)?.slice(0, 3))
  db.exec('begin immediate')
  try {
    const { user_version: done } = db.prepare('pragma user_version').get() as { user_version: number }
    if (done > newest) throw new Error(`database version ${done} is newer than this program's ${newest}`)
    for (const file of files) {
      const number = Number(file.slice(0, 3))
      if (number <= done) continue
      db.exec(readFileSync(join(folder, file), 'utf8'))
      db.exec(`pragma user_version = ${number}`)
    }
    db.exec('commit')
  } catch (error) {
    db.exec('rollback')
    throw error
  }
}

/** Where the database of a data directory lies. */
export const databasePath = (dataDir: string): string => join(dataDir, 'dai-sen.sqlite')
