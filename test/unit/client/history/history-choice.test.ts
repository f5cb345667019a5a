import { describe, expect, test } from 'vitest'
import { historyChoice, panned, rangeOfChoice, zoomed } from '../../../../client/history/page/history-choice.ts'
import { MAX_EXPORT_SERIES } from '../../../../shared/history/limits.ts'

const choice = (query: string) => historyChoice(new URLSearchParams(query))
const NOW = Date.UTC(2026, 10, 25, 12)
const DAY = 86_400_000

describe('the address of a history', () => {
  test('without anything is a day up to now', () => {
    const empty = choice('')
    expect(empty).toEqual({ series: [], view: 'lines', preset: '24h', from: undefined, to: undefined })
    expect(rangeOfChoice(empty, NOW, undefined)).toEqual({ from: NOW - DAY, to: NOW })
  })
  test('names days of the province, whole', () => {
    const days = choice('from=2026-11-20&to=2026-11-21')
    expect(rangeOfChoice(days, NOW, undefined)).toEqual({
      from: Date.UTC(2026, 10, 19, 17),
      to: Date.UTC(2026, 10, 21, 17) - 1,
    })
  })
  test('of a page in the past ends there', () => {
    expect(rangeOfChoice(choice(`at=${NOW - DAY}`), NOW, undefined)).toEqual({ from: NOW - 2 * DAY, to: NOW - DAY })
  })
  test('that names nonsense shows what it can', () =>
    expect(choice('from=x&to=2026-02-31&view=pie&range=9y')).toMatchObject({
      view: 'lines',
      preset: '24h',
      to: undefined,
    }))
  test('with its ends turned forgets the beginning', () =>
    expect(choice('from=2026-11-22&to=2026-11-20').from).toBeUndefined())
  test(`holds ${MAX_EXPORT_SERIES} series, each once`, () => {
    const ids = Array.from({ length: MAX_EXPORT_SERIES + 1 }, (_, i) => `d${i}.ph`)
    expect(choice(`series=${ids.join(',')}`).series).toEqual(ids.slice(0, MAX_EXPORT_SERIES))
    expect(choice('series=a.ph,a.ph').series).toEqual(['a.ph'])
  })
  test('of all there is begins with the first reading', () =>
    expect(rangeOfChoice(choice('range=all'), NOW, NOW - 90 * DAY).from).toBe(NOW - 90 * DAY))
})

describe('moving about', () => {
  const range = { from: 0, to: 1_000_000 }
  test('zooms around an instant, which stays where it is', () => {
    expect(zoomed(range, 0.5, 250_000, 1_000_000)).toEqual({ from: 125_000, to: 625_000 })
  })
  test('never goes beyond now, and not nearer than a minute', () => {
    expect(panned(range, 0.5, 1_200_000)).toEqual({ from: 200_000, to: 1_200_000 })
    expect(panned(range, -0.5, 1_000_000)).toEqual({ from: -500_000, to: 500_000 })
    const near = zoomed(range, 0.001, 500_000, 1_000_000)
    expect(near.to - near.from).toBe(60_000)
    expect(zoomed(range, 2, 1_000_000, 1_000_000).to).toBe(1_000_000)
  })
})
