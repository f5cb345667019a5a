// Adds the words of entry to the page; whatever uses them imports this first.
import { addVocabulary } from '../../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('entry', { vi, en })
