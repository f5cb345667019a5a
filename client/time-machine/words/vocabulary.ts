// Adds the words of the time machine to the page; its band and its bar import this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('time', { vi, en })
