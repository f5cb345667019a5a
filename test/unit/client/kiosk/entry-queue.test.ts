// The queue of a kiosk: whatever the line, the browser and other people do, each entry is applied exactly once or is there to be seen.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEntryQueue, type EntryOutcome, type QueueKeeping } from '../../../../client/kiosk/entry/entry-queue.ts'
import {
  added,
  again,
  amended,
  begun,
  conflicted,
  done,
  dropped,
  EMPTY_QUEUE,
  type EntryQueue,
  MOST_PHOTOGRAPH_BYTES,
  MOST_QUEUED,
  nextToSend,
  type QueuedEntry,
  refused,
  whyFull,
} from '../../../../client/kiosk/entry/queue-state.ts'
import { anEntryDraft } from '../../../support/queued-entry.ts'

const of = (queue: EntryQueue, id: string) => queue.find(one => one.id === id)
const three = ['a', 'b', 'c'].reduce((queue, id) => added(queue, anEntryDraft(id)), EMPTY_QUEUE)

describe('the state of the queue', () => {
  test('of one subject goes out in order, each on top of what the one before became', () => {
    expect(nextToSend(three)?.id).toBe('a')
    const after = done(begun(three, 'a', 1_000), 'a', 12)
    expect(nextToSend(after)).toMatchObject({ id: 'b', seen: 12, after: null })
    expect(of(after, 'c')).toMatchObject({ after: 'b' })
  })

  test('what is held up holds up its own subject only', () => {
    const queue = added(conflicted(three, 'a', null), anEntryDraft('d', { subject: 'task:6' }))
    expect(nextToSend(queue)?.id).toBe('d')
  })

  test('what is sent stays the same under its key, whenever it is sent again', () => {
    const first = begun(three, 'a', 1_000)
    expect(of(first, 'a')?.sent).toEqual({ expected: 0, wasOffline: false })
    expect(begun(first, 'a', 9_000_000)).toEqual(first)
    expect(of(begun(three, 'a', 61_001), 'a')?.sent?.wasOffline).toBe(true)
  })

  test('a conflict is sent again under another key on top of what somebody made of it, or given up', () => {
    const newest = { id: 40, at: 2_000, actor: 'person: · UBND' }
    const held = conflicted(begun(three, 'a', 1_000), 'a', newest)
    expect(nextToSend(held)).toBeUndefined()
    expect(of(again(held, 'a', 'other'), 'a')).toMatchObject({ key: 'other', seen: 40, sent: null })
    expect(of(dropped(held, 'a'), 'b')).toMatchObject({ after: null, seen: 40 })
    expect(of(dropped(held, 'b'), 'c')).toMatchObject({ after: 'a' })
  })

  test('a refused one can be corrected', () => {
    const held = refused(three, 'a', [{ vi: 'sai', en: 'wrong' }])
    const { entry } = anEntryDraft('x')
    expect(of(again(held, 'a', 'other', { entry, enteredAt: 5 }), 'a')).toMatchObject({
      enteredAt: 5,
      standing: { kind: 'waiting' },
    })
  })

  test('what was held up is typed anew in its place, under another key, on top of what was seen; what waits is not', () => {
    const { entry, about, ticket, sendableUntil, who } = anEntryDraft('typed anew')
    const typed = { entry, about, ticket, sendableUntil, who, enteredAt: 9, wasOffline: false, photographs: [] }
    const newest = { id: 40, at: 2_000, actor: 'person: · UBND' }
    const overtaken = conflicted(begun(three, 'a', 1_000), 'a', newest)
    for (const [seen, on] of [
      [12, 40],
      [41, 41],
    ] as const) {
      const after = amended(overtaken, 'a', 'other', { ...typed, seen })
      expect(after?.[0]).toMatchObject({ id: 'a', order: 1, key: 'other', entry, seen: on, sent: null })
      expect(after && nextToSend(after)?.id).toBe('a')
      expect(after?.slice(1)).toEqual(overtaken.slice(1))
    }
    expect(amended(three, 'a', 'other', { ...typed, seen: 0 })).toBeUndefined()
    expect(amended(three, 'none', 'other', { ...typed, seen: 0 })).toBeUndefined()
  })

  test(`takes ${MOST_QUEUED} entries, and not one more`, () => {
    let queue = EMPTY_QUEUE
    for (let count = 0; count < MOST_QUEUED; count++) {
      expect(whyFull(queue, [])).toBeUndefined()
      queue = added(queue, anEntryDraft(String(count)))
    }
    expect(whyFull(queue, [])).toBe('too-many')
    expect(() => added(queue, anEntryDraft('one more'))).toThrow(RangeError)
  })

  test('takes 20 MB of photographs, and not a byte more', () => {
    const photographs = [{ name: 'a.jpg', bytes: MOST_PHOTOGRAPH_BYTES - 1 }]
    const queue = added(EMPTY_QUEUE, anEntryDraft('a', { photographs }))
    expect(whyFull(queue, [{ name: 'b.jpg', bytes: 1 }])).toBeUndefined()
    expect(whyFull(queue, [{ name: 'b.jpg', bytes: 2 }])).toBe('photographs')
  })
})

// ── The runner, a station, a line and a browser that fail as they like ──────────────────────────────────────────────

const SUBJECTS = ['task:1', 'task:2', 'task:3'] as const
type Mishap = 'none' | 'request-lost' | 'answer-lost'

/** Answers repetitions by their key, as the station does; a version is the number of the last change of a subject. */
function aStation() {
  const answered = new Map<string, { words: string; version: number }>()
  const versions = new Map<string, number>()
  const applied: string[] = []
  let last = 0
  return {
    applied,
    answered,
    somebodyElse(subject: string) {
      versions.set(subject, ++last)
    },
    take({ id, key, subject, sent }: QueuedEntry): EntryOutcome | 'key-reused' {
      const words = JSON.stringify([subject, id, sent])
      const held = answered.get(key)
      if (held) return held.words === words ? { kind: 'done', version: held.version } : 'key-reused'
      const version = versions.get(subject) ?? 0
      if (version !== sent?.expected) return { kind: 'conflict', newest: { id: version, at: 0, actor: '' } }
      versions.set(subject, ++last)
      answered.set(key, { words, version: last })
      applied.push(id)
      return { kind: 'done', version: last }
    },
    versionOf: (subject: string) => versions.get(subject) ?? 0,
  }
}

class Crash extends Error {}

/** What is on the disk; the machine dies in the middle of writing when its luck runs out. */
function aDisk() {
  const entries = new Map<string, QueuedEntry>()
  let luck = Number.POSITIVE_INFINITY
  const write = (work: () => void) => {
    if (luck-- <= 0) throw new Crash()
    work()
  }
  const keeping: QueueKeeping = {
    all: async () => [...entries.values()].sort((a, b) => a.order - b.order),
    keep: async entry => write(() => entries.set(entry.id, structuredClone(entry))),
    keepPhotographs: async () => undefined,
    photographsOf: async () => [],
    remove: async id => write(() => entries.delete(id)),
  }
  return {
    keeping,
    entries,
    crashAfter: (writes: number) => {
      luck = writes
    },
    mend: () => {
      luck = Number.POSITIVE_INFINITY
    },
  }
}

const stepArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), subject: fc.constantFrom(...SUBJECTS) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('mishap' as const),
      mishap: fc.constantFrom<Mishap>('request-lost', 'answer-lost'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), writes: fc.integer({ min: 0, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('else' as const), subject: fc.constantFrom(...SUBJECTS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resolve' as const), isAgain: fc.boolean() }) },
)

test('random drops, repeats, crashes and other people: each entry exactly once, in order, none lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { minLength: 1, maxLength: 40 }), async steps => {
      const station = aStation()
      const disk = aDisk()
      const mishaps: Mishap[] = []
      const timers = new Set<() => void>()
      const clock = {
        after: (_ms: number, call: () => void) => {
          timers.add(call)
          return () => void timers.delete(call)
        },
      }
      let keys = 0
      let names = 0
      const accepted: { id: string; subject: string }[] = []
      const givenUp = new Set<string>()
      const reused: string[] = []

      const start = () => {
        const runner = createEntryQueue({
          keeping: disk.keeping,
          newKey: () => `again-${++keys}`,
          clock,
          now: () => 1_000,
          async send(entry) {
            const mishap = mishaps.shift() ?? 'none'
            if (mishap === 'request-lost') return { kind: 'failed', waitMs: undefined }
            const outcome = station.take(entry)
            if (outcome === 'key-reused') {
              reused.push(entry.id)
              return { kind: 'refused', faults: [] }
            }
            return mishap === 'answer-lost' ? { kind: 'failed', waitMs: undefined } : outcome
          },
        })
        return { runner, stop: runner.run() }
      }
      const rest = async () => {
        for (let round = 0; round < 6; round++) {
          await new Promise(resolve => setImmediate(resolve))
          for (const call of Array.from(timers)) {
            timers.delete(call)
            call()
          }
        }
      }

      let page = start()
      await page.runner.loaded
      const restart = async () => {
        page.stop()
        timers.clear()
        disk.mend()
        page = start()
        await page.runner.loaded
      }
      for (const step of steps) {
        if (step.kind === 'mishap') mishaps.push(step.mishap)
        else if (step.kind === 'else') station.somebodyElse(step.subject)
        else if (step.kind === 'crash') {
          disk.crashAfter(step.writes)
          await rest()
          await restart()
        } else if (step.kind === 'add') {
          const id = `e${++names}`
          const draft = anEntryDraft(id, { subject: step.subject, seen: station.versionOf(step.subject) })
          try {
            await page.runner.add(draft)
            accepted.push({ id, subject: step.subject })
          } catch (error) {
            // Not kept, so nobody was told that it was.
            if (!(error instanceof Crash)) throw error
          }
        } else {
          const held = page.runner.queue().find(({ standing }) => standing.kind !== 'waiting')
          if (held && step.isAgain) await page.runner.again(held.id).catch(() => undefined)
          else if (held) {
            givenUp.add(held.id)
            await page.runner.drop(held.id).catch(() => undefined)
          }
        }
      }
      mishaps.length = 0
      await restart()
      for (let round = 0; round < 30; round++) await rest()

      expect(reused).toEqual([])
      expect(new Set(station.applied).size).toBe(station.applied.length)
      const left = page.runner.queue()
      for (const { id } of accepted) {
        const isThere = left.some(one => one.id === id)
        // Applied, still to be seen, or given up by somebody: never gone, never both.
        expect([id, station.applied.includes(id) !== isThere || givenUp.has(id)]).toEqual([id, true])
      }
      // What is left waits for a person: nothing that could go out is still there.
      expect(nextToSend(left)).toBeUndefined()
      for (const subject of SUBJECTS) {
        const order = accepted.filter(one => one.subject === subject).map(({ id }) => id)
        const came = station.applied.filter(id => order.includes(id))
        expect(came).toEqual(order.filter(id => came.includes(id)))
      }
      page.stop()
    }),
    { numRuns: 150 },
  )
})
