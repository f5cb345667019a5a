// What rows of several lists share: names of units and villages as the view wants them, and where an entry comes from. Pure.
import { isSimulated } from '../../../shared/programme/event.ts'
import type { Stamp, VillageState } from '../../../shared/programme/state.ts'
import { nameOn } from '../../../shared/programme/units.ts'
import type { Column, ListView } from './list.ts'

/** Null also for a unit that nobody carries on: its id stands beside it. */
export function unitNameOf({ units, basis, day }: ListView, id: string | null): string | null {
  return id === null ? null : (nameOn(units, id, basis, day)?.name ?? null)
}

export const villageNameOf = ({ state }: ListView, id: string | null): string | null =>
  id === null ? null : (state.villages.get(id)?.name ?? null)

/** In the order of the plan. */
export const villagesOf = ({ state }: ListView): readonly VillageState[] =>
  [...state.villages.values()].toSorted((a, b) => a.order - b.order)

export type Origin = { readonly by: string | null; readonly at: number | null; readonly isSimulated: boolean }

/** Of what was written several times, the newest says who; one simulated part marks the whole. */
export function originOf(stamps: readonly (Pick<Stamp, 'by' | 'at' | 'eventId'> | null | undefined)[]): Origin {
  const known = stamps.flatMap(stamp => stamp ?? [])
  const newest = known.reduce<(typeof known)[number] | undefined>(
    (last, stamp) => (last === undefined || stamp.eventId >= last.eventId ? stamp : last),
    undefined,
  )
  return {
    by: newest?.by ?? null,
    at: newest?.at ?? null,
    isSimulated: known.some(({ by }) => isSimulated(by)),
  }
}

export const simulatedColumn = <Row extends { readonly isSimulated: boolean }>(): Column<Row> => ({
  key: 'isSimulated',
  vi: 'Mô phỏng',
  en: 'Simulated',
  kind: 'text',
  width: 11,
})
export const originColumns = <Row extends Origin>(): readonly Column<Row>[] => [
  { key: 'by', vi: 'Người ghi', en: 'Written by', kind: 'text', width: 32 },
  { key: 'at', vi: 'Lúc', en: 'At', kind: 'instant', width: 17 },
  simulatedColumn(),
]
