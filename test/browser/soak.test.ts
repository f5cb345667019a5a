// The wall for half an hour of its own time within a minute and a half: what was lost comes back, nothing reloads, nothing piles up.
// The long run is `npm run soak`; here code is still being compiled and caches fill.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runSoak, type SoakResult } from '../soak/soak.ts'

const SPEED = 20
const MINUTES = 1.25
const START_MS = 120_000
/** Scenes differ by less; the limit of 5 % is for the long run, which compares one scene with itself. */
const SHORT_LIMIT = 0.25

describe('the wall at twenty times the speed', () => {
  let result: SoakResult | undefined
  beforeAll(
    async () => {
      result = await runSoak({
        minutes: MINUTES,
        speed: SPEED,
        path: '/wall',
        size: { width: 1_280, height: 720 },
        isDrawn: false,
        samples: 10,
        isOneScene: false,
        say: () => undefined,
      })
    },
    START_MS + 2 * MINUTES * 60_000,
  )
  afterAll(() => {
    result = undefined
  })
  const shares = () => Object.fromEntries([...(result?.drifts ?? [])].map(([id, { share }]) => [id, share]))

  test('was cut off and lost its graphics, and came back every time', () => {
    expect(result?.done.cuts).toBeGreaterThan(0)
    expect(result?.done.contextLosses).toBeGreaterThan(0)
    expect(result?.done.socketsOpened).toBeGreaterThan(result?.done.cuts ?? 0)
    expect(result?.done.messages).toBeGreaterThan(100)
  })

  test('never loaded itself anew and met no error', () => {
    expect(result?.reloads).toBe(0)
    expect(result?.errors).toEqual([])
  })

  test('holds no more contexts and documents than at the beginning, and one socket', () => {
    const { contexts, documents } = shares()
    expect(contexts).toBeLessThanOrEqual(0)
    expect(documents).toBeLessThanOrEqual(0)
    expect(result?.drifts.get('sockets')?.last).toBeLessThanOrEqual(1)
  })

  test('listeners and heap do not run away', () => {
    const { listeners, heap } = shares()
    expect(listeners).toBeLessThanOrEqual(SHORT_LIMIT)
    expect(heap).toBeLessThanOrEqual(SHORT_LIMIT)
  })
})
