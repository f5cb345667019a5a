// How fresh a tile of the programme is, and whether what it says was made up.
import type { Freshness } from '../../../shared/freshness.ts'
import type { ProgrammeOverview } from '../../../shared/programme/overview.ts'
import type { Source } from '../../../shared/reading.ts'
import { useMoment } from '../../live/live-hooks.tsx'

const SIMULATED: ReadonlySet<Source> = new Set(['simulated'])
const ENTERED: ReadonlySet<Source> = new Set(['manual'])

/** The programme is as fresh as the link that brings its events; simulated is only what a simulated office wrote. */
export function useProgrammeTile(
  overview: ProgrammeOverview | undefined,
  isMadeUp: (overview: ProgrammeOverview) => boolean,
) {
  const { link } = useMoment()
  const freshness: Freshness = overview === undefined ? 'none' : link.kind === 'lost' ? 'stale' : 'live'
  return { freshness, sources: overview && isMadeUp(overview) ? SIMULATED : ENTERED }
}
