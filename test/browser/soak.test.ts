// The wall for some rounds of all its scenes: what was lost comes back, nothing reloads, nothing piles up. The long run is `npm run soak`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIFE_LAPS, runSoak, type SoakResult } from '../soak/soak.ts'

const START_MS = 120_000
/** Two lives of the map after the first one. */
const LAPS = 3 * LIFE_LAPS
const LAP_MS = 30_000
const METRICS = ['contexts', 'documents', 'sockets', 'screens', 'buffers', 'textures', 'nodes', 'detached'] as const
/** Of a few minutes: code is still being compiled and compiled better. The long run has 5 %. */
const SHORT_LIMIT = 0.15

describe('the wall at fifteen times the speed, in the shortest turns', () => {
  let result: SoakResult | undefined
  beforeAll(
    async () => {
      result = await runSoak({
        laps: LAPS,
        scenes: Number.POSITIVE_INFINITY,
        roundsPerLap: 1,
        minutes: Number.POSITIVE_INFINITY,
        speed: 15,
        size: { width: 1_280, height: 720 },
        isDrawn: false,
        say: () => undefined,
      })
    },
    START_MS + LAPS * LAP_MS,
  )
  afterAll(() => {
    result = undefined
  })

  test('was cut off and lost its graphics, and came back every time', () => {
    expect(result?.done.cuts).toBe(LAPS)
    expect(result?.done.contextLosses).toBe(LAPS / LIFE_LAPS)
    expect(result?.done.socketsOpened).toBeGreaterThan(LAPS)
    expect(result?.done.messages).toBeGreaterThan(100)
  })

  test('never loaded itself anew and met no error', () => {
    expect(result?.reloads).toBe(0)
    expect(result?.errors).toEqual([])
  })

  test.each(METRICS)('%s: no drift over the run, nor within a life of the map', id => {
    expect(result?.drifts.get(id)).toMatchObject({ isWithin: true })
    expect(result?.lifeDrifts.get(id)).toMatchObject({ isWithin: true })
  })

  test('listeners and heap do not run away', () => {
    for (const id of ['listeners', 'heap']) expect(result?.drifts.get(id)?.share).toBeLessThanOrEqual(SHORT_LIMIT)
  })
})
