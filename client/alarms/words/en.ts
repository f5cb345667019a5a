// The English vocabulary of the Alarms area, put together from its parts.
import { en as acknowledge } from '../acknowledge/words.ts'
import { en as desk } from '../desk/words.ts'
import { en as history } from '../history/words.ts'
import { en as outbox } from '../outbox/words.ts'
import { en as rules } from '../rules/words.ts'
import { en as scorecard } from '../scorecard/words.ts'
import { en as shell } from './shell.ts'
import { en as term } from './terms.ts'
import { en as wall } from './wall.ts'

export const en = { shell, term, acknowledge, desk, history, outbox, rules, scorecard, wall } as const
