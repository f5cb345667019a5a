import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { floodStage } from '../../../shared/flood.ts'

const ALL = { I: 3.5, II: 4, III: 4.5 }

describe('the flood stage of a water level', () => {
  test('is unknown at a gauge without a verified level', () =>
    expect(floodStage(9, { I: null, II: null, III: null })).toEqual({ kind: 'unknown' }))

  test('is reached exactly at a level and not below it', () => {
    expect(floodStage(3.5, ALL)).toEqual({ kind: 'reached', level: 'I', margin: 0 })
    expect(floodStage(3.499, ALL)).toMatchObject({ kind: 'below', next: 'I' })
    expect(floodStage(4, ALL)).toEqual({ kind: 'reached', level: 'II', margin: 0 })
    expect(floodStage(5, ALL)).toEqual({ kind: 'reached', level: 'III', margin: 0.5 })
    expect(floodStage(3, ALL)).toEqual({ kind: 'below', next: 'I', margin: -0.5 })
  })

  test('skips an unverified level instead of guessing it', () => {
    const levels = { I: 1.5, II: null, III: 2.5 }
    expect(floodStage(2.25, levels)).toEqual({ kind: 'reached', level: 'I', margin: 0.75 })
    expect(floodStage(2.5, levels)).toEqual({ kind: 'reached', level: 'III', margin: 0 })
  })

  test('below the lowest verified level names that level, even if it is not the first', () => {
    expect(floodStage(1, { I: null, II: 2, III: null })).toEqual({ kind: 'below', next: 'II', margin: -1 })
    expect(floodStage(1, { I: null, II: null, III: 3 })).toEqual({ kind: 'below', next: 'III', margin: -2 })
  })

  test('never names a level that was not verified', () => {
    const level = fc.option(fc.double({ min: -5, max: 10, noNaN: true }), { nil: null })
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 10, noNaN: true }),
        fc.record({ I: level, II: level, III: level }),
        (metres, levels) => {
          const stage = floodStage(metres, levels)
          if (stage.kind === 'unknown') expect(levels).toEqual({ I: null, II: null, III: null })
          else expect(levels[stage.kind === 'reached' ? stage.level : stage.next]).not.toBeNull()
        },
      ),
    )
  })
})
