// `--speed 0`: history straight into the store, by the same rules as every reading, except that it may be old.
import type { IngestReply } from '../../shared/api.ts'
import type { Ingest } from '../ingest/ingest.ts'
import type { Device } from '../registry/devices.ts'
import type { FileReading } from './csv-readings.ts'

const BATCH = 1_000

export type Totals = { rows: number; accepted: number; duplicate: number; rejected: Map<string, number> }
export const noTotals = (): Totals => ({ rows: 0, accepted: 0, duplicate: 0, rejected: new Map() })

export function addReply(totals: Totals, reply: IngestReply): void {
  totals.accepted += reply.accepted
  totals.duplicate += reply.duplicate
  for (const { message } of reply.rejected) totals.rejected.set(message, (totals.rejected.get(message) ?? 0) + 1)
}

/** A second run adds nothing: what is stored already is a duplicate, so an interrupted load is simply run again. */
export async function loadHistory(
  rows: AsyncIterable<FileReading>,
  device: Device,
  ingest: Ingest,
  onProgress: () => void,
): Promise<Totals> {
  const totals = noTotals()
  let batch: FileReading[] = []
  async function commit(): Promise<void> {
    const reply = await ingest.accept(device, { readings: batch }, { isImport: true })
    // The batch is made here, of the device's own series: a refusal would be our bug.
    if (typeof reply === 'string') throw new Error(`import batch refused: ${reply}`)
    addReply(totals, reply)
    totals.rows += batch.length
    batch = []
    onProgress()
  }
  for await (const row of rows) {
    batch.push(row)
    if (batch.length === BATCH) await commit()
  }
  if (batch.length > 0) await commit()
  return totals
}
