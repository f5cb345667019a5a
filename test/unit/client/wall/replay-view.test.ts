// What a wall shows of an incident: the scene of its place where it may, the note in letters that fit, and what of now must not be missed.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandHeight, noteSize } from '../../../../client/wall/replay/replay-band-size.ts'
import { presentOf } from '../../../../client/wall/replay/replay-present.ts'
import { replayView } from '../../../../client/wall/replay/replay-scene.ts'
import { WALL_FOLLOWS } from '../../../../client/wall/wall-follows.ts'
import { DESK_LIMITS } from '../../../../shared/desk/limits.ts'

const VILLAGES = ['my-dong', 'dinh-yen']
const TYPE = { label: 31, value: 39, headline: 59 }

describe('the scene', () => {
  test('is the village of the incident, and the map goes there', () =>
    expect(replayView({ village: 'my-dong' }, VILLAGES, WALL_FOLLOWS)).toEqual({
      scene: { scene: 'village', villageId: 'my-dong' },
      camera: { kind: 'village', villageId: 'my-dong' },
    }))

  test('is the overview for the whole province, and for a village that is none any more', () => {
    const whole = { scene: { scene: 'overview' }, camera: { kind: 'province' } }
    expect(replayView({ village: null }, VILLAGES, WALL_FOLLOWS)).toEqual(whole)
    expect(replayView({ village: 'lang-la' }, VILLAGES, WALL_FOLLOWS)).toEqual(whole)
  })

  test('is the water where the display may not follow more; the map goes there all the same', () =>
    expect(replayView({ village: 'my-dong' }, VILLAGES, [])).toEqual({
      scene: { scene: 'water' },
      camera: { kind: 'village', villageId: 'my-dong' },
    }))
})

describe('the note', () => {
  test('is large while two lines hold it, one letter more and it is set smaller', () => {
    const width = 1_000
    const most = Math.floor((2 * (width - 2 * TYPE.label)) / (0.6 * TYPE.value))
    expect(noteSize(width, TYPE, most)).toEqual({ size: 'value', lines: 2 })
    expect(noteSize(width, TYPE, most + 1).size).toBe('label')
    expect(noteSize(width, TYPE, 0)).toEqual({ size: 'value', lines: 1 })
  })

  test('the longest that may be written fits a wall, and leaves most of the screen to the picture', () => {
    const note = noteSize(1_920, TYPE, DESK_LIMITS.annotationText.max)
    expect(note).toEqual({ size: 'label', lines: 6 })
    expect(bandHeight({ width: 1_920 }, TYPE, note)).toBeLessThan(1_080 * 0.4)
  })

  test('a longer one never takes less room', () =>
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 640, max: 4_000 }), (a, b, width) => {
        const height = (length: number) => bandHeight({ width }, TYPE, noteSize(width, TYPE, length))
        const room = noteSize(width, TYPE, Math.max(a, b)).size === noteSize(width, TYPE, Math.min(a, b)).size
        return !room || height(Math.min(a, b)) <= height(Math.max(a, b))
      }),
    ))
})

test('of now it says what it knows: nothing where all is calm, and that it can’t know without the link', () => {
  const live = { kind: 'live' } as const
  expect(presentOf(live, undefined)).toEqual({ kind: 'calm' })
  expect(presentOf({ kind: 'lost', since: 5 }, undefined)).toEqual({ kind: 'unknown' })
})
