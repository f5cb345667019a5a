// The events on the page as a file that Excel opens. Pure.

/** Excel takes a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** UTF-8 with its mark, or Excel takes Vietnamese for something else. */
export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${[header, ...rows].map(line => line.map(cell).join(',')).join('\r\n')}\r\n`
