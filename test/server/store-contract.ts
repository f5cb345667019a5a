// What every store must do, as tests over a factory: a second store is held to the same sentences by one more call.
import { afterAll, beforeAll, describe } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { eventsContract } from './store-contract-events.ts'
import { gatheringContract } from './store-contract-gathering.ts'
import { historyContract } from './store-contract-history.ts'
import { linksContract } from './store-contract-links.ts'
import { outboxContract } from './store-contract-outbox.ts'
import { outboxKeepingContract } from './store-contract-outbox-keeping.ts'
import { readingsContract } from './store-contract-readings.ts'
import { registryContract } from './store-contract-registry.ts'
import { replayContract } from './store-contract-replay.ts'
import { sharingContract } from './store-contract-sharing.ts'
import { writersContract } from './store-contract-writers.ts'

/** One place for data, empty at first. */
export type StorePlace = {
  /** Opens the data there; a second time it is another process's connection. */
  readonly open: () => Promise<Store>
  readonly remove: () => Promise<void>
}
/** Hands out what `beforeAll` prepared. */
export type PlaceOf = () => { readonly store: Store; readonly place: StorePlace }

export function holdToStoreContract(name: string, newPlace: () => Promise<StorePlace>): void {
  describe(`${name}: readings`, () => readingsContract(usePlace(newPlace)))
  describe(`${name}: history`, () => historyContract(usePlace(newPlace)))
  describe(`${name}: replay`, () => replayContract(usePlace(newPlace)))
  describe(`${name}: registry and events`, () => registryContract(usePlace(newPlace)))
  describe(`${name}: commands and their events`, () => eventsContract(usePlace(newPlace)))
  describe(`${name}: several writers`, () => writersContract(usePlace(newPlace)))
  describe(`${name}: outbox`, () => outboxContract(usePlace(newPlace)))
  describe(`${name}: what leaves together`, () => gatheringContract(usePlace(newPlace)))
  describe(`${name}: what the outbox keeps`, () => outboxKeepingContract(usePlace(newPlace)))
  describe(`${name}: one-time links`, () => linksContract(usePlace(newPlace)))
  describe(`${name}: several processes`, () => sharingContract(usePlace(newPlace)))
}

/** One store for all tests of a group: each takes series of its own. */
function usePlace(newPlace: () => Promise<StorePlace>): PlaceOf {
  let held: ReturnType<PlaceOf> | undefined
  beforeAll(async () => {
    const place = await newPlace()
    held = { place, store: await place.open() }
  })
  afterAll(async () => {
    await held?.store.close()
    await held?.place.remove()
  })
  return () => {
    if (!held) throw new Error('the store is opened by beforeAll')
    return held
  }
}
