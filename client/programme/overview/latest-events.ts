// The newest events of the picture shown: those before the page opened are asked for once, later ones are heard live.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { getJson } from '../../app/rest.ts'
import { type ProgrammeView, useProgrammePicture } from '../programme-hooks.tsx'
import { newestOf } from './newest-of.ts'

/** Ids are shared with other families of events: some further back are asked for, so that enough are the programme's. */
const REACH = 200

/** Newest first; undefined while they are on their way. */
export function useLatestEvents({ state, isPast }: ProgrammeView, count: number): readonly AnyEvent[] | undefined {
  const { recent } = useProgrammePicture()
  const [openedAt] = useState(state.lastId)
  const upTo = isPast ? state.lastId : Math.min(openedAt, state.lastId)
  const { data } = useQuery({
    queryKey: ['programme-events', 'up-to', upTo],
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: async () =>
      (await getJson(`/api/v1/programme/events?after=${Math.max(0, upTo - REACH)}&limit=${REACH}`)) as {
        readonly events: readonly AnyEvent[]
      },
  })
  return data && newestOf([...data.events, ...(isPast ? [] : recent)], state.lastId, count)
}
