// Reads channels and messages from the station, and puts a dead message back into its queue.

import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ChannelsReply, OutboxReply } from '../../../shared/alarms/notify-schema.ts'
import { getJson } from '../../app/rest.ts'
import { stationFetch } from '../../app/station-fetch.ts'
import type { OutboxTab } from './outbox-choice.ts'

const PAGE = 50
/** Messages come and go by themselves while one looks. */
const REFRESH_MS = 5_000
const ROOT = '/api/v1/alarms'
const KEY = 'alarm-outbox'

export const useChannels = (): UseQueryResult<ChannelsReply> =>
  useQuery({
    queryKey: [KEY, 'channels'],
    queryFn: async () => (await getJson(`${ROOT}/channels`)) as ChannelsReply,
    refetchInterval: REFRESH_MS,
  })

type Asked = { readonly tab: OutboxTab; readonly channel: string | undefined; readonly before: number | undefined }

export function useMessages({ tab, channel, before }: Asked): UseQueryResult<OutboxReply> {
  return useQuery({
    queryKey: [KEY, 'messages', tab, channel, before],
    queryFn: async () => {
      const parameters = new URLSearchParams({ limit: String(PAGE) })
      if (tab !== 'all') parameters.set('state', tab)
      if (channel !== undefined) parameters.set('channel', channel)
      if (before !== undefined) parameters.set('before', String(before))
      return (await getJson(`${ROOT}/outbox?${parameters}`)) as OutboxReply
    },
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  })
}

/** Resolves to the ids that are back in the queue; the others couldn't be put there. */
export function useRetry(): (ids: readonly number[]) => Promise<readonly number[]> {
  const client = useQueryClient()
  return async ids => {
    const done: number[] = []
    // One after the other: the station limits how fast anybody may ask.
    for (const id of ids) if (await retry(id)) done.push(id)
    await client.invalidateQueries({ queryKey: [KEY] })
    return done
  }
}

async function retry(id: number): Promise<boolean> {
  try {
    return (await stationFetch(`${ROOT}/outbox/${id}/retry`, { method: 'POST' })).ok
  } catch {
    return false
  }
}
