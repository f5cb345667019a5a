// What a text that people wrote must be like. Pure.

/** Control characters except tab and line ends, halves of characters, and what turns the direction of reading around. */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u

export const hasHidden = (text: string): boolean => HIDDEN.test(text)
export const isBlank = (text: string): boolean => text.trim() === ''

/** As the schema counts: a Vietnamese letter with its marks once, whichever way it was typed. */
export const lengthOf = (text: string): number => text.normalize('NFC').length
export const isWithin = (text: string, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  lengthOf(text.trim()) >= min && lengthOf(text) <= max
