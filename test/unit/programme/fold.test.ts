import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { apply, fold } from '../../../shared/programme/fold.ts'
import { packState, SNAPSHOT_VERSION, unpackState } from '../../../shared/programme/snapshot.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { frozen, nextEvent } from '../../support/folding.ts'
import { programmes } from './fold-sample.ts'

const past = (state: ProgrammeState, change: Partial<AnyEvent> = {}): AnyEvent =>
  nextEvent(state, { type: 'programme.something-new', subject: 'thing:1', ...change })

describe('the fold', () => {
  test('gives the same state for any order-preserving split of the events', () => {
    fc.assert(
      fc.property(programmes, fc.array(fc.nat(200), { maxLength: 8 }), ({ events, state }, cuts) => {
        const places = [0, ...cuts.map(cut => cut % (events.length + 1)).sort((a, b) => a - b), events.length]
        const parts = places.slice(1).map((to, at) => events.slice(places[at], to))
        expect(parts.flat()).toHaveLength(events.length)
        expect(parts.reduce(fold, EMPTY_STATE)).toStrictEqual(state)
        expect(fold(EMPTY_STATE, events)).toStrictEqual(state)
      }),
    )
  })

  test('takes events one by one as all at once', () => {
    fc.assert(
      fc.property(programmes, ({ events, state }) => {
        expect(events.reduce<ProgrammeState>(apply, EMPTY_STATE)).toStrictEqual(state)
      }),
    )
  })

  test('never changes the state or the events it is given', () => {
    fc.assert(
      fc.property(programmes, fc.nat(200), ({ events, state }, cut) => {
        const at = cut % (events.length + 1)
        const before = frozen(fold(EMPTY_STATE, frozen(structuredClone(events.slice(0, at)))))
        const kept = structuredClone({ ...before })
        expect(fold(before, frozen(structuredClone(events.slice(at))))).toStrictEqual(state)
        expect({ ...before }).toStrictEqual(kept)
      }),
    )
    expect(() => frozen(new Map([[1, 1]])).set(1, 2)).toThrow('is written to')
  })

  test('shares what an event is not about', () => {
    fc.assert(
      fc.property(programmes, ({ events }) => {
        const last = events.at(-1)
        if (!last) return
        const before = fold(EMPTY_STATE, events.slice(0, -1))
        const after = apply(before, last)
        const changed = Object.keys(before).filter(key => before[key as 'plan'] !== after[key as 'plan'])
        // Id, time, versions, and at most a table and what goes with it.
        expect(changed.length).toBeLessThanOrEqual(5)
      }),
    )
  })

  test('ignores types it does not know, but knows that they were there', () => {
    const types = fc.constantFrom(
      'programme.something-new',
      'programme.constructor',
      'programme.__proto__',
      'programme.',
    )
    fc.assert(
      fc.property(programmes, types, fc.jsonValue(), ({ state }, type, data) => {
        const event = past(state, { type, data })
        expect(apply(state, event)).toStrictEqual({
          ...state,
          lastId: event.id,
          lastAt: event.at,
          versions: new Map([...state.versions, ['thing:1', event.id]]),
        })
      }),
    )
  })

  test('goes on after what it does not know', () => {
    fc.assert(
      fc.property(programmes, fc.nat(200), ({ events, state }, cut) => {
        const at = cut % (events.length + 1)
        // The unknown one stands between two ids, so that the known ones keep theirs.
        const unknown = past({ ...EMPTY_STATE, lastId: at - 0.5 }, { id: at + 0.5, at: 0 })
        const mixed = fold(EMPTY_STATE, [...events.slice(0, at), unknown, ...events.slice(at)])
        const { 'thing:1': seen, ...versions } = Object.fromEntries(mixed.versions)
        expect(seen).toBe(at + 0.5)
        const isLast = at === events.length
        expect({ ...mixed, versions: new Map(Object.entries(versions)) }).toStrictEqual({
          ...state,
          lastId: isLast ? at + 0.5 : state.lastId,
          lastAt: isLast ? 0 : state.lastAt,
        })
      }),
    )
  })

  test("leaves another family's events alone", () => {
    fc.assert(
      fc.property(programmes, ({ state }) => {
        for (const type of ['registry.device-added', 'programmes.something', 'programme', ''])
          expect(apply(state, past(state, { type }))).toStrictEqual(state)
      }),
    )
  })

  test('changes nothing at a repeat of what it knows', () => {
    fc.assert(
      fc.property(programmes, fc.array(fc.nat(200)), ({ events, state }, places) => {
        const repeated = places.flatMap(place => events[place % events.length] ?? [])
        expect(fold(state, repeated)).toStrictEqual(state)
        expect(
          fold(
            EMPTY_STATE,
            events.flatMap(event => [event, event]),
          ),
        ).toStrictEqual(state)
      }),
    )
  })

  test('counts a version for every subject: the id of the last event about it', () => {
    fc.assert(
      fc.property(programmes, ({ events, state }) => {
        expect(state.versions).toEqual(new Map(events.map(({ subject, id }) => [subject, id])))
        expect(state.lastId).toBe(events.at(-1)?.id)
      }),
    )
  })
})

describe('a snapshot', () => {
  test('comes out of JSON as it went in, and the tail goes on from it', () => {
    fc.assert(
      fc.property(programmes, fc.nat(200), ({ events, state }, cut) => {
        const at = cut % (events.length + 1)
        const early = fold(EMPTY_STATE, events.slice(0, at))
        const packed = packState(early, 'abc')
        expect(packed).toMatchObject({ version: SNAPSHOT_VERSION, hash: 'abc' })
        const unpacked = unpackState(JSON.parse(JSON.stringify(packed)))
        expect(unpacked).toStrictEqual(early)
        expect(unpacked && fold(unpacked, events.slice(at))).toStrictEqual(state)
      }),
    )
  })

  test('of an empty programme is an empty programme', () =>
    expect(unpackState(JSON.parse(JSON.stringify(packState(EMPTY_STATE, ''))))).toStrictEqual(EMPTY_STATE))

  test('of another version is not read', () =>
    expect(unpackState({ ...packState(EMPTY_STATE, ''), version: SNAPSHOT_VERSION + 1 })).toBeUndefined())
})
