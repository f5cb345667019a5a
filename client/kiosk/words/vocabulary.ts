// Adds the words of the kiosk to the page; the kiosk imports this first.
import { addVocabulary } from '../../i18n/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

addVocabulary('kiosk', { vi, en })
