// The events about a village: those of the village itself and of its dossiers are asked for, the results that hold are in the state.
import { useQueries } from '@tanstack/react-query'
import { type AnyEvent, subjectOf } from '../../../shared/programme/event.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { getJson } from '../../app/rest.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { dossiersOf } from './dossiers-of.ts'
import { resultEvents, villageHistory } from './village-history-lines.ts'

const MOST = 200

/** Newest first; undefined while some are on their way. */
export function useVillageEvents({ state }: ProgrammeView, village: VillageState): readonly AnyEvent[] | undefined {
  const subjects = [
    subjectOf.village(village.id),
    ...dossiersOf(state, village.id).map(({ round }) => subjectOf.dossier(village.id, round)),
  ]
  return useQueries({
    queries: subjects.map(subject => ({
      // A new event about it is a new question.
      queryKey: ['programme-events', 'about', subject, state.versions.get(subject) ?? 0],
      staleTime: Infinity,
      queryFn: async () =>
        (await getJson(`/api/v1/programme/events?subject=${encodeURIComponent(subject)}&limit=${MOST}`)) as {
          readonly events: readonly AnyEvent[]
        },
    })),
    combine: results => {
      const lists = results.map(({ data }) => data?.events)
      if (lists.some(list => list === undefined)) return undefined
      return villageHistory([...lists.flatMap(list => list ?? []), ...resultEvents(state, village.id)], state.lastId)
    },
  })
}
