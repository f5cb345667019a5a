// Reads one line's cells as what they should be: texts, numbers, days, words of a code. Empty = null; what can't be read is
// reported with its column and comes back undefined. Pure; knows no programme.
import type { ImportError } from '../../../shared/programme/exchange-schema.ts'
import type { Words } from '../../../shared/words.ts'
import type { Cell } from '../../spreadsheet/workbook.ts'
import { error, isEmpty, type Line, normalised, type SheetLayout } from './sheet-table.ts'

type Read<T> = T | null | undefined

export type LineReader<Key extends string> = {
  readonly has: (key: Key) => boolean
  readonly text: (key: Key) => string | null
  /** The text of a required column; undefined = it is empty, which was reported. */
  readonly id: (key: Key) => string | undefined
  readonly number: (key: Key) => Read<number>
  /** Whole đồng: digits, which may be grouped by dots, commas or spaces. */
  readonly dong: (key: Key) => Read<number>
  readonly whole: (key: Key) => Read<number>
  readonly day: (key: Key) => Read<string>
  readonly yesNo: (key: Key) => Read<boolean>
  /** The code of a word in either language, or the code itself. */
  readonly choice: <Code extends string>(key: Key, terms: Readonly<Record<Code, Words>>) => Read<Code>
  /** Reports a read-only cell that doesn't say what is so. */
  readonly unaltered: (key: Key, actual: string | number | null) => void
  readonly refuse: (key: Key | null, code: string, words: Words) => void
}

export function createLineReader<Key extends string>(
  layout: SheetLayout<Key>,
  line: Line<Key>,
  errors: ImportError[],
): LineReader<Key> {
  const cellOf = (key: Key): Cell => line.cells[key] ?? null
  const titleOf = (key: Key): string => layout.columns[key].vi
  const refuse = (key: Key | null, code: string, words: Words): undefined => {
    errors.push(error({ sheet: line.sheet, line: line.number }, key === null ? null : titleOf(key), code, words))
    return undefined
  }
  const text = (key: Key): string | null => (isEmpty(cellOf(key)) ? null : textOf(cellOf(key)))
  const read = <T>(key: Key, of: (cell: Cell) => T | undefined, code: string, words: Words): Read<T> => {
    if (isEmpty(cellOf(key))) return null
    return of(cellOf(key)) ?? refuse(key, code, words)
  }
  const number = (key: Key): Read<number> => read(key, numberOf, 'number-malformed', NOT_A_NUMBER)
  return {
    has: key => line.cells[key] !== undefined,
    text,
    id: key => text(key) ?? refuse(key, 'cell-empty', { vi: 'Ô này không được để trống', en: 'This cell is empty' }),
    number,
    dong: key => read(key, dongOf, 'amount-malformed', NOT_AN_AMOUNT),
    whole: key => read(key, wholeOf, 'whole-malformed', NOT_WHOLE),
    day: key => read(key, dayOf, 'day-malformed', NOT_A_DAY),
    yesNo(key) {
      const word = read(key, cell => YES_NO.get(normalised(textOf(cell))), 'yes-no-malformed', {
        vi: 'Ghi "Có" hoặc "Không"',
        en: 'Write "Có" (yes) or "Không" (no)',
      })
      return word
    },
    choice<Code extends string>(key: Key, terms: Readonly<Record<Code, Words>>) {
      const codes = Object.keys(terms) as Code[]
      const isIt = (code: Code, word: string) => [code, terms[code].vi, terms[code].en].map(normalised).includes(word)
      return read(key, cell => codes.find(code => isIt(code, normalised(textOf(cell)))), 'word-unknown', {
        vi: `Ghi một trong: ${codes.map(code => `"${terms[code].vi}"`).join(', ')}`,
        en: `Write one of: ${codes.map(code => `"${terms[code].en}"`).join(', ')}`,
      })
    },
    unaltered(key, actual) {
      const cell = cellOf(key)
      const { readOnly } = layout.columns[key]
      if (isEmpty(cell) || !readOnly) return
      const isSame =
        typeof actual === 'number'
          ? (dongOf(cell) ?? numberOf(cell)) === actual
          : actual !== null && normalised(textOf(cell)) === normalised(actual)
      if (!isSame) refuse(key, 'read-only', readOnly)
    },
    refuse,
  }
}

const NOT_A_NUMBER: Words = {
  vi: 'Không phải số: ghi như 12,5 (không phân nhóm nghìn)',
  en: 'Not a number: write it like 12.5, without grouping thousands',
}
const NOT_AN_AMOUNT: Words = {
  vi: 'Không phải số tiền: ghi số đồng nguyên, ví dụ 1.500.000',
  en: 'Not an amount: write whole đồng, e.g. 1.500.000',
}
const NOT_WHOLE: Words = { vi: 'Không phải số nguyên', en: 'Not a whole number' }
const NOT_A_DAY: Words = {
  vi: 'Không phải ngày: ghi như 31/12/2026 hoặc 2026-12-31',
  en: 'Not a day: write it like 31/12/2026 or 2026-12-31',
}
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['có', true],
  ['x', true],
  ['yes', true],
  ['true', true],
  ['không', false],
  ['no', false],
  ['false', false],
])

/** A number in a cell of text is the text it shows: the indicator 1.2 is "1.2". */
function textOf(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.date : String(cell).trim()
}

/** "1.234" as text may be a thousand or a decimal: whoever wrote it must say. */
function numberOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell
  const text = textOf(cell)
  return /^-?\d+([.,]\d+)?$/.test(text) && !/^-?\d{1,3}[.,]\d{3}$/.test(text)
    ? Number(text.replace(',', '.'))
    : undefined
}

function dongOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : undefined
  const text = textOf(cell).replace(/\s*(đ|₫|đồng)$/i, '')
  const isGrouped = /^-?(\d+|\d{1,3}(([., ])\d{3})(\3\d{3})*)$/.test(text)
  const amount = Number(text.replaceAll(/[., ]/g, ''))
  return isGrouped && Number.isSafeInteger(amount) ? amount : undefined
}

function wholeOf(cell: Cell): number | undefined {
  const value = typeof cell === 'number' ? cell : /^\d{1,15}$/.test(textOf(cell)) ? Number(textOf(cell)) : Number.NaN
  return Number.isSafeInteger(value) ? value : undefined
}

function dayOf(cell: Cell): string | undefined {
  const text = textOf(cell)
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const day = y === undefined ? text : `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : day
}
