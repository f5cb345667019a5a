// Binds the programme to React: the state now or, with `?at=`, as it stood on a day; the units; and the day the picture is for.
import { useQuery } from '@tanstack/react-query'
import { createContext, use, useMemo, useSyncExternalStore } from 'react'
import { type ProgrammeSnapshot, unpackState } from '../../shared/programme/snapshot.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { type Basis, type Units, unitsById } from '../../shared/programme/units.ts'
import { useParameters } from '../app/address.ts'
import { getJson } from '../app/rest.ts'
import { isoDayOf } from '../design/time-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import type { ProgrammePicture, ProgrammeStore } from './programme-store.ts'

export const ProgrammeContext = createContext<ProgrammeStore | undefined>(undefined)
const DAY = /^\d{4}-\d\d-\d\d$/
const NO_UNITS: Units = new Map()

/** What is followed live, whatever day the page shows. */
export function useProgrammePicture(): ProgrammePicture {
  const store = use(ProgrammeContext)
  if (!store) throw new Error('useProgrammePicture outside <ScreenProvider>')
  return useSyncExternalStore(store.onChange, store.picture)
}

const NEVER = () => () => {}

/** For parts that also stand on pages that don't follow the programme. */
export function useProgrammeStateIfFollowed(): ProgrammeState | undefined {
  const store = use(ProgrammeContext)
  return useSyncExternalStore(store?.onChange ?? NEVER, () => store?.picture().state)
}

export type ProgrammeView = {
  readonly state: ProgrammeState
  readonly units: Units
  /** The province's day the picture is for, ISO. */
  readonly day: string
  readonly isPast: boolean
  /** Whose names lists show: the plan's units, or those of `day`. */
  readonly basis: Basis
}

/** The day of `?at=`; undefined = now. */
export function usePastDay(): string | undefined {
  const at = useParameters().get('at')
  return at !== null && DAY.test(at) ? at : undefined
}

/** Undefined while the state (of now, or of the day asked for) isn't here. */
export function useProgramme(): ProgrammeView | undefined {
  const { state: liveState } = useProgrammePicture()
  const { serverNow } = useMoment()
  const { data: registry } = useRegistry()
  const pastDay = usePastDay()
  const basis: Basis = useParameters().get('basis') === 'plan' ? 'plan' : 'today'
  const units = useMemo(() => (registry ? unitsById(registry.units) : NO_UNITS), [registry])
  const { data: pastState } = useQuery({
    queryKey: ['programme-state', pastDay],
    enabled: pastDay !== undefined,
    staleTime: 60_000,
    queryFn: async () => {
      const state = unpackState((await getJson(`/api/v1/programme/state?at=${pastDay}`)) as ProgrammeSnapshot)
      if (!state) throw new Error('the snapshot is of another version')
      return state
    },
  })
  const today = serverNow === undefined ? undefined : isoDayOf(serverNow)
  return useMemo(() => {
    const state = pastDay === undefined ? liveState : pastState
    const day = pastDay ?? today
    if (!state || !registry || day === undefined) return undefined
    return { state, units, day, isPast: pastDay !== undefined, basis }
  }, [pastDay, liveState, pastState, registry, units, today, basis])
}
