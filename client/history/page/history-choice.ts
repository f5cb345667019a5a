// What the history page shows, read from its address. Pure; what an address names wrongly is left out.
import { MAX_EXPORT_SERIES } from '../../../shared/history/limits.ts'
import { endOfDay } from '../../../shared/programme/province-day.ts'

export const VIEWS = ['lines', 'calendar', 'hours', 'table'] as const
export type View = (typeof VIEWS)[number]

const DAY_MS = 86_400_000
export const PRESETS = { '24h': DAY_MS, '7d': 7 * DAY_MS, '30d': 30 * DAY_MS, '1y': 365 * DAY_MS } as const
export type Preset = keyof typeof PRESETS | 'all'
export const PRESET_NAMES = ['24h', '7d', '30d', '1y', 'all'] as const satisfies readonly Preset[]

export type HistoryChoice = {
  readonly series: readonly string[]
  readonly view: View
  /** How far back from the right edge, or a time of its own; undefined = free. */
  readonly preset: Preset | undefined
  /** Epoch milliseconds; undefined = the preset's. */
  readonly from: number | undefined
  /** Undefined = the live edge. */
  readonly to: number | undefined
}

/** A day of the province begins where `from` names it and ends where `to` does; digits are milliseconds. */
function instantOf(text: string | null, side: 'from' | 'to'): number | undefined {
  if (text === null) return undefined
  const end = endOfDay(text)
  if (end !== undefined) return side === 'to' ? end : end - DAY_MS + 1
  const at = /^\d{1,15}$/.test(text) ? Number(text) : text.includes('T') ? Date.parse(text) : Number.NaN
  return Number.isFinite(at) ? at : undefined
}

export function historyChoice(parameters: URLSearchParams): HistoryChoice {
  const series = [...new Set((parameters.get('series') ?? '').split(',').filter(id => id !== ''))]
  const from = instantOf(parameters.get('from'), 'from')
  // A page that stands in the past ends there.
  const to = instantOf(parameters.get('to'), 'to') ?? instantOf(parameters.get('at'), 'to')
  const isTurned = from !== undefined && to !== undefined && from >= to
  return {
    series: series.slice(0, MAX_EXPORT_SERIES),
    view: VIEWS.find(view => view === parameters.get('view')) ?? 'lines',
    preset:
      from === undefined || isTurned ? (PRESET_NAMES.find(one => one === parameters.get('range')) ?? '24h') : undefined,
    from: isTurned ? undefined : from,
    to,
  }
}

export type TimeRange = { readonly from: number; readonly to: number }

/** @param edge the newest instant there can be: server time @param oldest of the first reading, for "all" */
export function rangeOfChoice(choice: HistoryChoice, edge: number, oldest: number | undefined): TimeRange {
  const to = choice.to ?? edge
  const { preset } = choice
  if (choice.from !== undefined) return { from: Math.min(choice.from, to - 1), to }
  if (preset === 'all') return { from: Math.min(oldest ?? to - DAY_MS, to - DAY_MS), to }
  return { from: to - PRESETS[preset ?? '24h'], to }
}

const LEAST_MS = 60_000

/** Nearer (factor < 1) or wider around an instant, never beyond the edge. */
export function zoomed({ from, to }: TimeRange, factor: number, around: number, edge: number): TimeRange {
  const length = Math.max(LEAST_MS, (to - from) * factor)
  const share = (around - from) / (to - from)
  const start = Math.round(around - share * length)
  return panned({ from: start, to: Math.round(start + length) }, 0, edge)
}

/** Moved by a share of its length, never beyond the edge. */
export function panned({ from, to }: TimeRange, share: number, edge: number): TimeRange {
  const by = Math.min(Math.round((to - from) * share), edge - to)
  return { from: from + by, to: to + by }
}

export const addressOfHistory = (series: readonly string[]): string => `/history?series=${series.join(',')}`
