// Adds the words of the alarms to the page; a page that speaks of alarms imports this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('alarms', { vi, en })
