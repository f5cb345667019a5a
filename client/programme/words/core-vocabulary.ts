// Adds the words of the programme that a page beside it speaks: its terms, events, villages and overview. The programme's own pages add all.
import { addVocabulary } from '../../i18n/language.ts'
import { en as overviewEn, vi as overviewVi } from '../overview/words.ts'
import { en as villagesEn, vi as villagesVi } from '../villages/words.ts'
import { en as eventEn, vi as eventVi } from './events.ts'
import { en as shellEn, vi as shellVi } from './shell.ts'
import { en as termEn, vi as termVi } from './terms.ts'

addVocabulary('programme', {
  vi: { shell: shellVi, term: termVi, event: eventVi, overview: overviewVi, villages: villagesVi },
  en: { shell: shellEn, term: termEn, event: eventEn, overview: overviewEn, villages: villagesEn },
})
