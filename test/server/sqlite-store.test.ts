// The SQLite store: held to the contract of all stores, and to what only it promises (durable, bounded, tamper-evident).
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databasePath, openDatabase } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { CHAIN_START, type Store } from '../../server/store/store.ts'
import { allReadings, append, aRow, aSeries, batchOf, compactAll, FAR } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { holdToStoreContract } from './store-contract.ts'

holdToStoreContract('SQLite', async () => {
  const folder = temporaryFolder()
  const path = databasePath(folder.path)
  return { open: () => openSqliteStore({ path }), remove: async () => folder.remove() }
})

let folder: ReturnType<typeof temporaryFolder>
let path: string
let store: Store | undefined
beforeEach(() => {
  folder = temporaryFolder()
  path = databasePath(folder.path)
})
afterEach(async () => {
  await store?.close().catch(() => undefined)
  store = undefined
  folder.remove()
})

/** Looks into the file past the store. */
function raw<T>(work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

describe('the file', () => {
  test('is opened for durability: WAL, a sync with every commit, room given back in steps', () => {
    const db = openDatabase({ path })
    const pragma = (name: string) => Object.values(db.prepare(`pragma ${name}`).get() ?? {})[0]
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('auto_vacuum')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('journal_size_limit')).toBe(64 * 1024 * 1024)
    db.close()
  })

  test('and what lies beside it is for its owner alone, also where it was there before', async () => {
    const modes = () => readdirSync(folder.path).map(name => statSync(join(folder.path, name)).mode & 0o777)
    store = await openSqliteStore({ path })
    expect(modes()).toEqual([0o600, 0o600, 0o600])
    await store.close()
    chmodSync(path, 0o644)
    store = await openSqliteStore({ path })
    expect(new Set(modes())).toEqual(new Set([0o600]))
  })

  test('of a newer program is refused and left as it is', async () => {
    store = await openSqliteStore({ path })
    await store.close()
    raw(db => db.exec('pragma user_version = 99'))
    await expect(openSqliteStore({ path })).rejects.toThrow(/version 99 is newer/)
    expect(raw(db => db.prepare('pragma user_version').get())).toEqual({ user_version: 99 })
  })

  test('that is none is refused', async () => {
    writeFileSync(
      path,
      'this is not a database, it is a text that is longer than a header of one hundred bytes '.repeat(20),
    )
    await expect(openSqliteStore({ path })).rejects.toThrow(/not a database/)
  })

  test('can be opened by two processes at the same first moment', async () => {
    const both = await Promise.all([openSqliteStore({ path }), openSqliteStore({ path })])
    const n = await aSeries(both[0])
    expect(await append(both[1], [aRow(n, 1)])).toEqual(['newest'])
    await Promise.all(both.map(one => one.close()))
  })

  test('is one file after an orderly end: the log is folded in', async () => {
    store = await openSqliteStore({ path })
    const n = await aSeries(store)
    await append(store, [aRow(n, 1)])
    expect((await store.figures()).walBytes).toBeGreaterThan(0)
    await store.close()
    expect(readdirSync(folder.path)).toEqual(['dai-sen.sqlite'])
  })
})

describe('events', () => {
  async function withEvents(): Promise<Store> {
    const opened = await openSqliteStore({ path })
    for (let i = 0; i < 5; i++) await aSeries(opened)
    return opened
  }

  test('can be neither changed nor deleted', async () => {
    store = await withEvents()
    raw(db => {
      expect(() => db.exec("update event set actor = 'x' where id = 3")).toThrow('append-only')
      expect(() => db.exec('delete from event where id = 3')).toThrow('append-only')
      expect(() => db.exec('delete from event')).toThrow('append-only')
    })
    expect(await store.brokenEvent()).toBeNull()
  })

  test.each([
    ['who', "update event set actor = 'someone else' where id = 3", 3],
    ['when', 'update event set at = at + 1 where id = 3', 3],
    ['what', `update event set data = replace(data, 'my-dong', 'dinh-yen') where id = 3`, 3],
    ['whom', "update event set subject = 'x' where id = 5", 5],
    ['its type', "update event set type = 'x' where id = 1", 1],
    ['its hash', "update event set hash = '00' where id = 2", 2],
    ['that it was', 'delete from event where id = 3', 4],
    ['its place', 'update event set id = 9 where id = 4', 5],
  ])('tampered with past the trigger (%s) are named by the check', async (_what, sql, named) => {
    store = await withEvents()
    raw(db => {
      db.exec('drop trigger event_is_append_only_update')
      db.exec('drop trigger event_is_append_only_delete')
      db.exec(sql)
    })
    expect(await store.brokenEvent()).toBe(named)
    // The same however few are checked at a time.
    for (const limit of [1, 2, 3, 10_000]) {
      let checked = await store.checkChain(CHAIN_START, limit)
      while (!checked.isWhole) checked = await store.checkChain(checked.end, limit)
      expect([checked.brokenId, checked.end.id < named]).toEqual([named, true])
    }
  })
  test.each([0, 10_001, 1.5])('are not checked %s at a time', async limit => {
    store = await withEvents()
    await expect(store.checkChain(CHAIN_START, limit)).rejects.toThrow('limit')
  })
})

describe('a database of the first version', () => {
  const FIRST = join(import.meta.dirname, '../../server/store/sqlite/migrations/001-first.sql')
  /** The hash as it was then, by nothing but the words of the design. */
  const sealed = (previous: string, event: readonly unknown[]) =>
    createHash('sha256')
      .update(JSON.stringify([previous, ...event]))
      .digest('hex')

  test('keeps its events and their hashes, knows their family, and its chain goes on', async () => {
    const first = [1, 5_000, 'anna', 'device.added', 'gauge-1', '{"name":"Trạm"}'] as const
    const second = [2, 4_000, 'bình', 'device.disabled', 'gauge-1', '{}'] as const
    const hashes = [sealed('', first)]
    hashes.push(sealed(hashes[0] as string, second))
    raw(db => {
      db.exec(readFileSync(FIRST, 'utf8'))
      const insert = db.prepare('insert into event values (?, ?, ?, ?, ?, ?, ?)')
      for (const [i, event] of [first, second].entries()) insert.run(...event, hashes[i] as string)
      db.exec('pragma user_version = 1')
    })
    store = await openSqliteStore({ path })
    expect((await store.eventsOf('device', 0, 9)).map(event => [event.id, event.at, event.hash])).toEqual([
      [1, 5_000, hashes[0]],
      [2, 4_000, hashes[1]],
    ])
    const event = { at: 1, actor: 'chi', type: 'programme.opened', subject: 'gauge-1', data: {} }
    const expected = [{ subject: 'gauge-1', version: 2 }]
    const outcome = await store.appendEvents({ events: [event], expected, key: 'k', fingerprint: 'f' })
    const hash = sealed(hashes[1] as string, [3, 1, 'chi', 'programme.opened', 'gauge-1', '{}'])
    expect(outcome).toEqual({ kind: 'appended', events: [{ ...event, id: 3, hash }] })
    expect(await store.brokenEvent()).toBeNull()
  })
})

describe('a full disk', () => {
  const some = (n: number, from: number) => Array.from({ length: 500 }, (_, i) => aRow(n, from + i))

  test('refuses what does not fit, keeps and answers what was acknowledged, and takes readings again once there is room', async () => {
    store = await openSqliteStore({ path, maxPages: 60 })
    const n = await aSeries(store)
    let acknowledged = 0
    let trouble: unknown
    while (trouble === undefined) {
      trouble = await append(store, some(n, acknowledged)).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (trouble === undefined) acknowledged += 500
    }
    expect(trouble).toMatchObject({ name: 'StoreTrouble', code: 'full' })
    expect(acknowledged).toBeGreaterThan(0)
    await expect(store.append(batchOf(some(n, acknowledged)))).rejects.toMatchObject({ code: 'full' })
    expect(await allReadings(store, n)).toEqual(Array.from({ length: acknowledged }, (_, t) => aRow(n, t)))
    expect(raw(db => db.prepare('pragma integrity_check').get())).toEqual({ integrity_check: 'ok' })
    await store.close()

    store = await openSqliteStore({ path, maxPages: 1_000 })
    expect(new Set(await append(store, some(n, 0)))).toEqual(new Set(['duplicate']))
    expect(new Set(await append(store, some(n, acknowledged)))).toEqual(new Set(['newest']))
  })
})

describe('a full disk and a command', () => {
  test('that does not fit leaves neither events nor its key; once there is room it is carried out', async () => {
    store = await openSqliteStore({ path, maxPages: 60 })
    const data = 'x'.repeat(1_000)
    const events = Array.from({ length: 300 }, () => ({ at: 1, actor: 'anna', type: 'a.b', subject: 's', data }))
    const request = { events, expected: [{ subject: 's', version: 0 }], key: 'k', fingerprint: 'f' }
    await expect(store.appendEvents(request)).rejects.toMatchObject({ name: 'StoreTrouble', code: 'full' })
    expect(await store.lastEvent()).toBeNull()
    await store.close()

    store = await openSqliteStore({ path, maxPages: 1_000 })
    expect((await store.appendEvents(request)).kind).toBe('appended')
    expect((await store.appendEvents(request)).kind).toBe('repeated')
    expect((await store.lastEvent())?.id).toBe(300)
  })
})

describe('after the end', () => {
  test('every call is answered with "closed", also those that were on their way', async () => {
    store = await openSqliteStore({ path })
    const n = await aSeries(store)
    const closing = store.close()
    const late = store.append(batchOf([aRow(n, 1)]))
    await closing
    await expect(late).rejects.toMatchObject({ name: 'StoreTrouble', code: 'closed' })
    await expect(store.latest()).rejects.toMatchObject({ code: 'closed' })
    await expect(store.figures()).rejects.toMatchObject({ code: 'closed' })
    await expect(store.close()).rejects.toMatchObject({ code: 'closed' })
  })

  test('what was written before is there at the next start', async () => {
    store = await openSqliteStore({ path })
    const n = await aSeries(store)
    await append(store, [aRow(n, 1), aRow(n, 2)])
    await compactAll(store, FAR)
    await append(store, [aRow(n, 3)])
    await store.close()
    store = await openSqliteStore({ path })
    expect((await allReadings(store, n)).map(row => row.t)).toEqual([1, 2, 3])
    expect(await append(store, [aRow(n, 1), aRow(n, 3)])).toEqual(['duplicate', 'duplicate'])
  })
})
