// The scorecard's page: periods, how figures are written, and that what nobody knows is never a number.
import { createInstance } from 'i18next'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { PriorityBars } from '../../../../client/alarms/charts/priority-bars.tsx'
import { FigureGroups } from '../../../../client/alarms/scorecard/figure-groups.tsx'
import { figureText, shareText, targetWords } from '../../../../client/alarms/scorecard/figure-words.ts'
import { LoadChart } from '../../../../client/alarms/scorecard/load-chart.tsx'
import { MAX_PERIOD_DAYS, periodChoice, periodOf } from '../../../../client/alarms/scorecard/scorecard-period.ts'
import { vi } from '../../../../client/alarms/words/vi.ts'
import { createScorecard } from '../../../../shared/alarms/scorecard.ts'
import type { ScorecardFigures } from '../../../../shared/alarms/scorecard-figures.ts'
import { SCORECARD_TARGETS } from '../../../../shared/alarms/scorecard-targets.ts'
import { EMPTY_ALARM_STATE } from '../../../../shared/alarms/state.ts'
import { aDraft, after, aRule, eventsOf, NOON } from '../../alarms/sample.ts'
import { wordsIn } from './rules-sample.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

const i18n = createInstance()
beforeAll(() =>
  i18n.init({
    lng: 'vi',
    defaultNS: 'alarms',
    resources: { vi: { alarms: vi } },
    interpolation: { escapeValue: false },
    initAsync: false,
  }),
)
const draw = (element: ReactElement): string =>
  plain(renderToStaticMarkup(createElement(I18nextProvider, { i18n }, element)))

describe('the period', () => {
  const choice = (search: string) => periodChoice(new URLSearchParams(search))
  const days = (search: string) => periodOf(choice(search), '2026-11-25')

  test('is seven days with today unless the address says otherwise', () => {
    expect(days('')).toEqual({ from: '2026-11-19', to: '2026-11-25' })
    expect(days('period=today')).toEqual({ from: '2026-11-25', to: '2026-11-25' })
    expect(days('period=30')).toEqual({ from: '2026-10-27', to: '2026-11-25' })
    expect(days('period=fortnight')).toEqual(days(''))
  })
  test('of one’s own needs both days, in their order, and no more than the station takes', () => {
    const own = (from: string, to: string) => days(`period=own&from=${from}&to=${to}`)
    expect(own('2026-11-01', '2026-11-01')).toEqual({ from: '2026-11-01', to: '2026-11-01' })
    expect(own('2026-11-02', '2026-11-01')).toBeUndefined()
    expect(own('2026-02-30', '2026-11-01')).toBeUndefined()
    expect(days('period=own&from=2026-11-01')).toBeUndefined()
    expect(MAX_PERIOD_DAYS).toBe(366)
    expect(own('2025-11-25', '2026-11-25')).toBeDefined()
    expect(own('2025-11-24', '2026-11-25')).toBeUndefined()
  })
})

describe('a figure', () => {
  test.each([
    ['perTenMinutes', 0, '0'],
    ['perTenMinutes', 0.004, '< 0,01'],
    ['perTenMinutes', 0.42, '0,42'],
    ['perDay', 150, '150'],
    ['perDay', 12.34, '12,3'],
    ['perDay', 149.6, '150'],
    ['stale', 3, '3'],
    ['floodShare', 0.052, '5,2 %'],
  ] as const)('%s of %d is written “%s”', (name, value, text) => expect(plain(figureText(name, value))).toBe(text))

  test.each([
    [0, '0 %'],
    [0.000_4, '< 0,1 %'],
    [0.001, '0,1 %'],
    [0.5, '50 %'],
    [0.999_6, '> 99,9 %'],
    [1, '100 %'],
  ])('a share of %d is written “%s”: little is not nothing, and almost all not all', (share, text) =>
    expect(plain(shareText(share))).toBe(text),
  )
  test('says its target and its limit in the way they are meant', () => {
    const t = wordsIn('vi')
    const words = (name: keyof typeof SCORECARD_TARGETS) => plain(targetWords(t, name, SCORECARD_TARGETS[name]))
    expect(words('perTenMinutes')).toBe('mục tiêu không quá 1 · giới hạn 2')
    expect(words('floodShare')).toBe('mục tiêu dưới 1 %')
    expect(words('lowShare')).toBe('mục tiêu ít nhất 80 %')
  })
})

/** A day on which one alarm was raised at noon, or nothing was watched. */
function figuresOf(isWatched: boolean): ScorecardFigures {
  const before = isWatched ? after([], [aRule()], NOON - DAY_MS) : EMPTY_ALARM_STATE
  const scorecard = createScorecard({ from: NOON - 12 * HOUR_MS, to: NOON + 12 * HOUR_MS, before })
  if (isWatched) for (const event of eventsOf(before.lastId, [aDraft('alarm.raised')])) scorecard.take(event)
  return scorecard.figures(NOON + HOUR_MS)
}
const drawn = (figures: ScorecardFigures) =>
  draw(createElement('div', {}, createElement(FigureGroups, { figures }), createElement(LoadChart, { figures })))

describe('the page', () => {
  test('says of every figure that there is no data when nothing was watched, and no number', () => {
    const html = draw(createElement(FigureGroups, { figures: figuresOf(false) }))
    const values = [...html.matchAll(/data-unknown="(true|false)">([^<]*)/g)]
    expect(values).toHaveLength(Object.keys(SCORECARD_TARGETS).length - 3)
    for (const [, isUnknown, text] of values) expect([isUnknown, text]).toEqual(['true', 'chưa có dữ liệu'])
    expect(html).not.toContain('Đạt')
  })
  test('shows value, verdict by word and shape, target and source of what is known', () => {
    const figures = figuresOf(true)
    const html = drawn(figures)
    expect(figures.annunciations).toBe(1)
    expect(html).toContain('>1<')
    expect(html).toContain('Đạt')
    expect(html).toContain('data-state="done"')
    expect(html).toContain('mục tiêu không quá 10')
    expect(html).toContain(figures.figures.answeredInTime.source.vi)
    expect(html).toContain('1 lần trong 10 phút')
  })
  test('hatches the hours in which nothing was watched', () => {
    const bars = [...drawn(figuresOf(false)).matchAll(/class="[^"]*" data-unknown="(true|false)"/g)].map(([, is]) => is)
    expect(bars.filter(is => is === 'false')).toEqual([])
    expect(bars.length).toBeGreaterThan(0)
  })
})

describe('a chart', () => {
  const chart = (counts: readonly number[], limits: readonly number[]) =>
    draw(
      createElement(PriorityBars, {
        label: 'Cảnh báo',
        bars: counts.map((low, n) => ({ low, medium: 0, high: 1, key: String(n), title: `Ngày ${n}`, label: `${n}` })),
        limits: limits.map(at => ({ at, words: `mức ${at}` })),
        tableWords: 'Bảng',
        titleWords: 'Ngày',
        totalWords: 'Tổng',
        unknownWords: 'chưa có',
      }),
    )
  test('draws no line that all bars lie far below, but for the lowest', () => {
    const html = chart([1, 2], [60, 6, 12])
    expect(html).toContain('mức 6')
    expect(html).not.toContain('mức 12')
    expect(chart([1, 99], [6, 150])).toContain('mức 150')
    expect(chart([1, 99], [6, 151])).not.toContain('mức 151')
  })
  test('names as many bars as there is room for, and always the last', () => {
    const named = (bars: number) =>
      [...chart(Array<number>(bars).fill(1), []).matchAll(/data-turn="[01]">(\d+)</g)].map(([, label]) => Number(label))
    expect(named(8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(named(9)).toEqual([0, 2, 4, 6, 8])
    expect(named(92).at(-1)).toBe(91)
    expect(named(92).length).toBeLessThanOrEqual(8)
  })
  test('keeps every figure in a table for those who do not see it', () => {
    const html = chart([3, 0], [])
    expect(html).toContain('<th scope="row">Ngày 0</th><td>1</td><td>0</td><td>3</td><td>4</td>')
    expect(html).toContain('aria-label="Cảnh báo: Tổng 5"')
  })
})
