// What this page knows of itself as a display: its id. Which profile it shows follows from its window and its address.
import type { DisplayProfile, ProfileScreen } from '../../shared/displays/profile.ts'
import { displayId } from './display-id.ts'

export type Display = {
  readonly id: string
  /** Undefined = nobody has given it one. */
  readonly profile: DisplayProfile | undefined
  /** The screen of the profile that its window fills; undefined = the whole canvas. */
  readonly screen: ProfileScreen | undefined
  /** Screens of the profile whose machines are heard; undefined = all. */
  readonly alive: ReadonlySet<string> | undefined
  readonly setScene: (scene: string) => void
}
const UNKNOWN = { profile: undefined, screen: undefined, alive: undefined, setScene: () => undefined }

export const useDisplay = (): Display => ({ id: displayId(), ...UNKNOWN })
