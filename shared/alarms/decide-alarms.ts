// What a command about alarms must be like whichever alarms it names: how many, its texts, its time, its person. Pure.
import type { Refusal } from '../programme/command.ts'
import { LIMITS } from '../programme/decide-limits.ts'
import { hasText, hasUnseen } from '../programme/decide-values.ts'
import type { Units } from '../programme/units.ts'
import {
  type AlarmCommand,
  type AlarmCommandData,
  type AlarmCommandName,
  MAX_ALARMS_A_COMMAND,
  MAX_REASON,
  MAX_SHELVE_MS,
  MIN_SHELVE_MS,
} from './command.ts'
import { checkUnitOf } from './decide-person.ts'
import { isWithin, lengthOf } from './decide-text.ts'
import type { Refuse } from './refusal.ts'

export type AlarmsCommandName = Exclude<AlarmCommandName, 'publish-rule'>
export type AlarmsCommand = Extract<AlarmCommand, { command: AlarmsCommandName }>

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

export function checkAlarmsCommand(
  scene: { readonly units: Units; readonly now: number },
  { command, data }: AlarmsCommand,
  refuse: Refuse,
  refuseUnit: (refusal: Refusal) => void,
): void {
  const { length } = data.alarms
  if (length === 0) refuse('list-empty', 'alarms')
  if (length > MAX_ALARMS_A_COMMAND) refuse('too-many', 'alarms', MAX_ALARMS_A_COMMAND, length)
  switch (command) {
    case 'acknowledge':
    case 'reset':
      return checkRemark('comment', data.comment, refuse)
    case 'assign':
      checkRemark('comment', data.comment, refuse)
      if (data.to) {
        checkName(data.to.name, refuse)
        checkUnitOf(scene, 'to.unit', data.to, refuseUnit)
      }
      return
    case 'comment':
      return checkReason('text', data.text, refuse)
    case 'shelve':
      checkReason('reason', data.reason, refuse)
      return checkShelving(data, refuse)
    case 'take-out-of-service':
      return checkReason('reason', data.reason, refuse)
    case 'unshelve':
    case 'return-to-service':
      return checkRemark('reason', data.reason, refuse)
    default:
      command satisfies never
  }
}

function checkReason(field: string, text: string, refuse: Refuse): void {
  if (!hasText(text)) refuse('reason-missing', field)
  checkRemark(field, text, refuse)
}

/** A text that may be left out. */
export function checkRemark(field: string, text: string | null, refuse: Refuse): void {
  if (text === null) return
  if (lengthOf(text) > MAX_REASON) refuse('text-long', field, MAX_REASON, lengthOf(text))
  if (hasUnseen(text)) refuse('text-characters', field)
}

function checkName(name: string, refuse: Refuse): void {
  const { min, max } = LIMITS.actorName
  if (!isWithin(name, LIMITS.actorName) || /\p{C}/u.test(name) || !/\p{L}/u.test(name))
    refuse('assignee-name', 'to.name', min, max)
}

function checkShelving({ forMs }: AlarmCommandData['shelve'], refuse: Refuse): void {
  if (!Number.isInteger(forMs) || forMs < MIN_SHELVE_MS || forMs > MAX_SHELVE_MS)
    refuse('shelve-time', 'forMs', MIN_SHELVE_MS / MINUTE_MS, MAX_SHELVE_MS / HOUR_MS)
}
