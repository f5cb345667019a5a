// A CSV file as a stream of readings, with what was skipped and why. Reads the file once, row by row; nothing is held.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { type CellForm, readCell } from './cell.ts'
import type { ColumnMap } from './column-map.ts'
import { readRowTime } from './row-time.ts'

export type FileReading = { readonly ts: number; readonly values: Readonly<Record<string, number>> }

export type SkipReason = 'absent' | 'number' | 'unit' | 'time' | 'columns'
export type Skips = Map<SkipReason, { count: number; readonly example: string }>

/** The file doesn't fit its map; the message says how, Vietnamese · English. */
export class MapMismatch extends Error {}

const DELIMITERS = [',', ';', '\t', '|'] as const
const HEADER_BYTES = 64 * 1024

export type FileReadings = {
  readonly rows: () => AsyncGenerator<FileReading>
  readonly skips: Skips
  /** Bytes read so far, for the progress bar. */
  readonly bytesRead: () => number
}

/**
 * @param unitOf UCUM unit of a quantity
 * @throws MapMismatch when the header lacks a column of the map
 */
export async function openCsv(
  path: string,
  map: ColumnMap,
  unitOf: (quantity: string) => string,
): Promise<FileReadings> {
  const delimiter = map.delimiter ?? delimiterOf(await firstLine(path))
  const skips: Skips = new Map()
  const stream = createReadStream(path)
  const absent = new Set(map.absent)
  const columns = Object.entries(map.columns).map(([name, { quantity, ...rest }]) => {
    const form: CellForm = {
      absent,
      decimal: map.decimal,
      unit: unitOf(quantity),
      assumed: 'unit' in rest ? rest.unit : undefined,
    }
    return { name, quantity, form }
  })

  function skip(reason: SkipReason, line: number, what: string): void {
    const held = skips.get(reason)
    if (held) held.count++
    else skips.set(reason, { count: 1, example: `dòng · line ${line}: ${what.slice(0, 80)}` })
  }

  async function* rows(): AsyncGenerator<FileReading> {
    const parser = stream.pipe(
      parse({
        bom: true,
        delimiter,
        columns: header => checkHeader(header, map),
        relax_column_count: true,
        skip_empty_lines: true,
        trim: true,
        info: true,
      }),
    )
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string | undefined>
      info: { lines: number }
    }>) {
      const reading = readRow(record, info.lines)
      if (reading) yield reading
    }
  }

  function readRow(record: Readonly<Record<string, string | undefined>>, line: number): FileReading | undefined {
    const timeText = map.time.map(name => record[name] ?? '').join(' ')
    const ts = readRowTime(timeText, map.zone)
    if (ts === undefined) {
      skip('time', line, timeText)
      return undefined
    }
    const values: Record<string, number> = {}
    for (const { name, quantity, form } of columns) {
      const text = record[name]
      if (text === undefined) {
        skip('columns', line, name)
        continue
      }
      const cell = readCell(text, form)
      if (cell.kind === 'value') values[quantity] = cell.value
      else skip(cell.kind === 'absent' ? 'absent' : cell.reason, line, `${name} = "${text}"`)
    }
    return Object.keys(values).length > 0 ? { ts, values } : undefined
  }

  return { rows, skips, bytesRead: () => stream.bytesRead }
}

function checkHeader(header: readonly string[], map: ColumnMap): string[] {
  const missing = [...map.time, ...Object.keys(map.columns)].filter(name => !header.includes(name))
  if (missing.length > 0)
    throw new MapMismatch(
      `tệp không có cột: ${missing.join(', ')} · the file lacks these columns: ${missing.join(', ')}; it has ${header.join(', ')}`,
    )
  return [...header]
}

async function firstLine(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
    return buffer.toString('utf8', 0, bytesRead).split(/\r?\n/, 1)[0] ?? ''
  } finally {
    await file.close()
  }
}

/** The mark that splits the header into most columns. */
function delimiterOf(header: string): string {
  const counts = DELIMITERS.map(delimiter => ({ delimiter, count: header.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
