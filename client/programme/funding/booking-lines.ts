// The events of one cell as lines of money. Pure; an event it doesn't know as money is left out.
import type { AnyEvent, ProgrammeEvent } from '../../../shared/programme/event.ts'
import type { AmountKind, Dong } from '../../../shared/programme/facts.ts'
import { isKnown } from '../../../shared/programme/fold.ts'

export type MoneyLine = {
  readonly event: Extract<ProgrammeEvent, { readonly type: 'programme.funding-planned' | 'programme.funding-booked' }>
  readonly kind: AmountKind
  readonly amount: Dong
  /** The day it was paid or settled; null for what was planned. */
  readonly on: string | null
  readonly document: string | null
  readonly note: string | null
}

/** In the order given. */
export function moneyLines(events: readonly AnyEvent[]): readonly MoneyLine[] {
  return events.flatMap((event): readonly MoneyLine[] => {
    if (!isKnown(event)) return []
    if (event.type === 'programme.funding-booked') {
      const { kind, amount, on, document, note } = event.data
      return [{ event, kind, amount, on, document, note }]
    }
    if (event.type !== 'programme.funding-planned') return []
    const { kind, amount, note } = event.data
    return [{ event, kind, amount, on: null, document: null, note }]
  })
}
