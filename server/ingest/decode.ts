// From parsed JSON to candidate readings. Pure: knows the payload forms, no device, no clock, no store.
//
//   {"readings":[{"ts":…,"values":{…}}, …]}   {"ts":…,"values":{…}}   {"ts":…,"v":{…}}   [ … ]

/** One value as it came; everything about it is still to be checked. */
export type Candidate = {
  /** Position of its reading in the request. */
  readonly index: number
  /** Quantity code or series id as sent. */
  readonly key: string
  readonly value: unknown
  /** Unit as sent, undefined when the sender relies on the catalogue. */
  readonly unit: unknown
  readonly ts: unknown
}
export type Decoded = {
  readonly candidates: readonly Candidate[]
  /** Positions of readings that aren't readings; their neighbours are kept. */
  readonly badReadings: readonly number[]
}

/** More would be a log file, not a message: history goes through the import. */
export const MAX_READINGS = 10_000
export const MAX_VALUES_PER_READING = 64

export type Malformed = 'not-readings' | 'too-many'

export function decodeReadings(body: unknown): Decoded | Malformed {
  const readings = readingsOf(body)
  if (!readings) return 'not-readings'
  if (readings.length > MAX_READINGS) return 'too-many'
  const candidates: Candidate[] = []
  const badReadings: number[] = []
  for (const [index, reading] of readings.entries()) {
    const values = isRecord(reading) ? (reading['values'] ?? reading['v']) : undefined
    const entries = isRecord(values) ? Object.entries(values) : undefined
    if (!isRecord(reading) || !entries || entries.length > MAX_VALUES_PER_READING) {
      badReadings.push(index)
      continue
    }
    const ts = reading['ts']
    for (const [key, sent] of entries) {
      const { value, unit } = isRecord(sent)
        ? { value: sent['v'] ?? sent['value'], unit: sent['u'] ?? sent['unit'] }
        : { value: sent, unit: undefined }
      candidates.push({ index, key, value, unit, ts })
    }
  }
  return { candidates, badReadings }
}

function readingsOf(body: unknown): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body
  if (!isRecord(body)) return undefined
  const { readings } = body
  if (Array.isArray(readings)) return readings
  if (isRecord(readings)) return [readings]
  return 'values' in body || 'v' in body ? [body] : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
