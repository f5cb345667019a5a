// Adds the programme's words to the page; a page that speaks of the programme imports this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('programme', { vi, en })
