// Every event reaches every screen that follows, in order and once, however slow the screen is and whenever it joins.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFollowers, type Follower } from '../../../server/live/followers.ts'
import type { FollowedEvents } from '../../../shared/protocol.ts'

type Row = FollowedEvents['events'][number]
const row = (id: number): Row => ({
  id,
  at: id,
  actor: 'system:test',
  type: 'programme.x',
  subject: 'x',
  data: null,
  hash: `h${id}`,
})

/** A log that others append to; `isBroken` makes reading fail. */
function aLog() {
  const rows: Row[] = []
  const state = { isBroken: false, reads: 0 }
  const log = {
    family: 'programme' as const,
    head: () => rows.at(-1)?.id ?? 0,
    eventsAfter: async (id: number, limit: number) => {
      state.reads++
      if (state.isBroken) throw new Error('the disk')
      return rows.filter(one => one.id > id).slice(0, limit)
    },
    holds: async (id: number, hash: string) => {
      if (state.isBroken) throw new Error('the disk')
      return id === 0 ? hash === '' : rows.some(one => one.id === id && one.hash === hash)
    },
  }
  return { log, state, append: (...ids: number[]) => void rows.push(...ids.map(row)) }
}

/** A screen that answers when told to. */
function aScreen() {
  const got: number[] = []
  const owed: { readonly applied: () => void; readonly silent: () => void }[] = []
  const seen = { isLetGo: false, gaps: 0, unanswered: 0 }
  let last = 0
  const follower: Follower = {
    events: ({ after, events }) => {
      if (after !== last) seen.gaps++
      got.push(...events.map(one => one.id))
      last = got.at(-1) ?? last
      seen.unanswered++
      return new Promise((resolve, reject) => {
        owed.push({ applied: resolve, silent: () => reject(new Error('silent')) })
      })
    },
    letGo: () => {
      seen.isLetGo = true
    },
  }
  const settle = () => new Promise(resolve => setImmediate(resolve))
  return {
    follower,
    got,
    seen,
    startAt: (id: number) => {
      last = id
    },
    answer: async () => {
      seen.unanswered = 0
      for (const one of owed.splice(0)) one.applied()
      await settle()
    },
    stayAway: async () => {
      for (const one of owed.splice(0)) one.silent()
      await settle()
    },
    settle,
  }
}

describe('a screen that follows', () => {
  test('gets what it missed, then what comes, and never a second batch before it answered', async () => {
    const { log, append } = aLog()
    append(1, 3)
    const followers = createFollowers(log)
    const screen = aScreen()
    screen.startAt(1)
    followers.add(1, screen.follower)
    await screen.settle()
    expect(screen.got).toEqual([3])
    append(4)
    followers.tell()
    append(9)
    followers.tell()
    await screen.settle()
    expect(screen.got).toEqual([3])
    await screen.answer()
    expect(screen.got).toEqual([3, 4, 9])
    expect(screen.seen).toMatchObject({ gaps: 0, unanswered: 1 })
  })

  test('far behind, it gets the whole log in batches of 500', async () => {
    const { log, append } = aLog()
    append(...Array.from({ length: 1_001 }, (_, i) => i + 1))
    const followers = createFollowers(log)
    const screen = aScreen()
    followers.add(0, screen.follower)
    await screen.settle()
    expect(screen.got).toHaveLength(500)
    await screen.answer()
    expect(screen.got).toHaveLength(1_000)
    await screen.answer()
    expect(screen.got).toEqual(Array.from({ length: 1_001 }, (_, i) => i + 1))
  })

  test('silent too long, it is let go and owed nothing more', async () => {
    const { log, append } = aLog()
    append(1)
    const followers = createFollowers(log)
    const screen = aScreen()
    followers.add(0, screen.follower)
    await screen.settle()
    await screen.stayAway()
    expect([screen.seen.isLetGo, followers.count()]).toEqual([true, 0])
    append(2)
    followers.tell()
    await screen.settle()
    expect(screen.got).toEqual([1])
  })

  test('is let go when the log cannot be read, and that knocks on nobody else', async () => {
    const { log, state, append } = aLog()
    const followers = createFollowers(log)
    const screen = aScreen()
    followers.add(0, screen.follower)
    await screen.settle()
    state.isBroken = true
    append(1)
    followers.tell()
    await screen.settle()
    expect([screen.seen.isLetGo, followers.count()]).toEqual([true, 0])
    expect(await followers.knows(0, '')).toBe(false)
  })

  test('that stopped gets nothing', async () => {
    const { log, append } = aLog()
    const followers = createFollowers(log)
    const screen = aScreen()
    const stop = followers.add(0, screen.follower)
    stop()
    append(1)
    followers.tell()
    await screen.settle()
    expect([screen.got, followers.count()]).toEqual([[], 0])
  })

  test('is known by the last event it followed and its hash, and by nothing else', async () => {
    const { log, append } = aLog()
    append(5)
    const followers = createFollowers(log)
    expect(await followers.knows(5, 'h5')).toBe(true)
    expect(await followers.knows(0, '')).toBe(true)
    expect(await followers.knows(5, 'h4')).toBe(false)
    expect(await followers.knows(4, 'h4')).toBe(false)
    expect(await followers.knows(0, 'h5')).toBe(false)
  })
})

test('whatever the order of appending, answering and joining, each screen ends with every event once, in order', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('append', 'answer', 'join', 'settle'), { maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, stride) => {
        const { log, append } = aLog()
        const followers = createFollowers(log)
        const screens: ReturnType<typeof aScreen>[] = []
        let id = 0
        for (const step of steps) {
          if (step === 'append') {
            id += stride
            append(id)
            followers.tell()
          } else if (step === 'join') {
            const screen = aScreen()
            screens.push(screen)
            followers.add(0, screen.follower)
          } else if (step === 'answer') for (const one of screens) await one.answer()
          else await new Promise(resolve => setImmediate(resolve))
        }
        for (let i = 0; i < 4; i++) for (const one of screens) await one.answer()
        const all = Array.from({ length: id / stride }, (_, i) => (i + 1) * stride)
        for (const one of screens) {
          expect(one.got).toEqual(all)
          expect(one.seen).toMatchObject({ gaps: 0, isLetGo: false })
        }
      },
    ),
    { numRuns: 60 },
  ))
