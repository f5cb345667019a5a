// Adds the words of the fleet to the page; the page imports this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('fleet', { vi, en })
