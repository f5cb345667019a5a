// Flood stage of a water level against a gauge's alarm levels (báo động I–III, QĐ 05/2020/QĐ-TTg). Pure.
import type { Gauge } from './registry.ts'

export type FloodStage =
  /** No verified level at this gauge: "chưa có ngưỡng". */
  | { readonly kind: 'unknown' }
  /** Below the lowest verified level; `next` says which one and `margin` (m, negative) how far. */
  | { readonly kind: 'below'; readonly next: 'I' | 'II' | 'III'; readonly margin: number }
  /** At or above a level by `margin` metres. */
  | { readonly kind: 'reached'; readonly level: 'I' | 'II' | 'III'; readonly margin: number }

/** Only verified levels count; an unverified one in between is skipped, never guessed. */
export function floodStage(metres: number, levels: Gauge['levels']): FloodStage {
  const known = (['III', 'II', 'I'] as const).flatMap(name => {
    const at = levels[name]
    return at === null ? [] : [{ name, at }]
  })
  const lowest = known.at(-1)
  if (!lowest) return { kind: 'unknown' }
  const reached = known.find(level => metres >= level.at)
  return reached
    ? { kind: 'reached', level: reached.name, margin: metres - reached.at }
    : { kind: 'below', next: lowest.name, margin: metres - lowest.at }
}

/** 0 below every verified level, else 1 to 3; undefined where none is verified. Higher is worse. */
export function floodRank(stage: FloodStage): 0 | 1 | 2 | 3 | undefined {
  if (stage.kind === 'unknown') return undefined
  return stage.kind === 'below' ? 0 : RANK[stage.level]
}
const RANK = { I: 1, II: 2, III: 3 } as const
