// Adds the words of the alarms that a page beside them speaks: their terms and those of the list. The alarms' own pages add all.
import { addVocabulary } from '../../i18n/language.ts'
import { en as deskEn, vi as deskVi } from '../desk/words.ts'
import { en as shellEn, vi as shellVi } from './shell.ts'
import { en as termEn, vi as termVi } from './terms.ts'

addVocabulary('alarms', {
  vi: { shell: shellVi, term: termVi, desk: deskVi },
  en: { shell: shellEn, term: termEn, desk: deskEn },
})
