// Stands within a unit's page of the kiosk: keeps its last picture for when the line is gone. Draws nothing.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { displayId } from '../../displays/display-id.ts'
import { useLive } from '../../live/live-hooks.tsx'
import { keepSnapshot } from './kept-snapshot.ts'
import { openSealedStore } from './sealed-store.ts'
import { startOffline } from './start-offline.ts'

export function KeptUnit({ unitId }: { readonly unitId: string }) {
  const live = useLive()
  const queries = useQueryClient()
  useEffect(() => {
    void startOffline()
    let stop = () => {}
    let isGone = false
    openSealedStore(displayId())
      .then(store => {
        if (store && !isGone) stop = keepSnapshot({ store, queries, live, unitId })
      })
      .catch(() => undefined)
    return () => {
      isGone = true
      stop()
    }
  }, [live, queries, unitId])
  return null
}
