// Writes numbers that are filled into words as the province writes them: "1.200 mục". Knows no word.
import type { FormatterModule } from 'i18next'
import { formatNumber } from '../design/number-format.ts'

/** What is counted. Other numbers are handed in as they are to be read: a year has no point, a level has its own decimals. */
const COUNTED: ReadonlySet<unknown> = new Set(['count', 'most'])

const write = (value: unknown, place: unknown): unknown =>
  typeof value === 'number' && COUNTED.has(place) ? formatNumber(value, Number.isInteger(value) ? 0 : 1) : value

const nothing = (): void => {}

export const countedNumbers: FormatterModule = {
  type: 'formatter',
  init: nothing,
  add: nothing,
  addCached: nothing,
  format: (value: unknown, _format, _language, options) =>
    write(value, (options as { readonly interpolationkey?: unknown }).interpolationkey) as string,
}
