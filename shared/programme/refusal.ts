// Every reason why a command isn't done, by code, with a sentence in both languages that says what is wrong and what to do.

import type { Words } from '../words.ts'
import type { Refusal } from './command.ts'
import { ACTOR_REFUSALS, VALUE_REFUSALS } from './refusal-of-values.ts'
import { ASSESSMENT_REFUSALS, CRITERIA_REFUSALS, DOSSIER_REFUSALS, VILLAGE_REFUSALS } from './refusal-of-villages.ts'
import {
  FUNDING_REFUSALS,
  OBSTACLE_REFUSALS,
  RECORD_REFUSALS,
  REPORT_REFUSALS,
  SETTING_REFUSALS,
  TASK_REFUSALS,
} from './refusal-of-work.ts'

export const REFUSALS = {
  ...ACTOR_REFUSALS,
  ...VALUE_REFUSALS,
  ...VILLAGE_REFUSALS,
  ...CRITERIA_REFUSALS,
  ...ASSESSMENT_REFUSALS,
  ...DOSSIER_REFUSALS,
  ...TASK_REFUSALS,
  ...FUNDING_REFUSALS,
  ...REPORT_REFUSALS,
  ...OBSTACLE_REFUSALS,
  ...RECORD_REFUSALS,
  ...SETTING_REFUSALS,
}
export type RefusalCode = keyof typeof REFUSALS
/** What the sentence of a code needs to know. */
export type RefusalAbout<C extends RefusalCode> = Parameters<(typeof REFUSALS)[C]>

export function refusalOf<C extends RefusalCode>(code: C, field: string | null, ...about: RefusalAbout<C>): Refusal {
  // The code and its parameters belong together; TypeScript can't follow that through the table.
  const words = (REFUSALS[code] as (...about: RefusalAbout<C>) => Words)(...about)
  return { code, field, ...words }
}
