// How many alarms were raised and how much the programme did along the track, as REST state.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReplayMarks } from '../../shared/replay/api-schema.ts'
import { marksOf } from './past-loading.ts'
import { type RangeName, rangeOf } from './track-range.ts'

export const TRACK_POINTS = 240
const MINUTE_MS = 60_000

/** Undefined until they are here. @param now the present as the station said it last */
export function useTrackMarks(name: RangeName, now: number | undefined): ReplayMarks | undefined {
  const minute = now === undefined ? undefined : Math.floor(now / MINUTE_MS)
  const { data } = useQuery({
    queryKey: ['replay-marks', name, minute],
    enabled: now !== undefined,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<ReplayMarks> => {
      const from = name === 'all' || now === undefined ? undefined : rangeOf(name, now, 0).from
      return marksOf({ from, to: now, points: TRACK_POINTS }, signal)
    },
  })
  return data
}
