// Around a page that can show the past: then a band above and an edge around say so, and the time bar stands below. The page itself
// stays where it is, whatever time it shows.
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import styles from './past-screen.module.css'
import { useTime, useTimeView } from './time-hooks.ts'
import type { TimeMachine } from './time-machine.ts'
import { forgetTimed, renewTimed } from './timed-queries.ts'
import { useRoom } from './use-room.ts'

const PastBand = lazy(async () => ({ default: (await import('./past-band.tsx')).PastBand }))
const TimeBar = lazy(async () => ({ default: (await import('./time-bar.tsx')).TimeBar }))
/** Charts of a page are read anew so often while the clock runs fast. */
const RENEW_MS = 5_000

export function PastScreen({ children }: { readonly children: ReactNode }) {
  const time = useTime()
  const isPast = time?.isPast ?? false
  const screen = useRef<HTMLDivElement>(null)
  useRoom(screen, isPast)
  useEffect(() => {
    if (!isPast) return undefined
    return () => void forgetTimed()
  }, [isPast])
  return (
    <div ref={screen} className={styles.screen} data-past={isPast}>
      {isPast && time && (
        <Suspense>
          <PastBand machine={time.machine} />
        </Suspense>
      )}
      {children}
      {isPast && time && (
        <Suspense>
          <TimeBar machine={time.machine} />
          <Renewing machine={time.machine} />
        </Suspense>
      )}
    </div>
  )
}

function Renewing({ machine }: { readonly machine: TimeMachine }) {
  const { isPlaying, speed } = useTimeView(machine)
  const isFast = isPlaying && speed > 1
  useEffect(() => {
    if (!isFast) return undefined
    const timer = setInterval(renewTimed, RENEW_MS)
    return () => clearInterval(timer)
  }, [isFast])
  return null
}
