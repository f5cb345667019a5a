// Binds the alarms to React: what is followed live. Holds no rule.
import { createContext, use, useSyncExternalStore } from 'react'
import type { AlarmState } from '../../shared/alarms/state.ts'
import type { AlarmPicture, AlarmStore } from './alarm-store.ts'

export const AlarmContext = createContext<AlarmStore | undefined>(undefined)
const NEVER = () => () => {}

/** `state` is undefined until the first snapshot is here: unknown, not "no alarm". */
export function useAlarmPicture(): AlarmPicture {
  const store = use(AlarmContext)
  if (!store) throw new Error('useAlarmPicture outside <ScreenProvider>')
  return useSyncExternalStore(store.onChange, store.picture)
}

/** For parts that also stand on pages without alarms (the kiosk is sent nothing of other units). */
export function useAlarmStateIfFollowed(): AlarmState | undefined {
  const store = use(AlarmContext)
  return useSyncExternalStore(store?.onChange ?? NEVER, () => store?.picture().state)
}
