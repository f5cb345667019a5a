// What a display says about itself, English.
import type { DisplayVocabulary } from './vi.ts'

export const en = {
  kiosk: 'Kiosk',
  unnamed: 'No name yet',
  screen: 'Screen {{id}}',
  wholeCanvas: 'The whole canvas',
  fieldOnly: 'This screen shows measurements only',
  pairing: {
    brand: 'Đài Sen · Smart villages of Đồng Tháp',
    title: 'Pair this screen',
    asking: 'Asking for a code',
    refused: 'This address can’t be paired',
    how: "On an administrator's machine, open the page Displays, press “Pair a screen” and enter this code.",
    good: 'The code is good for {{minutes}} more minutes',
    lastMinute: 'The code is good for less than a minute',
    away: 'The station is not heard, trying again',
    machine: 'This machine: {{id}}',
  },
} as const satisfies DisplayVocabulary
