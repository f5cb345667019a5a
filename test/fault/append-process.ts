// A process that commits through the store, one commit after the other, and writes down each only after it was acknowledged.
// Arguments: folder of the database, ledger file, FULL or NORMAL, first time, number of commits.
import { openSync, writeSync } from 'node:fs'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { endWithParent, tellParent } from '../support/child.ts'

/** Readings of one commit lie this far apart: each dirties a page of its own, so that checkpoints come often. */
export const APART_MS = 100_000
export const ROWS = 10

if (process.argv[1] === import.meta.filename) await run()

async function run(): Promise<void> {
  const [folder = '', ledgerPath = '', synchronous, firstT, commits] = process.argv.slice(2)
  endWithParent()
  const store = await openSqliteStore({
    path: databasePath(folder),
    synchronous: synchronous === 'NORMAL' ? 'NORMAL' : 'FULL',
  })
  const ledger = openSync(ledgerPath, 'a')
  tellParent({ isReady: true })
  for (let i = 0; i < Number(commits); i++) {
    const t = Float64Array.from({ length: ROWS }, (_, row) => Number(firstT) + row * APART_MS + i)
    await store.append({ n: new Uint32Array(ROWS).fill(1), t, v: t.map(time => time % 100), q: new Uint8Array(ROWS) })
    // Written at once to a file that the cut doesn't touch.
    writeSync(ledger, `${t.join('\n')}\n`)
  }
  // No close: it would checkpoint, and its syncs are no part of the commits.
  tellParent({ isReady: false })
  process.exit(0)
}
