// Loads the page anew once a day at its quiet hour: never without the server, and never over an alarm. When it is due is decided in
// night.ts.
import { useEffect, useState } from 'react'
import { useMoment } from '../live/live-hooks.tsx'
import { isRefreshDue } from './night.ts'

/** The page fades first. */
const FADE_MS = 600
/** Screens of one wall within two minutes, not at once. */
const SPREAD_MS = 120_000

type Options = {
  readonly refreshAt: string | null
  readonly displayId: string
  readonly isBusy: boolean
}

/** @returns true once the page is on its way out */
export function useRefresh({ refreshAt, displayId, isBusy }: Options): boolean {
  const { serverNow, link } = useMoment()
  const [loadedAt, setLoadedAt] = useState<number>()
  if (loadedAt === undefined && serverNow !== undefined) setLoadedAt(serverNow)
  const isDue =
    !isBusy &&
    link.kind === 'live' &&
    serverNow !== undefined &&
    loadedAt !== undefined &&
    isRefreshDue(refreshAt, serverNow, loadedAt, spreadOf(displayId))
  useEffect(() => {
    if (!isDue) return undefined
    const timer = setTimeout(() => location.reload(), FADE_MS)
    return () => clearTimeout(timer)
  }, [isDue])
  return isDue
}

/** The same for one screen every day. */
function spreadOf(displayId: string): number {
  let sum = 0
  for (const letter of displayId) sum = (sum * 31 + letter.charCodeAt(0)) % SPREAD_MS
  return sum
}
