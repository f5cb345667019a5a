// How many alarms were raised and how much the programme did along the track, as REST state.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReplayMarks } from '../../shared/replay/api-schema.ts'
import { marksOf } from './past-loading.ts'

export const TRACK_POINTS = 240
const MINUTE_MS = 60_000

/** Undefined until they are here. @param range of the track; without its start, from the first thing on */
export function useTrackMarks(
  range: { readonly from?: number | undefined; readonly to?: number } | undefined,
): ReplayMarks | undefined {
  const toMinute = (at: number | undefined) => (at === undefined ? undefined : Math.floor(at / MINUTE_MS) * MINUTE_MS)
  const [from, to] = [toMinute(range?.from), toMinute(range?.to)]
  const { data } = useQuery({
    queryKey: ['replay-marks', from, to],
    enabled: to !== undefined,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<ReplayMarks> => marksOf({ from, to, points: TRACK_POINTS }, signal),
  })
  return data
}
