// Binds the programme to React: the state now or, in the past, as it stood then; the units; and the day the picture is for.
import { createContext, use, useMemo, useSyncExternalStore } from 'react'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { type Basis, type Units, unitsById } from '../../shared/programme/units.ts'
import { useParameters } from '../app/address.ts'
import { isoDayOf } from '../design/time-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { useIsPast } from '../time-machine/time-hooks.ts'
import type { ProgrammePicture, ProgrammeStore } from './programme-store.ts'

export const ProgrammeContext = createContext<ProgrammeStore | undefined>(undefined)
const NO_UNITS: Units = new Map()

/** What is followed, live or in the past. */
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
  /** The day or instant of the past as the station's lists are asked for it; undefined = now. */
  readonly asOf: string | undefined
  /** Whose names lists show: the plan's units, or those of `day`. */
  readonly basis: Basis
}

/** Undefined while the state (of now, or of the instant asked for) isn't here. */
export function useProgramme(): ProgrammeView | undefined {
  const { state } = useProgrammePicture()
  const { serverNow } = useMoment()
  const { data: registry } = useRegistry()
  const isPast = useIsPast()
  const asked = useParameters().get('at')
  const basis: Basis = useParameters().get('basis') === 'plan' ? 'plan' : 'today'
  const units = useMemo(() => (registry ? unitsById(registry.units) : NO_UNITS), [registry])
  const day = serverNow === undefined ? undefined : isoDayOf(serverNow)
  return useMemo(() => {
    if (!state || !registry || day === undefined) return undefined
    return { state, units, day, isPast, asOf: isPast ? (asked ?? day) : undefined, basis }
  }, [state, registry, units, day, isPast, asked, basis])
}
