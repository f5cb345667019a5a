// How long the bars are. Pure; an unknown amount has no length, and none is longer than the whole.

/** Per cent of the widest of the known amounts, or of `whole`, so that several bars compare; undefined for an unknown one. */
export function barLengths(amounts: readonly (number | undefined)[], whole?: number): readonly (number | undefined)[] {
  const known = amounts.filter(amount => amount !== undefined)
  const widest = whole ?? Math.max(0, ...known)
  return amounts.map(amount => (amount === undefined ? undefined : shareOf(amount, widest)))
}

/** Per cent of a whole, from 0 to 100. */
export function shareOf(part: number, whole: number): number {
  if (!(whole > 0) || !(part > 0)) return 0
  return Math.min(100, (part / whole) * 100)
}
