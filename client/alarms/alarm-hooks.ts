// Binds the alarms to React: what is followed live. Holds no rule.
import { createContext, use, useSyncExternalStore } from 'react'
import type { AlarmPicture, AlarmStore } from './alarm-store.ts'

export const AlarmContext = createContext<AlarmStore | undefined>(undefined)

/** `state` is undefined until the first snapshot is here: unknown, not "no alarm". */
export function useAlarmPicture(): AlarmPicture {
  const store = use(AlarmContext)
  if (!store) throw new Error('useAlarmPicture outside <ScreenProvider>')
  return useSyncExternalStore(store.onChange, store.picture)
}
