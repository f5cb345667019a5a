// The Vietnamese vocabulary of the Programme area, put together from its parts.

import type { Mirror } from '../../i18n/mirror.ts'
import { vi as criteria } from '../criteria/words.ts'
import { vi as exchange } from '../exchange/words.ts'
import { vi as funding } from '../funding/words.ts'
import { vi as history } from '../history/words.ts'
import { vi as obstacles } from '../obstacles/words.ts'
import { vi as overview } from '../overview/words.ts'
import { vi as records } from '../records/words.ts'
import { vi as reports } from '../reports/words.ts'
import { vi as settings } from '../settings/words.ts'
import { vi as tasks } from '../tasks/words.ts'
import { vi as villages } from '../villages/words.ts'
import { vi as event } from './events.ts'
import { vi as shell } from './shell.ts'
import { vi as term } from './terms.ts'

export const vi = {
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
export type ProgrammeVocabulary = Mirror<typeof vi>
