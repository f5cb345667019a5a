// What the displays come to after their events: the profiles there are, and which display shows which.
import type { DisplayProfile } from './profile.ts'

export type HeldProfile = {
  readonly profile: DisplayProfile /** Id of the event that made it so. */
  readonly version: number
}
export type Assignment = {
  readonly display: string
  readonly name: string
  readonly profile: string
  /** Null = the whole canvas. */
  readonly screen: string | null
  readonly version: number
}
export type DisplayState = {
  readonly lastId: number
  readonly lastAt: number
  readonly profiles: ReadonlyMap<string, HeldProfile>
  readonly displays: ReadonlyMap<string, Assignment>
}
export const EMPTY_DISPLAY_STATE: DisplayState = { lastId: 0, lastAt: 0, profiles: new Map(), displays: new Map() }
