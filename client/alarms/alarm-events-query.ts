// Reads the alarms' events from the station, newest first: of all alarms within a time, of one, or of one rule.
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Alarm } from '../../shared/alarms/state.ts'
import { getJson } from '../app/rest.ts'
import type { LoggedEvent } from '../programme/events-query.ts'

export type AlarmEventsQuery = {
  readonly alarm?: string | undefined
  readonly rule?: string | undefined
  /** Only events with a smaller id. */
  readonly before?: number | undefined
  /** Epoch milliseconds, inclusive. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly limit: number
}
export type AlarmEventsPage = {
  readonly events: readonly LoggedEvent[]
  /** `before` of the next page; null on the last. */
  readonly next: number | null
}

export async function readAlarmEvents(query: AlarmEventsQuery, signal?: AbortSignal): Promise<AlarmEventsPage> {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value))
  return (await getJson(`/api/v1/alarms/events?${parameters}`, signal)) as AlarmEventsPage
}

/** The newest of one alarm; the history has all. */
const MAX_TOLD = 100

/** Asked for again when something happens to it; until then what is there stays. */
export function useAlarmEvents({ id, version }: Pick<Alarm, 'id' | 'version'>): UseQueryResult<readonly LoggedEvent[]> {
  return useQuery({
    queryKey: ['alarm-events', id, version],
    staleTime: Infinity,
    queryFn: async () => (await readAlarmEvents({ alarm: id, limit: MAX_TOLD })).events,
    placeholderData: (held, query) => (query?.queryKey[1] === id ? held : undefined),
  })
}
