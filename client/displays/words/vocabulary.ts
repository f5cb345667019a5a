// Adds the words of the displays to the page; a page that is one, or speaks of them, imports this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('displays', { vi, en })
