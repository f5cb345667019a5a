// Records of who may come in; every change stands with its events in one transaction. Synchronous; inside the store's worker only.
import type { DatabaseSync } from 'node:sqlite'
import type { AccessChange, AccessRecord } from '../access.ts'
import type { NewEvent } from '../store.ts'

export type AccessTables = {
  readonly accessRecords: () => AccessRecord[]
  readonly changeAccess: (change: AccessChange) => void
}
type Row = { readonly kind: string; readonly id: string; readonly body: string }

/** @param record writes an event, within the transaction */
export function createAccessTables(db: DatabaseSync, record: (event: NewEvent) => void): AccessTables {
  const all = db.prepare('select kind, id, body from access_record order by kind, id')
  const put = db.prepare(
    'insert into access_record (kind, id, body) values (?, ?, ?) on conflict do update set body = excluded.body',
  )
  const remove = db.prepare('delete from access_record where kind = ? and id = ?')
  return {
    accessRecords: () =>
      (all.all() as unknown as readonly Row[]).map(({ kind, id, body }) => ({ kind, id, body: JSON.parse(body) })),
    changeAccess({ records, events }) {
      for (const { kind, id, body } of records)
        if (body === null) remove.run(kind, id)
        else put.run(kind, id, JSON.stringify(body))
      for (const event of events) record(event)
    },
  }
}
