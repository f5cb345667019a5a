// REST state that was read for another instant is forgotten and read again; what is the same at any time is kept.
import { queryClient } from '../app/rest.ts'

/** First words of the keys of what doesn't depend on the instant. */
const TIMELESS: ReadonlySet<unknown> = new Set(['registry', 'geo', 'basemap', 'access-me', 'replay-marks', 'incidents'])

const timed = { predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => !TIMELESS.has(queryKey[0]) }

/** After what is shown was drawn, so that it is asked for its own instant. @returns the way to call it off */
export function forgetTimed(): () => void {
  const timer = setTimeout(() => void queryClient.resetQueries(timed))
  return () => clearTimeout(timer)
}

/** While the clock runs: what is drawn stays until the newer is here. */
export const renewTimed = (): void => void queryClient.invalidateQueries(timed)
