// What every tile of the field asks first: the live values and the moment they are judged for.
import { useMoment } from '../../live/live-hooks.tsx'
import type { LiveState } from '../../live/live-state.ts'
import type { Judged } from '../../overview/extremes.ts'
import { useOverview } from '../../overview/overview-hooks.ts'

/** Undefined before the first snapshot. */
export function useJudged():
  | { readonly state: LiveState; readonly judged: Judged; readonly serverNow: number }
  | undefined {
  const { state, serverNow } = useMoment()
  const overview = useOverview()
  return overview && serverNow !== undefined ? { state, judged: overview, serverNow } : undefined
}
