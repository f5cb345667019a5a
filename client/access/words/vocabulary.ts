// Adds the words of signing in, accounts and the access log; the pages import this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('access', { vi, en })
