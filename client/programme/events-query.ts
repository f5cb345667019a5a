// Reads events of the log from the station: those about one subject, and those before an event. Nothing after what the page shows.
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { AnyEvent } from '../../shared/programme/event.ts'
import { getJson } from '../app/rest.ts'
import type { ProgrammeView } from './programme-hooks.tsx'

export type LoggedEvent = AnyEvent & { readonly hash: string }
type Reply = { readonly events: readonly LoggedEvent[] }

/** The newest of one subject; more than anybody reads through. */
export const MAX_SUBJECT_EVENTS = 500

const PATH = '/api/v1/programme/events'

const read = async (
  parameters: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<readonly LoggedEvent[]> =>
  ((await getJson(`${PATH}?${new URLSearchParams(parameters)}`, signal)) as Reply).events

/** Newest first, each with an id below `before`. */
export const readBefore = (before: number, limit: number, signal?: AbortSignal): Promise<readonly LoggedEvent[]> =>
  read({ before: String(before), limit: String(limit) }, signal)

/** Oldest first, each with an id above `after`. */
export const readAfter = (after: number, limit: number): Promise<readonly LoggedEvent[]> =>
  read({ after: String(after), limit: String(limit) })

export async function readEvent(id: number): Promise<LoggedEvent | null> {
  const [event] = await read({ after: String(id - 1), limit: '1' })
  return event?.id === id ? event : null
}

export const subjectEventsKey = ({ state }: Pick<ProgrammeView, 'state'>, subject: string | undefined) =>
  ['programme-events', subject, subject === undefined ? 0 : (state.versions.get(subject) ?? 0)] as const

/** Newest first, as far as the view's picture goes; asked for again when the subject changes. */
export function useSubjectEvents(
  { state }: Pick<ProgrammeView, 'state'>,
  subject: string | undefined,
): UseQueryResult<readonly LoggedEvent[]> {
  const queryKey = subjectEventsKey({ state }, subject)
  const [, , version] = queryKey
  return useQuery({
    queryKey,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      if (subject === undefined || version === 0) return []
      const events = await read({ subject, limit: String(MAX_SUBJECT_EVENTS) }, signal)
      return events.filter(({ id }) => id <= version)
    },
    // What is there stays while its next version is on the way.
    placeholderData: (held, query) => (query?.queryKey[1] === subject ? held : undefined),
  })
}
