// Binds the desk to React: what is followed live, and the way to write something down. Holds no rule.
import { createContext, use, useSyncExternalStore } from 'react'
import type { DeskState } from '../../shared/desk/state.ts'
import type { FollowedPicture } from '../live/followed-store.ts'
import type { DeskStore } from './desk-store.ts'

export const DeskContext = createContext<DeskStore | undefined>(undefined)
const NEVER = () => () => {}

/** `state` is undefined until the first snapshot is here: unknown, not "nothing was written". Only on pages that follow `desk`. */
export function useDesk(): FollowedPicture<DeskState> {
  const store = use(DeskContext)
  if (!store) throw new Error('useDesk outside <ScreenProvider>')
  return useSyncExternalStore(store.onChange, store.picture)
}

/** For parts that also stand on pages that don't follow the desk. */
export function useDeskIfFollowed(): DeskState | undefined {
  const store = use(DeskContext)
  return useSyncExternalStore(store?.onChange ?? NEVER, () => store?.picture().state)
}
