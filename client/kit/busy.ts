// One thing at a time: while it runs, asking again changes nothing.
import { useCallback, useRef, useState } from 'react'

/** For what a button starts outside of a form. What fails is thrown on. */
export function useBusy(): readonly [isBusy: boolean, run: (work: () => Promise<void>) => Promise<void>] {
  const [isBusy, setBusy] = useState(false)
  const isRunning = useRef(false)
  const run = useCallback(async (work: () => Promise<void>) => {
    if (isRunning.current) return
    isRunning.current = true
    setBusy(true)
    try {
      await work()
    } finally {
      isRunning.current = false
      setBusy(false)
    }
  }, [])
  return [isBusy, run]
}
