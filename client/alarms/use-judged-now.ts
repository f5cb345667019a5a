// Server time in steps: a page that only needs the minute isn't drawn anew each second.
import { useSyncExternalStore } from 'react'
import { judgedAt } from '../live/link.ts'
import { useLive } from '../live/live-hooks.tsx'

/** Epoch milliseconds, rounded down to the step; on a lost link the last sign of life. Undefined before the first word. */
export function useJudgedNow(stepMs: number): number | undefined {
  const live = useLive()
  return useSyncExternalStore(live.onMoment, () => {
    const { serverNow, link } = live.moment()
    return serverNow === undefined ? undefined : Math.floor(judgedAt(link, serverNow) / stepMs) * stepMs
  })
}
