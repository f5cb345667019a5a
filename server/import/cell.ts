// What a CSV cell says: nothing, a number in the quantity's unit, or something we don't understand. Pure.

export type Cell =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'unreadable'; readonly reason: 'number' | 'unit' }

/** How a unit is written in files → UCUM. */
const SPELLINGS: Readonly<Record<string, string>> = {
  '°c': 'Cel',
  '℃': 'Cel',
  c: 'Cel',
  cel: 'Cel',
  '°f': '[degF]',
  'µg/m³': 'ug/m3',
  'μg/m³': 'ug/m3',
  'µg/m3': 'ug/m3',
  'μg/m3': 'ug/m3',
  'mg/m³': 'mg/m3',
  'km/h': 'km/h',
  kmh: 'km/h',
  kph: 'km/h',
  'm³': 'm3',
  kwh: 'kW.h',
  ntu: '{NTU}',
  ph: '[pH]',
  '°': 'deg',
  ppt: 'g/L',
  '‰': 'g/L',
  'g/l': 'g/L',
  'mg/l': 'mg/L',
  'µs/cm': 'uS/cm',
  'μs/cm': 'uS/cm',
  'us/cm': 'uS/cm',
  'ms/cm': 'mS/cm',
  dbm: 'dB[mW]',
}

type Conversion = { readonly factor: number; readonly offset?: number }
/** `from>to`, both UCUM: value × factor + offset. */
const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  'km/h>m/s': { factor: 1 / 3.6 },
  '[degF]>Cel': { factor: 5 / 9, offset: -160 / 9 },
  'mg/m3>ug/m3': { factor: 1_000 },
  'cm>m': { factor: 0.01 },
  'mm>m': { factor: 0.001 },
  'cm>mm': { factor: 10 },
  'mg/L>g/L': { factor: 0.001 },
  'uS/cm>mS/cm': { factor: 0.001 },
  'W>kW': { factor: 0.001 },
  'W.h>kW.h': { factor: 0.001 },
  'L>m3': { factor: 0.001 },
}
/** Converted values keep this many significant digits: 3.7 km/h is 1.02777778 m/s, not fifteen invented digits. */
const SIGNIFICANT = 9

export type CellForm = {
  readonly absent: ReadonlySet<string>
  readonly decimal: '.' | ','
  /** UCUM unit of the quantity. */
  readonly unit: string
  /** Unit of cells that carry none. */
  readonly assumed: string | undefined
}

export function readCell(text: string, { absent, decimal, unit, assumed }: CellForm): Cell {
  const trimmed = text.trim()
  if (trimmed === '' || absent.has(trimmed)) return { kind: 'absent' }
  const match = /^([+\-−]?[\d.,]+(?:[eE][+-]?\d+)?)\s*(.*)$/u.exec(trimmed)
  const value = match ? numberOf(match[1] ?? '', decimal) : undefined
  if (value === undefined) return { kind: 'unreadable', reason: 'number' }
  const written = match?.[2] || assumed
  const from = written === undefined || written === unit ? unit : (SPELLINGS[written.toLowerCase()] ?? written)
  if (from === unit) return { kind: 'value', value }
  const conversion = CONVERSIONS[`${from}>${unit}`]
  if (!conversion) return { kind: 'unreadable', reason: 'unit' }
  const { factor, offset = 0 } = conversion
  return { kind: 'value', value: Number((value * factor + offset).toPrecision(SIGNIFICANT)) }
}

/** Thousands marks are refused rather than guessed: "1.234" is a thousand in one country and one in the next. */
function numberOf(text: string, decimal: '.' | ','): number | undefined {
  if (decimal === ',' && text.includes('.')) return undefined
  const plain = decimal === ',' ? text.replace(',', '.') : text
  const value = Number(plain.replace('−', '-'))
  return Number.isFinite(value) ? value : undefined
}
