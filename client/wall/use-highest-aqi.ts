// The highest VN_AQI of the province or of one village, from the hourly means that the station has. Binds; the rule is in air-figures.
import { useQueries } from '@tanstack/react-query'
import { NOWCAST_HOURS } from '../../shared/vn-aqi.ts'
import { hoursQuery } from '../history/hours-query.ts'
import { airSeries, type HighestAqi, highestAqi } from './air-figures.ts'
import { useJudged } from './tiles/use-judged.ts'

/** Undefined before the first snapshot. */
export function useHighestAqi(villageId: string | undefined): HighestAqi | undefined {
  const now = useJudged()
  const series = now ? airSeries(now.state.catalogue, villageId) : []
  const hours = useQueries({ queries: series.map(({ id }) => hoursQuery(id, now?.serverNow, NOWCAST_HOURS)) })
  return (
    now &&
    highestAqi(
      series,
      hours.map(({ data }) => data),
      now.judged,
    )
  )
}
