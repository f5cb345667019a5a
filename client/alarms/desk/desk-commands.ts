// What can be done at the desk, and what is sent for it. Pure.
import {
  type AlarmCommand,
  type AlarmCommandName,
  MIN_SHELVE_MS,
  type SeenAlarm,
} from '../../../shared/alarms/command.ts'
import { judgeAlarm } from '../../../shared/alarms/decide-alarm.ts'
import type { Alarm } from '../../../shared/alarms/state.ts'

export type DeskCommand = Exclude<AlarmCommandName, 'publish-rule'>
export type AlarmsCommand = Exclude<AlarmCommand, { command: 'publish-rule' }>

/** As the buttons stand. */
export const DESK_COMMANDS = [
  'acknowledge',
  'shelve',
  'comment',
  'assign',
  'reset',
  'unshelve',
  'take-out-of-service',
  'return-to-service',
] as const satisfies readonly DeskCommand[]

/** Done by one press; the others ask for words first. */
export type DirectCommand = 'acknowledge' | 'reset' | 'unshelve' | 'return-to-service'

export const isDirect = (command: DeskCommand): command is DirectCommand =>
  command === 'acknowledge' || command === 'reset' || command === 'unshelve' || command === 'return-to-service'

export const seenOf = (alarms: readonly Alarm[]): readonly SeenAlarm[] =>
  alarms.map(({ id, occurrence }) => ({ id, occurrence }))

export function directCommand(command: DirectCommand, alarms: readonly Alarm[]): AlarmsCommand {
  const seen = seenOf(alarms)
  switch (command) {
    case 'acknowledge':
    case 'reset':
      return { command, data: { alarms: seen, comment: null } }
    case 'unshelve':
    case 'return-to-service':
      return { command, data: { alarms: seen, reason: null } }
    default:
      return command satisfies never
  }
}

/** Whether the station would do it to this alarm as it stands, whatever words go with it. */
export const isOffered = (command: DeskCommand, alarm: Alarm): boolean =>
  judgeAlarm({ now: 0 }, wordless(command, alarm), alarm, alarm, () => undefined) !== undefined

function wordless(command: DeskCommand, alarm: Alarm): AlarmsCommand {
  if (isDirect(command)) return directCommand(command, [alarm])
  const alarms = seenOf([alarm])
  switch (command) {
    case 'shelve':
      return { command, data: { alarms, forMs: MIN_SHELVE_MS, reason: '' } }
    case 'take-out-of-service':
      return { command, data: { alarms, reason: '' } }
    case 'assign':
      return { command, data: { alarms, to: null, comment: null } }
    case 'comment':
      return { command, data: { alarms, text: '' } }
    default:
      return command satisfies never
  }
}

/** 15 minutes to 8 hours (MAX_SHELVE_MS). */
export const SHELVE_CHOICES_MS = [900_000, 1_800_000, 3_600_000, 14_400_000, 28_800_000] as const
