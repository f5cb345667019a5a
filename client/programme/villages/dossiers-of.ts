// The rounds of a village's dossier. Pure.
import type { DossierState, ProgrammeState } from '../../../shared/programme/state.ts'

/** Newest round first. */
export const dossiersOf = (state: ProgrammeState, village: string): readonly DossierState[] =>
  [...state.dossiers.values()].filter(one => one.village === village).toSorted((a, b) => b.round - a.round)
