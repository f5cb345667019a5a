// The contract of one log with several writers: each command on top of what its writer saw, whoever came in between.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_EVENTS_A_READ, type Store, type StoredEvent } from '../../server/store/store.ts'
import type { PlaceOf } from './store-contract.ts'
import { anEvent, aRequest, unique, versionOf, write } from './store-contract-events.ts'

export function writersContract(at: PlaceOf): void {
  test('a command on top of what another process wrote joins its chain, and the other notices', async () => {
    const { store, place } = at()
    const other = await place.open()
    const subject = unique('task')
    const [mine] = await write(store, anEvent({ subject, at: 7_000 }))
    await store.changedElsewhere()
    expect(await other.changedElsewhere()).toBe(true)
    const [theirs] = await write(other, anEvent({ subject, at: 6_000 }))
    expect(theirs).toMatchObject({ id: (mine?.id ?? 0) + 1 })
    expect(theirs?.at).toBe(mine?.at)
    expect(await other.changedElsewhere()).toBe(false)
    expect(await store.changedElsewhere()).toBe(true)
    expect(await store.changedElsewhere()).toBe(false)
    const expected = [{ subject, version: mine?.id ?? 0 }]
    expect(await store.appendEvents(aRequest([anEvent({ subject })], { expected }))).toEqual({
      kind: 'conflict',
      newest: theirs,
    })
    expect(await store.brokenEvent()).toBeNull()
    await other.close()
  })

  test('two writers at once, each on top of what it saw and each sending some commands twice, lose and double nothing', async () => {
    const { place } = at()
    const step = fc.record({ subject: fc.nat(2), events: fc.integer({ min: 1, max: 3 }), isSentTwice: fc.boolean() })
    const steps = fc.array(step, { minLength: 1, maxLength: 6 })
    const [one, two] = await Promise.all([place.open(), place.open()])
    let conflicts = 0
    await fc.assert(
      fc.asyncProperty(steps, steps, async (mine, theirs) => {
        const family = unique('family')
        /** Reads, writes on top of it, and does so again until nobody came in between. */
        const carryOut = async (store: Store, writer: string, plan: typeof mine) => {
          for (const [i, { subject: which, events, isSentTwice }] of plan.entries()) {
            const subject = `${family}:${which}`
            for (let isDone = false; !isDone; ) {
              const seen = await versionOf(store, subject)
              const many = Array.from({ length: events }, (_, part) =>
                anEvent({ type: `${family}.x`, subject, data: { command: `${writer}${i}`, part, seen } }),
              )
              const request = aRequest(many, { key: `${family} ${writer}${i}`, expected: [{ subject, version: seen }] })
              const sent = Array.from({ length: isSentTwice ? 2 : 1 }, () => store.appendEvents(request))
              const kinds = (await Promise.all(sent)).map(({ kind }) => kind)
              isDone = kinds[0] === 'appended'
              const again = isDone ? 'repeated' : 'conflict'
              expect(kinds).toEqual([isDone ? 'appended' : 'conflict', again].slice(0, kinds.length))
              if (!isDone) conflicts++
            }
          }
        }
        await Promise.all([carryOut(one, 'a', mine), carryOut(two, 'b', theirs)])

        const log = await one.eventsOf(family, 0, MAX_EVENTS_A_READ)
        const planned = [
          ...mine.flatMap(({ events }, i) => Array.from({ length: events }, (_, part) => `a${i} ${part}`)),
          ...theirs.flatMap(({ events }, i) => Array.from({ length: events }, (_, part) => `b${i} ${part}`)),
        ]
        const partOf = ({ data }: StoredEvent) => data as { command: string; part: number; seen: number }
        expect(
          log
            .map(partOf)
            .map(({ command, part }) => `${command} ${part}`)
            .sort(),
        ).toEqual(planned.sort())
        for (const [i, event] of log.entries()) {
          const { part, seen } = partOf(event)
          const before = log.slice(0, i - part).findLast(({ subject }) => subject === event.subject)
          expect(seen).toBe(before?.id ?? 0)
          if (part > 0) expect(log[i - 1]?.id).toBe(event.id - 1)
        }
      }),
      { numRuns: 40 },
    )
    expect(conflicts).toBeGreaterThan(0)
    expect(await one.brokenEvent()).toBeNull()
    await Promise.all([one.close(), two.close()])
  })
}
