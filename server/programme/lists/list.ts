// A list of the programme declared once: JSON, CSV and Excel are made of the same rows. Pure; knows cells, not HTTP.

import type { ProgrammeState, SetState } from '../../../shared/programme/state.ts'
import type { Basis, Units } from '../../../shared/programme/units.ts'
import type { Words } from '../../../shared/words.ts'
import { toCsv } from '../../spreadsheet/csv.ts'
import type { Cell, ColumnKind, WrittenSheet } from '../../spreadsheet/workbook.ts'

export type Language = keyof Words

/** What a list is read from: the programme as it stood, looked at on a day. */
export type ListView = {
  readonly state: ProgrammeState
  readonly units: Units
  readonly day: string
  /** Which units' names the rows carry. */
  readonly basis: Basis
  /** The criteria set villages are held against; null = none was chosen. */
  readonly set: SetState | null
}

/** What a row may hold in one column; a list of texts is joined in CSV and Excel. */
type Value = string | number | boolean | readonly string[] | null | undefined

export type Column<Row> = Words & {
  readonly key: keyof Row & string
  readonly width: number
  /** `instant`: epoch milliseconds, shown as the province's time. `year`: a number that is never grouped by thousands. */
  readonly kind: ColumnKind | 'instant' | 'year'
  /** Codes in words, where people read it. */
  readonly terms?: Readonly<Record<string, Words>>
  /** When the row's value isn't one that a cell can hold. */
  readonly read?: (row: Row) => Value
}

export type List<Row> = Words & {
  /** Of the file: `dai-sen-<name>-<day>.csv`. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rowsOf: (view: ListView) => readonly Row[]
}

export function csvOf<Row>(list: List<Row>, rows: readonly Row[], language: Language): string {
  return toCsv(
    list.columns.map(column => column[language]),
    rows.map(row => list.columns.map(column => cellOf(column, row, language))),
  )
}

export function sheetOf<Row>(list: List<Row>, rows: readonly Row[], language: Language): WrittenSheet {
  return {
    name: list[language],
    columns: list.columns.map(column => ({
      title: column[language],
      width: column.width,
      kind: column.kind === 'instant' || column.kind === 'year' ? 'text' : column.kind,
    })),
    rows: rows.map(row => list.columns.map(column => cellOf(column, row, language))),
  }
}

const YES_NO: Readonly<Record<Language, readonly [string, string]>> = { vi: ['Có', 'Không'], en: ['Yes', 'No'] }

/** Unknown is an empty cell, never a zero. */
function cellOf<Row>({ key, kind, terms, read }: Column<Row>, row: Row, language: Language): Cell {
  const value = read ? read(row) : (row[key] as Value)
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1]
  if (typeof value === 'number')
    return kind === 'instant' ? instantWords(value) : kind === 'year' ? String(value) : value
  const worded = (one: string) => terms?.[one]?.[language] ?? one
  if (typeof value !== 'string') return value.map(worded).join('; ')
  return kind === 'date' ? { date: value } : worded(value)
}

const ZONE_MS = 7 * 3_600_000
/** 2026-11-25 14:05, in the province's time. */
const instantWords = (at: number): string => new Date(at + ZONE_MS).toISOString().slice(0, 16).replace('T', ' ')
