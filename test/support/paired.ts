// A display that was let in, as the station keeps it: written beside it, before it starts.
import { createPairedDisplays } from '../../server/access/paired-displays.ts'
import { createAccessRecords } from '../../server/access/records.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Audience } from '../../shared/access/role.ts'

/** The Cookie header of the display. */
export async function pairDisplay(
  dataDir: string,
  id: string,
  audience: Audience,
  { scope = 'province', now = Date.now } = {},
): Promise<string> {
  const store = await openSqliteStore({ path: databasePath(dataDir) })
  try {
    const displays = createPairedDisplays({ records: await createAccessRecords(store), now })
    const token = await displays.pair(id, { scope, audience, address: '127.0.0.1' }, 'test')
    if (token === undefined) throw new Error('no room')
    return `daisen-display=${token}`
  } finally {
    await store.close()
  }
}
