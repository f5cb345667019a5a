// Puts what the log begins with into it: facts at every start, each once, ever; a story only into a log that has no programme yet.
import { PROGRAMME_FAMILY } from '../../shared/programme/event.ts'
import type { Store } from '../store/store.ts'
import type { SeedEvent } from './seed-event.ts'

/** Events of one story in one append: a few syncs instead of thousands. */
const BATCH = 500

type Log = Pick<Store, 'appendEvents' | 'lastEventOf'>

/** A later version's new facts are added behind what is there. */
export async function plantFacts(store: Log, facts: readonly SeedEvent[]): Promise<void> {
  for (const fact of facts) await append(store, [fact])
}

/**
 * Facts and story in their order of time; a fact keeps its own key, so that it isn't planted again.
 * @param isFact tells them apart
 * @returns false when the log has a programme already: another day tells another story, two would mix
 */
export async function plantStory(
  store: Log,
  story: readonly SeedEvent[],
  isFact: (event: SeedEvent) => boolean,
): Promise<boolean> {
  if (await store.lastEventOf(PROGRAMME_FAMILY)) return false
  let batch: SeedEvent[] = []
  for (const event of story) {
    if (isFact(event)) {
      await append(store, batch)
      await append(store, [event])
      batch = []
    } else if (batch.push(event) === BATCH) {
      await append(store, batch)
      batch = []
    }
  }
  await append(store, batch)
  return true
}

async function append(store: Log, events: readonly SeedEvent[]): Promise<void> {
  const key = events[0]?.key
  if (key === undefined) return
  const rows = events.map(({ draft, at, actor }) => ({ ...draft, at, actor }))
  await store.appendEvents({ events: rows, expected: [], key, fingerprint: key })
}
