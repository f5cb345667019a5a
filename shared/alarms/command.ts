// What people ask of the alarms. Plain types: the desk fills them, decide.ts judges them, command-schema.ts holds them against input.
import type { CommandActor, Refusal } from '../programme/command.ts'
import type { Rule } from './rule.ts'

/** The alarm as the person saw it: when it has asked for attention again since, it is another one. */
export type SeenAlarm = { readonly id: string; readonly occurrence: number }

/** One command names 1 to MAX_ALARMS_A_COMMAND alarms; each is judged for itself. */
export type AlarmCommandData = {
  acknowledge: { readonly alarms: readonly SeenAlarm[]; readonly comment: string | null }
  reset: { readonly alarms: readonly SeenAlarm[]; readonly comment: string | null }
  /** At most MAX_SHELVE_MS. */
  shelve: { readonly alarms: readonly SeenAlarm[]; readonly forMs: number; readonly reason: string }
  unshelve: { readonly alarms: readonly SeenAlarm[]; readonly reason: string | null }
  assign: {
    readonly alarms: readonly SeenAlarm[]
    readonly to: { readonly name: string; readonly unit: string } | null
    readonly comment: string | null
  }
  comment: { readonly alarms: readonly SeenAlarm[]; readonly text: string }
  'take-out-of-service': { readonly alarms: readonly SeenAlarm[]; readonly reason: string }
  'return-to-service': { readonly alarms: readonly SeenAlarm[]; readonly reason: string | null }
  /** `expected` = the version that stood when the form opened, 0 for a new rule. */
  'publish-rule': { readonly rule: Rule; readonly expected: number; readonly reason: string | null }
}
export type AlarmCommandName = keyof AlarmCommandData
export type AlarmCommand = {
  [N in AlarmCommandName]: { readonly command: N; readonly data: AlarmCommandData[N] }
}[AlarmCommandName]
export type AlarmCommandRequest = AlarmCommand & {
  readonly actor: CommandActor
  readonly isSimulated?: boolean
}
/** `alarm` = which of the named ones; null = the command as a whole. */
export type AlarmRefusal = Refusal & { readonly alarm: string | null }

export const MAX_ALARMS_A_COMMAND = 500
export const MAX_SHELVE_MS = 8 * 3_600_000
export const MIN_SHELVE_MS = 60_000
export const MAX_RULES = 5_000
export const MAX_REASON = 500
