// The Vietnamese vocabulary of the Alarms area, put together from its parts.
import type { Mirror } from '../../i18n/mirror.ts'
import { vi as acknowledge } from '../acknowledge/words.ts'
import { vi as desk } from '../desk/words.ts'
import { vi as history } from '../history/words.ts'
import { vi as outbox } from '../outbox/words.ts'
import { vi as rules } from '../rules/words.ts'
import { vi as scorecard } from '../scorecard/words.ts'
import { vi as shell } from './shell.ts'
import { vi as term } from './terms.ts'
import { vi as wall } from './wall.ts'

export const vi = { shell, term, acknowledge, desk, history, outbox, rules, scorecard, wall } as const
export type AlarmVocabulary = Mirror<typeof vi>
