// Binds the programme's overview to the wall: computed once for each change of state or day, shared by its tiles.
import { createContext, use, useMemo } from 'react'
import { type ProgrammeOverview, programmeOverview } from '../../shared/programme/overview.ts'
import { useProgramme } from '../programme/programme-hooks.tsx'

export const ProgrammeOverviewContext = createContext<ProgrammeOverview | undefined>(undefined)

/** Computes; the page calls it once and hands the result down by <ProgrammeOverviewContext>. */
export function useComputedProgramme(): ProgrammeOverview | undefined {
  const view = useProgramme()
  return useMemo(() => view && programmeOverview(view.state, view.units, view.day), [view])
}

export const useProgrammeOverview = (): ProgrammeOverview | undefined => use(ProgrammeOverviewContext)
