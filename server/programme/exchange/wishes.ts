// What the lines of every kind share: the same thing twice, where a refusal belongs, columns that are only shown. Pure.
import type { ImportError } from '../../../shared/programme/exchange-schema.ts'
import type { Words } from '../../../shared/words.ts'
import type { Wish } from './layout.ts'
import { error, isEmpty, type Line, normalised, type SheetLayout } from './sheet-table.ts'

export const ONLY_SHOWN: Words = {
  vi: 'Cột này chỉ để đọc và khác với dữ liệu của hệ thống: hãy xem lại mã ở đầu dòng, hoặc để trống ô này',
  en: "This column is only shown, and differs from the system's: check the id at the line's beginning, or empty the cell",
}

/** Lines that speak of what a line before spoke of: which of them counts, nobody could tell. */
export function doubled<Key extends string>(lines: readonly Line<Key>[], keys: readonly Key[]): readonly ImportError[] {
  const first = new Map<string, number>()
  return lines.flatMap(({ sheet, number, cells }) => {
    const parts = keys.map(key => cells[key] ?? null)
    if (parts.some(isEmpty)) return []
    const id = JSON.stringify(
      parts.map(part => normalised(typeof part === 'object' ? (part?.date ?? '') : String(part))),
    )
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, number)
      return []
    }
    return [
      error({ sheet, line: number }, null, 'line-twice', {
        vi: `Trùng với dòng ${before}`,
        en: `The same as line ${before}`,
      }),
    ]
  })
}

/** @param columns the column of each field of the command's data */
export const placesOn =
  <Key extends string>(
    layout: SheetLayout<Key>,
    line: Pick<Line<Key>, 'sheet' | 'number'>,
    columns: Readonly<Record<string, Key>>,
  ): Wish['placeOf'] =>
  field => {
    const key = field === null ? undefined : columns[field.split('.')[0] ?? '']
    return { sheet: line.sheet, line: line.number, column: key === undefined ? null : layout.columns[key].vi }
  }

/** A text as it comes back from a spreadsheet: one kind of line end, no spaces around, empty = none. */
export const tidied = (text: string | null): string | null => text?.replaceAll(/\r\n?/g, '\n').trim() || null
