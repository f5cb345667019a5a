// Adds the words of the desk to the page; a page that speaks of shifts imports this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('desk', { vi, en })
