// A folded log on a real store: its past, and where an instant lies in it.
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { idAfter } from '../../server/log/event-times.ts'
import { createFoldedLog, type FoldedLog, PAST_STATES } from '../../server/log/folded-log.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { type Store, type StoredEvent, StoreTrouble } from '../../server/store/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Counted = { readonly lastId: number; readonly lastAt: number; readonly count: number }

const folder = temporaryFolder()
let store: Store
let log: FoldedLog<Counted>
/** Pages read since the log was opened. */
let reads = 0
let isDown = false
beforeAll(async () => {
  store = await openSqliteStore({ path: databasePath(folder.path) })
  for (let at = 1; at <= 40; at++) await append(at)
})
afterAll(async () => {
  await store.close()
  folder.remove()
})
beforeEach(async () => {
  isDown = false
  log = createFoldedLog<Counted>({
    store: {
      ...store,
      eventsOf(...args) {
        reads += 1
        return isDown ? Promise.reject(new StoreTrouble('io', 'for a test')) : store.eventsOf(...args)
      },
    },
    family: 'alarm',
    empty: { lastId: 0, lastAt: 0, count: 0 },
    fold: (state, events) =>
      events.reduce(({ count }, { id, at }) => ({ lastId: id, lastAt: at, count: count + 1 }), state),
    onEvents: () => undefined,
  })
  await log.readOn()
  reads = 0
})

let lastKey = 0
const requestOf = (at: number) => {
  const key = `${++lastKey}`
  const event = { at, actor: 'test', type: 'alarm.commented', subject: 'alarm:a', data: null }
  return { events: [event], expected: [], key, fingerprint: key }
}
const append = (at: number) => store.appendEvents(requestOf(at))

describe('the past of a log', () => {
  test('is the beginning of it up to an instant, with the hash it ended with', async () => {
    const events = await store.eventsOf('alarm', 0, 100)
    for (const at of [0, 1, 17, 39]) {
      const { state, hash } = await log.stateAt(at)
      expect([state.count, hash]).toEqual([at, events.findLast(event => event.at <= at)?.hash ?? ''])
    }
    expect((await log.stateAt(10_000)).state).toBe(log.state())
  })

  test('is folded once, also when it is asked for twice at the same time, and while the log goes on', async () => {
    const [one, other] = await Promise.all([log.stateAt(20), log.stateAt(20)])
    expect(other).toBe(one)
    await log.append(requestOf(log.state().lastAt + 1))
    expect(await log.stateAt(20)).toBe(one)
    expect(reads).toBe(1)
  })

  test(`is kept of the ${PAST_STATES} instants asked for last`, async () => {
    for (let at = 1; at <= PAST_STATES; at++) await log.stateAt(at)
    await log.stateAt(1)
    expect(reads).toBe(PAST_STATES)
    await log.stateAt(PAST_STATES + 1)
    await log.stateAt(1)
    expect(reads).toBe(PAST_STATES + 1)
    await log.stateAt(2)
    expect(reads).toBe(PAST_STATES + 2)
  })

  test('that could not be read is read when it is asked for again', async () => {
    isDown = true
    await expect(log.stateAt(20)).rejects.toThrow(StoreTrouble)
    isDown = false
    expect((await log.stateAt(20)).state.count).toBe(20)
  })
})

test('an instant is found in a log by halving: the first id after all that is not later', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ gap: fc.integer({ min: 1, max: 4 }), later: fc.nat(3) }), { maxLength: 40 }),
      fc.integer({ min: -1, max: 100 }),
      async (steps, at) => {
        const events: Pick<StoredEvent, 'id' | 'at'>[] = []
        for (const { gap, later } of steps) {
          const last = events.at(-1) ?? { id: 0, at: 0 }
          events.push({ id: last.id + gap, at: last.at + later })
        }
        const kept = {
          eventsOf: async (_family: string, after: number, limit: number) =>
            events.filter(({ id }) => id > after).slice(0, limit) as StoredEvent[],
        }
        const found = await idAfter(kept, 'alarm', events.at(-1)?.id ?? 0, at)
        expect(events.filter(({ id }) => id < found)).toEqual(events.filter(event => event.at <= at))
      },
    ),
  )
})
