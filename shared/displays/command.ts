// What an administrator asks of the displays. Plain types; decide.ts judges them, command-schema.ts holds them against input.
import type { CommandActor } from '../programme/command.ts'
import type { DisplayProfile } from './profile.ts'

export type DisplayCommandData = {
  /** `expected` = the version that stood when the form opened, 0 for a new profile. */
  'save-profile': { readonly profile: DisplayProfile; readonly expected: number }
  'remove-profile': { readonly profile: string }
  'assign-display': {
    readonly display: string
    readonly name: string
    readonly profile: string
    readonly screen: string | null
  }
  'forget-display': { readonly display: string }
}
export type DisplayCommandName = keyof DisplayCommandData
export type DisplayCommand = {
  [N in DisplayCommandName]: { readonly command: N; readonly data: DisplayCommandData[N] }
}[DisplayCommandName]
export type DisplayCommandRequest = DisplayCommand & { readonly actor: CommandActor }
