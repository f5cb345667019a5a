// A wall that replays an incident: reads it, plays it from the past through stores of its own, and goes back to now by itself. The live link
// stays open beside it: over it the display reports and takes orders, and hears of what happens now.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReplayedIncident } from '../../../shared/displays/api-schema.ts'
import { replayKey } from '../../../shared/displays/scene.ts'
import { getJson, ReadFailed } from '../../app/rest.ts'
import { useDisplay } from '../../displays/display-hooks.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { type AskedReplay, endReplay } from './replay-address.ts'
import { ReplayNotice } from './replay-notice.tsx'
import { sinceOf } from './replay-plan.ts'
import { ReplayedPast } from './replayed-past.tsx'

/** A station that says nothing for so long isn't waited for. */
const PATIENCE_MS = 30_000

type Props = AskedReplay & { readonly villageIds: readonly string[] }

export function WallReplay({ incident: id, since: text, villageIds }: Props) {
  const { serverNow } = useMoment()
  const { setScene } = useDisplay()
  const { data: incident, error } = useQuery({
    queryKey: ['incidents', 'replayed', id],
    queryFn: async () => (await getJson(`/api/v1/displays/incidents/${encodeURIComponent(id)}`)) as ReplayedIncident,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: (_count, failure) => !isRefused(failure),
  })
  /** When it began: as the order said, else now. */
  const [since, setSince] = useState<number>()
  if (since === undefined && serverNow !== undefined) setSince(sinceOf(text, serverNow) ?? serverNow)
  const isAway = useIsLate(incident !== undefined && since !== undefined)
  useEffect(() => setScene(replayKey(id)), [setScene, id])
  useLeaveKey()
  if (isRefused(error)) return <ReplayNotice kind="gone" />
  if (isAway) return <ReplayNotice kind="away" />
  if (!incident || since === undefined) return <ReplayNotice kind="opening" />
  return <ReplayedPast incident={incident} since={since} villageIds={villageIds} />
}

/** The station has answered, and asking again changes nothing. */
const isRefused = (error: unknown): boolean =>
  error instanceof ReadFailed && error.status >= 400 && error.status < 500 && error.status !== 429

function useIsLate(isHere: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (isHere) return undefined
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isHere])
  return isLate && !isHere
}

function useLeaveKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      endReplay()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
