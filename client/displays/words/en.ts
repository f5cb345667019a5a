// What a display says about itself, English.
import type { DisplayVocabulary } from './vi.ts'

export const en = {
  unnamed: 'No name yet',
  screen: 'Screen {{id}}',
  wholeCanvas: 'The whole canvas',
} as const satisfies DisplayVocabulary
