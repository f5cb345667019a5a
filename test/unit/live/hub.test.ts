import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHub, type Hub, type Screen } from '../../../server/live/hub.ts'
import { createLatest } from '../../../server/live/latest.ts'
import { decodeFrame, type FrameColumns } from '../../../shared/frame.ts'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import { createPicture, type Picture } from '../../support/picture.ts'

const SERIES = 10
const entry = (n: number, village: string): CatalogueSeries => ({
  n,
  id: `device.q${n}`,
  device: 'device',
  deviceName: 'Trạm thử',
  village,
  quantity: `q${n}`,
  unit: 'm',
  lon: 105.8,
  lat: 10.5,
  intervalMs: 10_000,
  source: 'measured',
})
/** Even series belong to one village, odd ones to another. */
const CATALOGUE = Array.from({ length: SERIES }, (_, n) => entry(n, n % 2 === 0 ? 'even' : 'odd'))
const SCOPES: Readonly<Record<string, ReadonlySet<string>>> = {
  province: new Set(['even', 'odd']),
  'village:even': new Set(['even']),
  'village:empty': new Set(),
}
const aHub = (): Hub => {
  const hub = createHub({ latest: createLatest(), epoch: 7, now: () => 0, villagesOf: scope => SCOPES[scope] })
  hub.setCatalogue(CATALOGUE)
  return hub
}
const columns = (...all: readonly (readonly [n: number, t: number, v: number])[]): FrameColumns => ({
  n: Uint32Array.from(all, one => one[0]),
  t: Float64Array.from(all, one => one[1]),
  v: Float64Array.from(all, one => one[2]),
  q: new Uint8Array(all.length),
})

/** A screen that answers a frame when told to; `gaps` counts frames that didn't fit what it held. */
function aScreen(picture: Picture = createPicture()) {
  const owed: { readonly applied: () => void; readonly silent: (error: Error) => void }[] = []
  const state = { frames: 0, readings: 0, gaps: 0, catalogues: 0, snapshots: 0, isLetGo: false }
  const screen: Screen = {
    catalogue: body => {
      state.catalogues++
      picture.catalogue(body)
    },
    snapshot: body => {
      state.snapshots++
      picture.snapshot(body)
    },
    frame: body => {
      state.frames++
      const frame = decodeFrame(body)
      state.readings = typeof frame === 'string' ? -1 : frame.n.length
      if (!picture.frame(body)) state.gaps++
      return new Promise((applied, silent) => owed.push({ applied, silent }))
    },
    letGo: () => {
      state.isLetGo = true
    },
  }
  const answer = async () => {
    owed.shift()?.applied()
    await Promise.resolve()
    await Promise.resolve()
  }
  const fallSilent = async () => {
    owed.shift()?.silent(new Error('no answer'))
    await Promise.resolve()
    await Promise.resolve()
  }
  return { screen, picture, state, answer, fallSilent, unanswered: () => owed.length }
}

describe('a screen', () => {
  test('gets catalogue and snapshot when it comes, then only what changed', async () => {
    const hub = aHub()
    hub.publish(columns([0, 1, 10], [1, 1, 11]))
    hub.flush()
    const wall = aScreen()
    hub.watch('province', wall.screen)
    expect(wall.picture.values()).toEqual({ 'device.q0': { t: 1, v: 10, q: 0 }, 'device.q1': { t: 1, v: 11, q: 0 } })
    hub.flush()
    expect(wall.state.frames).toBe(0)
    hub.publish(columns([1, 2, 12]))
    hub.flush()
    expect(wall.state).toMatchObject({ frames: 1, readings: 1, gaps: 0 })
    expect(wall.picture.values()['device.q1']).toEqual({ t: 2, v: 12, q: 0 })
    await wall.answer()
    hub.flush()
    expect(wall.state.frames).toBe(1)
  })

  test('never has a second frame unanswered, and then gets one that holds each series once', async () => {
    const hub = aHub()
    const slow = aScreen()
    hub.watch('province', slow.screen)
    for (let t = 1; t <= 50; t++) {
      hub.publish(columns([0, t, t], [1, t, -t]))
      hub.flush()
    }
    expect(slow.state.frames).toBe(1)
    await slow.answer()
    hub.flush()
    expect(slow.state).toMatchObject({ frames: 2, readings: 2, gaps: 0 })
    expect(slow.picture.values()['device.q0']).toEqual({ t: 50, v: 50, q: 0 })
    expect(hub.figures()).toMatchObject({ framesSent: 2, framesMerged: 1, seq: 50 })
  })

  test('is shown nothing of villages outside its scope, and not even a frame when only those have news', () => {
    const hub = aHub()
    const village = aScreen()
    hub.watch('village:even', village.screen)
    hub.publish(columns([1, 1, 1]))
    hub.flush()
    expect(village.state.frames).toBe(0)
    hub.publish(columns([1, 2, 1], [2, 2, 5]))
    hub.flush()
    expect(village.picture.values()).toEqual({ 'device.q2': { t: 2, v: 5, q: 0 } })
    expect(village.picture.seriesIds()).toEqual([0, 2, 4, 6, 8].map(n => `device.q${n}`))
  })

  test('that stays silent is let go and owed nothing more', async () => {
    const hub = aHub()
    const dead = aScreen()
    hub.watch('province', dead.screen)
    hub.publish(columns([0, 1, 1]))
    hub.flush()
    await dead.fallSilent()
    expect(dead.state.isLetGo).toBe(true)
    expect(hub.figures().screens).toBe(0)
    hub.publish(columns([0, 2, 1]))
    hub.flush()
    expect(dead.state.frames).toBe(1)
  })

  test('that left is forgotten, whether or not its last frame is still answered', async () => {
    const hub = aHub()
    const wall = aScreen()
    const stop = hub.watch('province', wall.screen)
    hub.publish(columns([0, 1, 1]))
    hub.flush()
    stop?.()
    expect(hub.figures().screens).toBe(0)
    await wall.answer()
    hub.setCatalogue([])
    hub.publish(columns([0, 2, 2]))
    hub.flush()
    expect(wall.state).toMatchObject({ frames: 1, catalogues: 1 })
  })

  test('of an unknown scope gets nothing at all', () => {
    const hub = aHub()
    const nobody = aScreen()
    expect(hub.watch('village:nowhere', nobody.screen)).toBeUndefined()
    expect(hub.figures().screens).toBe(0)
    expect(nobody.state.catalogues).toBe(0)
  })
})

describe('a new catalogue', () => {
  test('comes with a snapshot to every screen at once', () => {
    const hub = aHub()
    const wall = aScreen()
    hub.watch('province', wall.screen)
    hub.setCatalogue([...CATALOGUE, entry(2_000, 'odd')])
    hub.publish(columns([2_000, 1, 5]))
    hub.flush()
    expect(wall.state).toMatchObject({ catalogues: 2, snapshots: 2, gaps: 0 })
    expect(wall.picture.values()).toEqual({ 'device.q2000': { t: 1, v: 5, q: 0 } })
  })

  test('waits for the answer of a screen that has a frame to apply, and no frame of the new series goes before it', async () => {
    const hub = aHub()
    const slow = aScreen()
    hub.watch('province', slow.screen)
    hub.publish(columns([0, 1, 1]))
    hub.flush()
    hub.setCatalogue([...CATALOGUE, entry(11, 'odd')])
    hub.publish(columns([11, 2, 5]))
    hub.flush()
    expect(slow.state).toMatchObject({ catalogues: 1, frames: 1 })
    await slow.answer()
    hub.flush()
    expect(slow.state).toMatchObject({ catalogues: 2, snapshots: 2 })
    expect(slow.picture.values()['device.q11']).toEqual({ t: 2, v: 5, q: 0 })
  })
})

test('fast and slow screens end with the same picture, the newest reading of every series, without a gap', async () => {
  const step = fc.record({
    readings: fc.array(fc.tuple(fc.nat(SERIES - 1), fc.integer({ min: 1, max: 50 }), fc.integer()), { maxLength: 4 }),
    flushes: fc.boolean(),
    slowAnswers: fc.boolean(),
    joins: fc.boolean(),
    catalogue: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
      const hub = aHub()
      const fast = aScreen()
      const slow = aScreen()
      const joined: ReturnType<typeof aScreen>[] = []
      hub.watch('province', fast.screen)
      hub.watch('province', slow.screen)
      const newest: Record<string, { t: number; v: number; q: number }> = {}
      const answerAll = async () => {
        for (const one of [fast, slow, ...joined]) while (one.unanswered() > 0) await one.answer()
      }
      for (const { readings, flushes, slowAnswers, joins, catalogue } of steps) {
        for (const [n, t, v] of readings)
          if (!((newest[`device.q${n}`]?.t ?? 0) >= t)) newest[`device.q${n}`] = { t, v, q: 0 }
        if (readings.length > 0) hub.publish(columns(...readings))
        if (catalogue) hub.setCatalogue(CATALOGUE)
        if (joins) {
          const late = aScreen()
          hub.watch('province', late.screen)
          joined.push(late)
        }
        if (flushes) hub.flush()
        expect(slow.unanswered()).toBeLessThanOrEqual(1)
        while (fast.unanswered() > 0) await fast.answer()
        if (slowAnswers) await slow.answer()
      }
      for (let i = 0; i < 3; i++) {
        await answerAll()
        hub.flush()
      }
      for (const one of [fast, slow, ...joined]) {
        expect(one.picture.values()).toEqual(newest)
        expect(one.state.gaps).toBe(0)
      }
    }),
    { numRuns: 150 },
  )
})
