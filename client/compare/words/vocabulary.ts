// Adds the words of the comparison to the page; whoever shows some of them imports this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('compare', { vi, en })
