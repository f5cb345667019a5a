// Gathers what can be looked for from what the page holds; the programme is asked for where the page doesn't follow it.
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProgrammeSnapshot, unpackState } from '../../shared/programme/snapshot.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { hasRight } from '../access/may.ts'
import { useMe } from '../access/me.ts'
import { useParameters, usePathname } from '../app/address.ts'
import { getJson } from '../app/rest.ts'
import { formatIsoDate, isoDayOf } from '../design/time-format.ts'
import { useLiveStateIfWatched } from '../live/live-hooks.tsx'
import { stationsOf } from '../overview/stations.ts'
import { useProgrammeStateIfFollowed } from '../programme/programme-hooks.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { createThingIndex, keyOfThing, type Thing, type ThingIndex } from './found-things.ts'
import { knownThings } from './known-things.ts'
import { usePages } from './use-pages.ts'

const STALE_MS = 5 * 60_000

export function useKnownThings(): {
  readonly index: ThingIndex
  readonly byKey: ReadonlyMap<string, Thing>
  /** Something that was asked for isn't here yet. */
  readonly isLoading: boolean
} {
  const { t } = useTranslation('search')
  const { data: registry, isLoading } = useRegistry()
  const programme = useProgrammeState()
  const pages = usePages()
  const [day] = useState(() => isoDayOf(Date.now()))
  const search = keptSearch(usePathname(), useParameters())
  // Of what the page watches; the same catalogue as long as it does.
  const catalogue = useLiveStateIfWatched()?.catalogue
  const things = useMemo(() => {
    const stations = catalogue ? stationsOf(catalogue) : []
    return knownThings(
      { registry, stations, programme: programme.state, pages, day, search },
      {
        task: id => t('name.task', { id }),
        indicator: id => t('name.indicator', { id }),
        formerly: names => t('name.formerly', { names }),
        formerUnit: (until, successor) =>
          successor === undefined
            ? t('name.ended', { day: formatIsoDate(until) })
            : t('name.succeeded', { day: formatIsoDate(until), unit: successor }),
      },
    )
  }, [registry, catalogue, programme.state, pages, day, search, t])
  const index = useMemo(() => createThingIndex(things), [things])
  const byKey = useMemo(() => new Map(things.map(thing => [keyOfThing(thing), thing])), [things])
  return { index, byKey, isLoading: isLoading || programme.isLoading }
}

function useProgrammeState(): { readonly state: ProgrammeState | undefined; readonly isLoading: boolean } {
  const followed = useProgrammeStateIfFollowed()
  const mayRead = hasRight(useMe(), 'read-programme')
  const { data, isLoading } = useQuery({
    queryKey: ['programme-state', 'search'],
    enabled: followed === undefined && mayRead,
    staleTime: STALE_MS,
    queryFn: async () => {
      const state = unpackState((await getJson('/api/v1/programme/state')) as ProgrammeSnapshot)
      if (!state) throw new Error('the snapshot is of another version')
      return state
    },
  })
  return { state: followed ?? data, isLoading: followed === undefined && isLoading }
}

const SHARED = ['lang', 'at', 'basis']

/** On the map everything stays but the place; elsewhere what all pages share. */
function keptSearch(pathname: string, parameters: URLSearchParams): string {
  if (pathname === '/') return parameters.toString()
  const shared = new URLSearchParams()
  for (const name of SHARED) {
    const value = parameters.get(name)
    if (value !== null) shared.set(name, value)
  }
  return shared.toString()
}
