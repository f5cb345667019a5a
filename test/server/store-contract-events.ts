// The contract of commands and the log they write: once, whole, on top of what the writer had seen, in a chain that holds.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AppendOutcome,
  type AppendRequest,
  MAX_EVENT_AT,
  MAX_EVENTS_A_COMMAND,
  MAX_EVENTS_A_READ,
  type NewEvent,
  type Store,
  type StoredEvent,
} from '../../server/store/store.ts'
import { aSeries } from '../support/stored.ts'
import type { PlaceOf } from './store-contract.ts'

let lastUnique = 0
/** Names nobody used before: all tests of the group share one log. */
export const unique = (name: string): string => `${name}-${++lastUnique}`

export const anEvent = (about: Partial<NewEvent> = {}): NewEvent => ({
  at: 1_000,
  actor: 'anna',
  type: 'programme.task-updated',
  subject: 'task:1',
  data: { progress: 40, reason: 'họp giao ban' },
  ...about,
})
export const aRequest = (events: readonly NewEvent[], about: Partial<AppendRequest> = {}): AppendRequest => ({
  events,
  expected: [],
  key: unique('key'),
  fingerprint: 'fingerprint',
  ...about,
})
function eventsIn(outcome: AppendOutcome): readonly StoredEvent[] {
  if (outcome.kind !== 'appended' && outcome.kind !== 'repeated') throw new Error(outcome.kind)
  return outcome.events
}
/** Appends events in one command that expects nothing. */
export const write = async (store: Store, ...events: readonly NewEvent[]): Promise<readonly StoredEvent[]> =>
  eventsIn(await store.appendEvents(aRequest(events)))
export const versionOf = async (store: Store, subject: string): Promise<number> =>
  (await store.eventsAbout(subject, 1))[0]?.id ?? 0
const lastIdOf = async (store: Store): Promise<number> => (await store.lastEvent())?.id ?? 0

export function eventsContract(at: PlaceOf): void {
  test('a command is answered with its events as they are read ever after, in the one chain', async () => {
    const { store, place } = at()
    await aSeries(store)
    const before = await lastIdOf(store)
    const [family, subject] = [unique('family'), unique('task')]
    const data = { text: 'Đã xong', gone: undefined, day: new Date(0), list: [1, null], 7: 'x' }
    const given = [
      anEvent({ type: `${family}.opened`, subject, data }),
      anEvent({ type: `${family}.a.b`, subject, actor: 'bình', at: 2_000, data: null }),
    ]
    const outcome = await store.appendEvents(aRequest(given))
    await aSeries(store)
    expect(outcome).toEqual({
      kind: 'appended',
      events: [
        {
          ...given[0],
          id: before + 1,
          data: { ...data, gone: undefined, day: '1970-01-01T00:00:00.000Z' },
          hash: HASH,
        },
        { ...given[1], id: before + 2, hash: HASH },
      ],
    })
    const events = eventsIn(outcome)
    const again = await place.open()
    for (const one of [store, again]) {
      expect(await one.eventsOf(family, 0, 9)).toStrictEqual(events)
      expect(await one.eventsAbout(subject, 9)).toStrictEqual(events.toReversed())
      expect(await one.event(before + 1)).toStrictEqual(events[0])
      expect((await one.events(before, 2)).map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash))
      expect(await one.brokenEvent()).toBeNull()
    }
    await again.close()
  })

  test('the same command sent again is answered with the events of the first time, whatever happened since', async () => {
    const { store, place } = at()
    const subject = unique('task')
    const request = aRequest([anEvent({ subject }), anEvent({ subject })], { expected: [{ subject, version: 0 }] })
    const first = eventsIn(await store.appendEvents(request))
    const [later] = await write(store, anEvent({ subject }))
    const again = await place.open()
    for (const one of [store, again])
      expect(await one.appendEvents(request)).toStrictEqual({ kind: 'repeated', events: first })
    await again.close()
    expect((await store.lastEvent())?.id).toBe(later?.id)
  })

  test('a key that stands for another command is refused, also when its versions are right', async () => {
    const { store } = at()
    const request = aRequest([anEvent()])
    await store.appendEvents(request)
    const before = await store.lastEvent()
    expect(await store.appendEvents({ ...request, fingerprint: 'other' })).toEqual({ kind: 'key-reused' })
    expect(await store.lastEvent()).toEqual(before)
  })

  test('a sender may ask what its key led to without sending anything', async () => {
    const { store } = at()
    const request = aRequest([anEvent(), anEvent()])
    expect(await store.outcomeOf(request.key, request.fingerprint)).toBeNull()
    const events = eventsIn(await store.appendEvents(request))
    expect(await store.outcomeOf(request.key, request.fingerprint)).toStrictEqual({ kind: 'repeated', events })
    expect(await store.outcomeOf(request.key, 'other')).toEqual({ kind: 'key-reused' })
  })

  test('a command on top of something older is refused with what is newest, and may come again under its key', async () => {
    const { store } = at()
    const subject = unique('task')
    const [seen] = await write(store, anEvent({ subject }))
    const [newest] = await write(store, anEvent({ subject, actor: 'bình' }))
    const request = (version: number) =>
      aRequest([anEvent({ subject })], { key: `${subject} again`, expected: [{ subject, version }] })
    for (const version of [0, seen?.id ?? 0, (newest?.id ?? 0) + 1])
      expect(await store.appendEvents(request(version))).toStrictEqual({ kind: 'conflict', newest })
    expect((await store.lastEvent())?.id).toBe(newest?.id)
    expect((await store.appendEvents(request(newest?.id ?? 0))).kind).toBe('appended')
  })

  test('a version of a subject that nothing is known about is refused by its name', async () => {
    const { store } = at()
    const [subject, other] = [unique('task'), unique('task')]
    const expected = [
      { subject: other, version: 0 },
      { subject, version: 1 },
    ]
    expect(await store.appendEvents(aRequest([anEvent()], { expected }))).toEqual({ kind: 'missing', subject })
  })

  test('of three events none is stored when the third one may not be', async () => {
    const { store } = at()
    const subjects = [unique('task'), unique('task'), unique('task')]
    const [held] = await write(store, anEvent({ subject: subjects[2] as string }))
    const three = subjects.map(subject => anEvent({ subject }))
    const key = unique('key')
    const expected = subjects.map(subject => ({ subject, version: 0 }))
    expect(await store.appendEvents(aRequest(three, { key, expected }))).toEqual({ kind: 'conflict', newest: held })
    const circle: { self?: unknown } = {}
    circle.self = circle
    for (const wrong of [{ data: undefined }, { data: 1n }, { data: circle }, { actor: null as unknown as string }])
      await expect(store.appendEvents(aRequest([...three.slice(0, 2), anEvent(wrong)], { key }))).rejects.toThrow()
    expect((await store.lastEvent())?.id).toBe(held?.id)
    expect(await store.eventsAbout(subjects[0] as string, 1)).toEqual([])
    // The key of what never happened is free.
    expect((await store.appendEvents(aRequest(three, { key }))).kind).toBe('appended')
  })

  test('time never goes back within a family; another family has its own', async () => {
    const { store } = at()
    const [one, other] = [unique('family'), unique('family')]
    const times = async (...events: readonly (readonly [string, number])[]) =>
      (await write(store, ...events.map(([family, when]) => anEvent({ type: `${family}.x`, at: when })))).map(e => e.at)
    expect(await times([one, 5_000], [one, 4_000], [other, 10], [one, 6_000], [other, 5])).toEqual([
      5_000, 5_000, 10, 6_000, 10,
    ])
    expect(await times([one, 1], [other, 11], [one, -1])).toEqual([6_000, 11, 6_000])
    expect(await times([unique('family'), -7])).toEqual([-7])
    // A device's events keep the times they are given.
    await write(store, anEvent({ type: 'device.seen', at: 9_000 }))
    await aSeries(store)
    expect(await store.lastEventOf('device')).toEqual({ id: await lastIdOf(store), hash: HASH, at: 1 })
  })

  test('the newest of a family and of all are known, and that there is none', async () => {
    const { store } = at()
    const family = unique('family')
    expect(await store.lastEventOf(family)).toBeNull()
    expect(await store.event((await lastIdOf(store)) + 1)).toBeNull()
    const [event] = await write(store, anEvent({ type: family, at: 3_000 }))
    const mark = { id: event?.id, hash: event?.hash, at: 3_000 }
    expect(await store.lastEventOf(family)).toEqual(mark)
    expect(await store.lastEvent()).toEqual(mark)
    await write(store, anEvent({ type: `${family}x.opened` }))
    expect(await store.lastEventOf(family)).toEqual(mark)
  })

  test('a family and a subject are read in pages', async () => {
    const { store } = at()
    const [family, subject] = [unique('family'), unique('task')]
    const mine = []
    for (let i = 0; i < 3; i++) {
      mine.push(...(await write(store, anEvent({ type: `${family}.x`, subject }))))
      await write(store, anEvent())
    }
    expect(await store.eventsOf(family, 0, 2)).toEqual(mine.slice(0, 2))
    expect(await store.eventsOf(family, mine[1]?.id ?? 0, 2)).toEqual(mine.slice(2))
    expect(await store.eventsOf(family, mine[2]?.id ?? 0, 2)).toEqual([])
    expect(await store.eventsAbout(subject, 2)).toEqual(mine.toReversed().slice(0, 2))
    expect(await store.eventsBefore(family, Number.MAX_SAFE_INTEGER, 2)).toEqual(mine.toReversed().slice(0, 2))
    expect(await store.eventsBefore(family, mine[1]?.id ?? 0, 2)).toEqual(mine.slice(0, 1))
    expect(await store.eventsBefore(family, mine[0]?.id ?? 0, 2)).toEqual([])
    for (const limit of [0, MAX_EVENTS_A_COMMAND + 1])
      await expect(store.eventsBefore(family, 1, limit)).rejects.toThrow(RangeError)
  })

  test(`a command has 1 to ${MAX_EVENTS_A_COMMAND} events and expectations, a page as many; beyond, nothing happens`, async () => {
    const { store } = at()
    const [family, subject] = [unique('family'), unique('bulk')]
    const many = Array.from({ length: MAX_EVENTS_A_COMMAND }, (_, i) =>
      anEvent({ type: `${family}.x`, subject, data: i }),
    )
    const expected = many.map(() => ({ subject, version: 0 }))
    const before = await lastIdOf(store)
    await expect(store.appendEvents(aRequest([...many, anEvent()]))).rejects.toThrow(RangeError)
    await expect(store.appendEvents(aRequest([]))).rejects.toThrow(RangeError)
    await expect(
      store.appendEvents(aRequest([anEvent()], { expected: [...expected, { subject, version: 0 }] })),
    ).rejects.toThrow(RangeError)
    for (const when of [MAX_EVENT_AT + 1, -MAX_EVENT_AT - 1, Number.NaN, Infinity, 0.5])
      await expect(store.appendEvents(aRequest([anEvent({ at: when })]))).rejects.toThrow(RangeError)
    expect(await lastIdOf(store)).toBe(before)

    const events = eventsIn(await store.appendEvents(aRequest(many, { expected })))
    expect(events.map(({ data }) => data)).toEqual([...many.keys()])
    expect(await store.eventsOf(family, 0, MAX_EVENTS_A_READ)).toEqual(events)
    expect((await store.eventsAbout(subject, MAX_EVENTS_A_READ)).length).toBe(MAX_EVENTS_A_READ)
    for (const limit of [0, -1, 1.5, MAX_EVENTS_A_READ + 1]) {
      await expect(store.eventsOf(family, 0, limit)).rejects.toThrow(RangeError)
      await expect(store.eventsAbout(subject, limit)).rejects.toThrow(RangeError)
    }
    for (const when of [MAX_EVENT_AT, -MAX_EVENT_AT])
      expect((await write(store, anEvent({ type: unique('family'), at: when })))[0]?.at).toBe(when)
    expect(await store.brokenEvent()).toBeNull()
  })

  test('whatever text people write, it is read back as it was answered and the chain holds', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 })
    const half = fc.constantFrom('\ud800', 'x\udfff', 'a\u0000b')
    const any = fc.oneof(text, half)
    await fc.assert(
      fc.asyncProperty(any, any, any, fc.jsonValue(), async (actor, subject, key, data) => {
        const { store } = at()
        const request = aRequest([anEvent({ actor, subject, data })], { key: `${unique('key')} ${key}` })
        const [event] = eventsIn(await store.appendEvents(request))
        expect(await store.event(event?.id ?? 0)).toStrictEqual(event)
        expect(event).toMatchObject({ actor: actor.toWellFormed(), subject: subject.toWellFormed() })
        expect(await versionOf(store, subject)).toBe(event?.id)
        expect((await store.appendEvents(request)).kind).toBe('repeated')
      }),
      { numRuns: 60 },
    )
    expect(await at().store.brokenEvent()).toBeNull()
  })
}

const HASH = expect.stringMatching(/^[0-9a-f]{64}$/)
