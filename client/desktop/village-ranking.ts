// The villages in the order in which a leader looks at them: the worst state first, then the fewest stations heard, then the plan's order. Pure.
import type { Village } from '../../shared/registry.ts'
import type { VillageOverview } from '../overview/overview.ts'
import { MARKS_WORST_FIRST } from '../overview/stations.ts'

/** A village nothing is known of comes last: unknown isn't worse than wrong. */
export function rankedVillages<V extends Pick<Village, 'id' | 'order'>>(
  villages: readonly V[],
  overviews: ReadonlyMap<string, Pick<VillageOverview, 'mark' | 'online' | 'total'>> | undefined,
): readonly V[] {
  const rank = (village: V): readonly [number, number] => {
    const one = overviews?.get(village.id)
    if (!one?.mark) return [MARKS_WORST_FIRST.length, 1]
    return [MARKS_WORST_FIRST.indexOf(one.mark), one.online / one.total]
  }
  return [...villages].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    return left[0] - right[0] || left[1] - right[1] || a.order - b.order
  })
}
