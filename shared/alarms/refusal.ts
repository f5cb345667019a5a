// Every reason why a command about alarms isn't done, by code, with a sentence in both languages that says what to do.
import type { Refusal } from '../programme/command.ts'
import { VALUE_REFUSALS } from '../programme/refusal-of-values.ts'
import type { Words } from '../words.ts'
import { ALARM_REFUSALS } from './refusal-of-alarms.ts'
import { RULE_REFUSALS } from './refusal-of-rules.ts'

const {
  'text-long': textLong,
  'text-characters': textCharacters,
  'list-empty': listEmpty,
  'too-many': tooMany,
} = VALUE_REFUSALS

export const REFUSALS_OF_ALARMS = {
  ...ALARM_REFUSALS,
  ...RULE_REFUSALS,
  'text-long': textLong,
  'text-characters': textCharacters,
  'list-empty': listEmpty,
  'too-many': tooMany,
}
/** Of our own; those of the actor are the programme's (shared/programme/refusal.ts). */
export type AlarmRefusalCode = keyof typeof REFUSALS_OF_ALARMS
/** What the sentence of a code needs to know. */
export type AlarmRefusalAbout<C extends AlarmRefusalCode> = Parameters<(typeof REFUSALS_OF_ALARMS)[C]>

/** Of the command as a whole, or of one part of its data. */
export function alarmRefusalOf<C extends AlarmRefusalCode>(
  code: C,
  field: string | null,
  ...about: AlarmRefusalAbout<C>
): Refusal {
  // The code and its parameters belong together; TypeScript can't follow that through the table.
  const words = (REFUSALS_OF_ALARMS[code] as (...about: AlarmRefusalAbout<C>) => Words)(...about)
  return { code, field, ...words }
}

/** `field` names a part of the command's data, with dots into parts and lists (`rule.levels.0.at`). */
export type Refuse = <C extends AlarmRefusalCode>(code: C, field: string, ...about: AlarmRefusalAbout<C>) => void
