// The plan's target that should be reached by now. Pure.
import type { RecognitionYear } from '../../../shared/programme/recognition-progress.ts'

/** The last year that the plan names until then, and how many villages it wants. */
export function targetOf(
  years: readonly RecognitionYear[],
  day: string,
): { readonly year: number; readonly planned: number } | undefined {
  const named = years.findLast(({ year, hasTarget }) => hasTarget && year <= Number(day.slice(0, 4)))
  return named && named.planned !== null ? { year: named.year, planned: named.planned } : undefined
}
