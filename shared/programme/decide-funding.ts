// Checks of commands about money: planned amounts, bookings and their sums, supervision notes. Whole đồng.

import type { Words } from '../words.ts'
import type { Judgement, Judges } from './decide-judgement.ts'
import { LIMITS } from './decide-limits.ts'
import { leadOf, moneyOf, requireRight, villageHoldersOf } from './decide-rights.ts'
import { checkPlan } from './decide-tasks.ts'
import { checkNote, checkPastDay, checkText, checkYear, hasText } from './decide-values.ts'
import { knownVillage } from './decide-villages.ts'
import { subjectOf } from './event.ts'
import type { AmountKind, Dong } from './facts.ts'
import { type FundingCell, keyOf } from './state.ts'

type Place = { readonly village: string; readonly source: string; readonly year: number }

/** What each amount shouldn't go beyond without a word: money is spent from what was allocated, and settled after that. */
const CEILINGS: readonly { readonly of: AmountKind; readonly by: AmountKind; readonly words: Words }[] = [
  { of: 'disbursed', by: 'allocated', words: { vi: 'vốn giao', en: 'allocation of' } },
  { of: 'settled', by: 'disbursed', words: { vi: 'số đã giải ngân', en: 'disbursement of' } },
]

export const judgeFunding: Judges<'plan-funding' | 'book-funding' | 'note-supervision'> = {
  'plan-funding': (j, data) => {
    const { village, source, year, kind, amount, note } = data
    const held = checkPlace(j, data)
    if (checkAmount(j, amount) && amount < 0) j.refuse('amount-negative', 'amount')
    else checkCeilings(j, { ...held, [kind]: amount }, kind, note)
    checkNote(j, 'note', note)
    return [{ type: 'programme.funding-planned', subject: subjectOf.funding(village, source, year), data }]
  },

  'book-funding': (j, data) => {
    const { village, source, year, kind, amount, on, document, note } = data
    const held = checkPlace(j, data)
    if (checkAmount(j, amount)) {
      const total = (held[kind] ?? 0) + amount
      if (amount === 0) j.refuse('amount-zero', 'amount')
      if (amount < 0 && !hasText(note)) j.refuse('correction-unexplained', 'note')
      if (total < 0) j.refuse('total-negative', 'amount', kind, held[kind] ?? 0)
      else if (total > LIMITS.amount) j.refuse('amount-too-large', 'amount', LIMITS.amount)
      // A correction downwards is explained already.
      else if (amount > 0) checkCeilings(j, { ...held, [kind]: total }, kind, note)
    }
    checkPastDay(j, 'on', on)
    checkNote(j, 'document', document, LIMITS.document)
    checkNote(j, 'note', note)
    return [{ type: 'programme.funding-booked', subject: subjectOf.funding(village, source, year), data }]
  },

  'note-supervision': (j, data) => {
    const village = data.village === null ? undefined : knownVillage(j, data.village)
    const local = village ? villageHoldersOf(j, village) : []
    if (data.village === null || village) requireRight(j, moneyOf(j), local, leadOf(j))
    checkYear(j, 'year', data.year)
    checkPastDay(j, 'on', data.on)
    checkText(j, 'text', data.text, LIMITS.text)
    const subject = subjectOf.supervision(data.village, data.year)
    return [{ type: 'programme.supervision-noted', subject, data: { ...data, unit: j.actor.unit } }]
  },
}

/** What is known of the cell so far. */
function checkPlace(j: Judgement, { village: id, source, year }: Place): FundingCell['amounts'] {
  const village = knownVillage(j, id)
  if (village) requireRight(j, moneyOf(j), villageHoldersOf(j, village), leadOf(j))
  checkPlan(j)
  if (j.state.plan && !j.state.plan.fundingSources.some(one => one.id === source))
    j.refuse('source-unknown', 'source', source.slice(0, 64))
  checkYear(j, 'year', year)
  const nothing = { need: null, allocated: null, disbursed: null, settled: null }
  return j.state.funding.get(keyOf.funding(id, source, year))?.amounts ?? nothing
}

function checkAmount(j: Judgement, amount: Dong): boolean {
  if (!Number.isInteger(amount)) j.refuse('amount-not-whole', 'amount')
  else if (Math.abs(amount) > LIMITS.amount) j.refuse('amount-too-large', 'amount', LIMITS.amount)
  else return true
  return false
}

/** Beyond what is known only with a note; an amount nobody said is no ceiling. */
function checkCeilings(j: Judgement, after: FundingCell['amounts'], changed: AmountKind, note: string | null): void {
  if (hasText(note)) return
  for (const { of, by, words } of CEILINGS) {
    const [total, limit] = [after[of], after[by]]
    const isChanged = changed === of || changed === by
    if (isChanged && total !== null && limit !== null && total > limit)
      j.refuse('beyond-unexplained', 'note', total, limit, words)
  }
}
