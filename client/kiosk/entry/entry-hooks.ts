// The desk's session and queue for React.
import './words/vocabulary.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../live/live-hooks.tsx'
import { type EntryDesk, entryDesk } from './entry-desk.ts'
import type { SessionStanding } from './entry-session.ts'
import type { EntryQueue } from './queue-state.ts'

export function useEntryWords() {
  const { t, i18n } = useTranslation('entry')
  return { t, language: i18n.language === 'en' ? ('en' as const) : ('vi' as const) }
}
export type EntryWords = ReturnType<typeof useEntryWords>['t']

export const useDesk = (): EntryDesk => entryDesk()

export function useSession(): SessionStanding {
  const { session } = useDesk()
  return useSyncExternalStore(session.onChange, session.standing)
}
export function useEntries(): { readonly entries: EntryQueue; readonly sending: string | undefined } {
  const desk = useDesk()
  const entries = useSyncExternalStore(desk.onChange, desk.entries)
  const sending = useSyncExternalStore(desk.onChange, () => desk.queue()?.sending())
  return { entries, sending }
}

const isBrowserOnline = () => navigator.onLine
function onLineChange(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
/** Whether the station can be reached: a session asks it every two seconds; without one the page's live link is what knows. */
export function useLine(): boolean {
  const { running, isLineUp } = useSession()
  const { link } = useMoment()
  const isOnline = useSyncExternalStore(onLineChange, isBrowserOnline)
  return isOnline && (running ? isLineUp : link.kind !== 'lost')
}

const TICK_MS = 1_000
/** The station's time, once a second. */
export function useStationNow(): number {
  const { session } = useDesk()
  const [now, setNow] = useState(session.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(session.now()), TICK_MS)
    return () => clearInterval(ticking)
  }, [session])
  return now
}
