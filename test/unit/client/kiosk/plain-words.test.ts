// What readings mean for people: never more than the bands say, and nothing of what is old.
import { assert, constantFrom, double, property } from 'fast-check'
import { expect, test } from 'vitest'
import { airMeaning, waterMeaning } from '../../../../client/kiosk/plain-words.ts'
import { floodStage } from '../../../../shared/flood.ts'

const LEVELS = { I: 1.9, II: null, III: 2.3 }
const live = (metres: number) => waterMeaning({ stage: floodStage(metres, LEVELS), freshness: 'live' })

test('water under, at and over the alarm levels that are verified', () => {
  expect(live(1.5)).toMatchObject({ kind: 'below', mark: 'normal', level: 'I' })
  expect(live(1.9)).toEqual({ kind: 'reached', mark: 'caution', level: 'I', margin: 0 })
  expect(live(2.2)).toMatchObject({ kind: 'reached', level: 'I' })
  expect(live(2.3)).toMatchObject({ kind: 'reached', mark: 'critical', level: 'III' })
  expect(waterMeaning({ stage: floodStage(9, { I: null, II: null, III: null }), freshness: 'live' }).kind).toBe(
    'unknown',
  )
  expect(waterMeaning(undefined).kind).toBe('none')
})

test('an old reading says nothing of now, however high it was', () => {
  assert(
    property(double({ min: -5, max: 20, noNaN: true }), constantFrom('stale', 'dead'), (metres, freshness) => {
      expect(waterMeaning({ stage: floodStage(metres, LEVELS), freshness: freshness as 'stale' }).kind).toBe('old')
    }),
  )
})

test('air without an index has no band', () => {
  for (const kind of ['none', 'loading', 'insufficient'] as const)
    expect(airMeaning({ kind })).toEqual({ kind, mark: 'dead' })
})
