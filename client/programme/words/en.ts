// The English vocabulary of the Programme area, put together from its parts.
import { en as criteria } from '../criteria/words.ts'
import { en as exchange } from '../exchange/words.ts'
import { en as funding } from '../funding/words.ts'
import { en as history } from '../history/words.ts'
import { en as obstacles } from '../obstacles/words.ts'
import { en as overview } from '../overview/words.ts'
import { en as records } from '../records/words.ts'
import { en as reports } from '../reports/words.ts'
import { en as settings } from '../settings/words.ts'
import { en as tasks } from '../tasks/words.ts'
import { en as villages } from '../villages/words.ts'
import { en as event } from './events.ts'
import { en as shell } from './shell.ts'
import { en as term } from './terms.ts'

export const en = {
  shell,
  term,
  event,
  overview,
  villages,
  criteria,
  tasks,
  funding,
  reports,
  obstacles,
  records,
  history,
  settings,
  exchange,
} as const
