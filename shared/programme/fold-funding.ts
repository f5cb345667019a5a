// Money by village, source and year: planned amounts replace each other, booked amounts add up.
import type { Draft } from './draft.ts'
import { type EventHead, isSimulated } from './event.ts'
import type { Handlers } from './handlers.ts'
import { stampOf } from './stamp.ts'
import { type FundingCell, keyOf } from './state.ts'

type Types = 'programme.funding-planned' | 'programme.funding-booked' | 'programme.supervision-noted'

export const foldFunding: Handlers<Types> = {
  'programme.funding-planned': (draft, event) => {
    const { kind, amount } = event.data
    change(draft, event, cell => ({ ...cell, amounts: { ...cell.amounts, [kind]: amount } }))
  },
  'programme.funding-booked': (draft, event) => {
    const { kind, amount, on } = event.data
    change(draft, event, cell => ({
      ...cell,
      amounts: { ...cell.amounts, [kind]: (cell.amounts[kind] ?? 0) + amount },
      bookings: { ...cell.bookings, [kind]: cell.bookings[kind] + 1 },
      lastBookedOn: cell.lastBookedOn === null || cell.lastBookedOn < on ? on : cell.lastBookedOn,
    }))
  },
  'programme.supervision-noted': (draft, event) => {
    const { village, year } = event.data
    const key = keyOf.supervision(village, year)
    const notes = (draft.state.supervision.get(key)?.notes ?? 0) + 1
    draft.table('supervision').set(key, { ...event.data, ...stampOf(event), notes })
  },
}

type Place = { readonly village: string; readonly source: string; readonly year: number }

function change(
  draft: Draft,
  event: EventHead & { readonly data: Place },
  to: (cell: FundingCell) => FundingCell,
): void {
  const { village, source, year } = event.data
  const key = keyOf.funding(village, source, year)
  const cell = to(draft.state.funding.get(key) ?? emptyCell({ village, source, year }))
  draft.table('funding').set(key, isSimulated(event.actor) ? { ...cell, isSimulated: true } : cell)
}

const emptyCell = (place: Place): FundingCell => ({
  ...place,
  amounts: { need: null, allocated: null, disbursed: null, settled: null },
  bookings: { disbursed: 0, settled: 0 },
  lastBookedOn: null,
  isSimulated: false,
})
