// Reads the figures of a period from the station, again every minute while the page stands.
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import { getJson } from '../../app/rest.ts'
import type { Period } from './scorecard-period.ts'

const REFRESH_MS = 60_000

export const scorecardKey = (period: Period | undefined) => ['alarm-scorecard', period?.from, period?.to] as const

export const useScorecard = (period: Period | undefined): UseQueryResult<ScorecardFigures> =>
  useQuery({
    queryKey: scorecardKey(period),
    enabled: period !== undefined,
    queryFn: async ({ signal }) =>
      (await getJson(`/api/v1/alarms/scorecard?from=${period?.from}&to=${period?.to}`, signal)) as ScorecardFigures,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  })
