// What happens to the displays: profiles and who shows what. One family of events beside the programme's and the alarms'.
import type { DisplayProfile } from './profile.ts'

export const DISPLAY_FAMILY = 'display'

export type DisplayEventData = {
  /** The whole profile; its version is the event. */
  'display.profile-saved': { readonly profile: DisplayProfile }
  'display.profile-removed': { readonly profile: string }
  /** `screen` null = its window spans the whole canvas. */
  'display.assigned': {
    readonly display: string
    readonly name: string
    readonly profile: string
    readonly screen: string | null
  }
  'display.forgotten': { readonly display: string }
}
export type DisplayEventType = keyof DisplayEventData
export type DisplayDraft = {
  [T in DisplayEventType]: { readonly type: T; readonly subject: string; readonly data: DisplayEventData[T] }
}[DisplayEventType]

export const subjectOfProfile = (id: string): string => `display-profile:${id}`
export const subjectOfDisplay = (id: string): string => `display:${id}`
