// What this page knows of itself as a display: which one it is, the profile it shows, who else of its wall is there. Holds no rule.
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { DisplayProfile, ProfileScreen } from '../../shared/displays/profile.ts'
import type { DisplayState } from '../../shared/displays/state.ts'
import { useParameters } from '../app/address.ts'
import type { DisplayAgent } from './display-agent.ts'
import { displayId } from './display-id.ts'
import type { DisplayStore } from './display-store.ts'
import { keepProfile, keptProfile, ownProfile } from './own-profile.ts'

export const DisplayContext = createContext<DisplayStore | undefined>(undefined)
/** Undefined on pages that are no display. */
export const DisplayAgentContext = createContext<DisplayAgent | undefined>(undefined)

export type Display = {
  readonly id: string
  /** Undefined = nobody has given it one. */
  readonly profile: DisplayProfile | undefined
  /** The screen of the profile that its window fills; undefined = the whole canvas. */
  readonly screen: ProfileScreen | undefined
  /** Screens of the profile whose machines are heard; undefined = all. */
  readonly alive: ReadonlySet<string> | undefined
  /** Whether the station has said so; else it is what this display last knew. */
  readonly isKnown: boolean
  readonly setScene: (scene: string) => void
}
const NEVER = () => () => {}
const NOTHING = () => {}

/** Undefined until the first snapshot is here. */
export function useDisplayState(): DisplayState | undefined {
  const store = use(DisplayContext)
  return useSyncExternalStore(store?.onChange ?? NEVER, () => store?.picture().state)
}

export function useDisplay(): Display {
  const id = displayId()
  const agent = use(DisplayAgentContext)
  const state = useDisplayState()
  const address = useParameters().toString()
  const [kept] = useState(() => keptProfile(id))
  const fellows = useSyncExternalStore(agent?.onFellows ?? NEVER, () => agent?.fellows())
  const own = useMemo(
    () => (state ? ownProfile(state, id, new URLSearchParams(address)) : kept),
    [state, id, address, kept],
  )
  const isKnown = state !== undefined
  useEffect(() => {
    if (isKnown) keepProfile(id, own)
  }, [id, own, isKnown])
  const alive = useMemo(
    () => (fellows && fellows.profile === own?.profile.id ? new Set(fellows.alive) : undefined),
    [fellows, own],
  )
  return { id, profile: own?.profile, screen: own?.screen, alive, isKnown, setScene: agent?.setScene ?? NOTHING }
}
