// Adds the words of the desktop to the page; a page that speaks of them imports this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('desktop', { vi, en })
