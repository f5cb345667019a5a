// The store's port for who may come in. Knows of a record its kind and id only; its meaning is in server/access.
import type { NewEvent } from './store.ts'

export type AccessRecord = { readonly kind: string; readonly id: string; readonly body: unknown }
/** A body of null takes the record away. */
export type AccessChange = {
  readonly records: readonly AccessRecord[]
  /** What goes into the chain with it, in order. */
  readonly events: readonly NewEvent[]
}

/** As `Store`: rejects with StoreTrouble when the disk or the database can't do it now. */
export type AccessStore = {
  readonly accessRecords: () => Promise<readonly AccessRecord[]>
  /** All of it or nothing, on disk before it resolves. */
  readonly changeAccess: (change: AccessChange) => Promise<void>
}
