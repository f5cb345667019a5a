// A text that nobody wrote is nothing, not an empty text. Pure.
export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
