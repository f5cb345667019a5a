// Villages by what was typed: their name, hamlets and units, of the day and of the plan. Pure.
import type { VillageState } from '../../../shared/programme/state.ts'
import { planDistrictOf, villageUnitOn } from '../../../shared/programme/units.ts'
import { isFoundBy } from '../plain-text.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'

type Lens = Pick<ProgrammeView, 'units' | 'day'>

/** In the order of the plan. */
export const foundVillages = (view: Pick<ProgrammeView, 'state'> & Lens, typed: string): readonly VillageState[] =>
  [...view.state.villages.values()]
    .sort((a, b) => a.order - b.order)
    .filter(village => {
      const { today, ofPlan } = unitNamesOf(view, village)
      return isFoundBy(typed, village.name, String(village.facts.hamlets?.value ?? ''), today ?? '', ofPlan)
    })

export function unitNamesOf(
  { units, day }: Lens,
  village: VillageState,
): { readonly today: string | undefined; readonly ofPlan: string } {
  const now = villageUnitOn(village, day)
  const first = village.links[0]?.unit
  const ofPlan = [first === undefined ? undefined : units.get(first)?.name, planDistrictOf(units, village)?.name]
  return {
    today: now === undefined ? undefined : units.get(now)?.name,
    ofPlan: ofPlan.filter(name => name !== undefined).join(', '),
  }
}
