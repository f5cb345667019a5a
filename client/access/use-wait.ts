// Seconds that the station asks to wait, counted down.
import { useEffect, useState } from 'react'

export function useWait(): { readonly secondsLeft: number; readonly wait: (seconds: number) => void } {
  const [until, setUntil] = useState(0)
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (until === 0) return undefined
    const beat = setInterval(() => {
      setNow(performance.now())
      if (performance.now() >= until) setUntil(0)
    }, 250)
    return () => clearInterval(beat)
  }, [until])
  return {
    secondsLeft: until === 0 ? 0 : Math.max(0, Math.ceil((until - now) / 1_000)),
    wait: seconds => {
      setNow(performance.now())
      setUntil(performance.now() + seconds * 1_000)
    },
  }
}
