// A spreadsheet as the rest of the server sees it: sheets of cells, and how much of it is taken. Knows cells, not what they mean.

/** `date` is the calendar day as it stands in the sheet, 'YYYY-MM-DD'. */
export type Cell = string | number | boolean | { readonly date: string } | null

export type Sheet = {
  readonly name: string
  /** Row 1 first, empty rows in between included. A row ends with its last filled cell, a sheet with its last filled row. */
  readonly rows: readonly (readonly Cell[])[]
}
export type Workbook = { readonly sheets: readonly Sheet[] }

export const WORKBOOK_LIMITS = {
  /** Of the file as it arrives: 5 MiB. */
  bytes: 5 * 1024 * 1024,
  sheets: 20,
  /** Per sheet, up to the last one that holds something. */
  rows: 10_000,
  columns: 200,
  /** In all sheets, formatted but empty ones included: each takes memory while it is read. */
  cells: 500_000,
  /** Of all parts of the file once unpacked: 100 MiB. */
  unpackedBytes: 100 * 1024 * 1024,
} as const
export type WorkbookLimits = { readonly [K in keyof typeof WORKBOOK_LIMITS]: number }

/** How a column's values look; a text stays a text in any of them. Numbers are grouped by thousands: write a year as text. */
export type ColumnKind = 'text' | 'number' | 'money' | 'date' | 'percent'

export type WrittenSheet = {
  readonly name: string
  /** Stands in row 1; the header is row 2 then. */
  readonly note?: string
  readonly columns: readonly {
    readonly title: string
    /** In characters. */
    readonly width: number
    /** `money` in whole đồng; `percent` as a fraction, 0.25 = 25 %. */
    readonly kind: ColumnKind
  }[]
  readonly rows: readonly (readonly Cell[])[]
}
export type WrittenWorkbook = { readonly sheets: readonly WrittenSheet[] }
