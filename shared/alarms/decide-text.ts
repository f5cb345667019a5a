// How long a text is that people wrote. Pure; what else it must be like is the programme's (decide-values.ts).

/** As the schema counts: a Vietnamese letter with its marks once, whichever way it was typed. */
export const lengthOf = (text: string): number => text.normalize('NFC').length
export const isWithin = (text: string, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  lengthOf(text.trim()) >= min && lengthOf(text) <= max
