// A unit by name, of the plan or of the day, whichever the page shows; a duty that nobody carries on says so. Pure.
import type { TFunction } from 'i18next'
import { namedUnit } from './named-unit.ts'
import type { ProgrammeView } from './programme-hooks.tsx'

type Lens = Pick<ProgrammeView, 'state' | 'units' | 'basis' | 'day'>

/** Of what was done: as the unit was called that did it, whoever carries it on since. */
export const actingUnitWords = ({ units }: Pick<Lens, 'units'>, id: string): string => units.get(id)?.name ?? id

/** Of a duty. Null = the unit isn't known. */
export function unitWords(t: TFunction<'programme'>, view: Lens, id: string | null): string {
  if (id === null) return t('shell.unknown')
  const { name, formerly } = namedUnit(view, id)
  return name ?? `${t('shell.nobody')} (${t('shell.formerly', { unit: formerly })})`
}
