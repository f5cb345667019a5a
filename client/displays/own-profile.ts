// Which profile a display shows: what it was given, else what its address names, else nothing. Pure, but for what the browser keeps so
// that a wall that starts without the station stands as it stood.
import type { DisplayProfile, ProfileScreen } from '../../shared/displays/profile.ts'
import { DISPLAY_SNAPSHOT_VERSION } from '../../shared/displays/snapshot.ts'
import type { DisplayState } from '../../shared/displays/state.ts'

export type OwnProfile = {
  readonly profile: DisplayProfile
  /** Undefined = the whole canvas. */
  readonly screen: ProfileScreen | undefined
}

export function ownProfile(state: DisplayState, displayId: string, address: URLSearchParams): OwnProfile | undefined {
  const given = state.displays.get(displayId)
  const wanted = given ?? { profile: address.get('profile') ?? '', screen: address.get('screen') }
  const profile = state.profiles.get(wanted.profile)?.profile
  return profile && { profile, screen: profile.screens.find(({ id }) => id === wanted.screen) }
}

const KEY = 'dai-sen.display-profile'
type Kept = { readonly version: number; readonly display: string; readonly own: OwnProfile }
type Store = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Of this display, by this build's idea of a profile; anything else is as good as nothing. */
export function keptProfile(displayId: string, storage: Store = () => localStorage): OwnProfile | undefined {
  try {
    const kept = JSON.parse(storage().getItem(KEY) ?? 'null') as Kept | null
    return kept?.version === DISPLAY_SNAPSHOT_VERSION && kept.display === displayId ? kept.own : undefined
  } catch {
    return undefined
  }
}

export function keepProfile(displayId: string, own: OwnProfile | undefined, storage: Store = () => localStorage): void {
  try {
    const kept = own && { version: DISPLAY_SNAPSHOT_VERSION, display: displayId, own }
    if (kept) storage().setItem(KEY, JSON.stringify(kept))
    else storage().removeItem(KEY)
  } catch {
    // Then it stands as it should once the station is heard.
  }
}
