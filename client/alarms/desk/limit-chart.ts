// What the chart of an alarm may say beside its readings. Pure.
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { Alarm } from '../../../shared/alarms/state.ts'

/** Undefined where the rule watches something else than the reading itself: the line would lie. */
export const limitOfReading = (
  { limit }: Pick<Alarm, 'limit'>,
  signal: Rule['signal'] | undefined,
): number | undefined => (signal?.kind === 'value' || signal?.kind === 'flood' ? (limit ?? undefined) : undefined)

/** From when on it is beyond; undefined while it isn't. */
export const beyondSince = ({ since, isActive }: Pick<Alarm, 'since' | 'isActive'>): number | undefined =>
  isActive ? since : undefined
