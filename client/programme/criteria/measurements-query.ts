// The figures that the station measures itself for a set's indicators, as they are now.
import { useQuery } from '@tanstack/react-query'
import type { Measurement } from '../../../shared/programme/api-schema.ts'
import { getJson } from '../../app/rest.ts'

/** They are counted over days: a minute changes little. */
const FRESH_MS = 60_000

/** Undefined while it is on its way, or when nothing is measured for the indicator. */
export function useMeasurement(
  set: string,
  village: string,
  indicator: string,
  isWanted: boolean,
): Measurement | undefined {
  const { data } = useQuery({
    queryKey: ['programme-measurements', set],
    enabled: isWanted,
    staleTime: FRESH_MS,
    queryFn: async () =>
      (await getJson(`/api/v1/programme/measurements?set=${encodeURIComponent(set)}`)) as {
        readonly measurements: readonly Measurement[]
      },
  })
  return data?.measurements.find(one => one.village === village && one.indicator === indicator)
}
