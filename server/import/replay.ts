// `--speed N`: an exercise. The file runs N times as fast through the public HTTP door, each reading with the time at which it is
// sent, so that the wall looks live and the last reading ends now.
import { setTimeout as sleep } from 'node:timers/promises'
import { type IngestReply, ingestReplySchema } from '../../shared/api.ts'
import type { FileReading } from './csv-readings.ts'
import { addReply, noTotals, type Totals } from './load.ts'

/** Readings due within this are sent together. */
const STEP_MS = 200
const MAX_BATCH = 500
const MAX_TRIES = 20

/** The door refused or can't be reached; Vietnamese · English. */
export class ReplayRefused extends Error {}

export type ReplayOptions = {
  readonly url: string
  readonly token: string
  readonly speed: number
  readonly onProgress: (totals: Totals) => void
  readonly now?: () => number
}

/** @param rows oldest first; a row older than its predecessor goes out with it */
export async function replay(rows: AsyncIterable<FileReading>, options: ReplayOptions): Promise<Totals> {
  const { url, token, speed, onProgress, now = Date.now } = options
  const totals = noTotals()
  const startedAt = now()
  let firstTs: number | undefined
  let lastSentTs = 0
  let batch: FileReading[] = []

  async function send(): Promise<void> {
    if (batch.length === 0) return
    await sleep(Math.max(0, lastSentTs - now()))
    addReply(totals, await post(url, token, batch))
    totals.rows += batch.length
    batch = []
    onProgress(totals)
  }

  for await (const { ts, values } of rows) {
    firstTs ??= ts
    // Two readings never share a millisecond: the second would be taken for a repetition.
    const dueAt = Math.max(lastSentTs + 1, Math.round(startedAt + (ts - firstTs) / speed))
    if (batch.length === MAX_BATCH || (batch[0] && dueAt - batch[0].ts > STEP_MS)) await send()
    batch.push({ ts: dueAt, values })
    lastSentTs = dueAt
  }
  await send()
  return totals
}

async function post(url: string, token: string, readings: readonly FileReading[]): Promise<IngestReply> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(new URL('/api/v1/ingest', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ readings }),
    }).catch((error: Error) => error)
    if (!(response instanceof Error) && response.ok) return ingestReplySchema.parse(await response.json())
    const status = response instanceof Error ? 0 : response.status
    const isPassing = status === 0 || status === 429 || status === 503
    if (!isPassing || tries === MAX_TRIES) {
      const why = response instanceof Error ? response.message : await response.text()
      throw new ReplayRefused(`cổng nhận từ chối (${status}) · the door refused (${status}): ${why}`)
    }
    const wait = response instanceof Error ? 1 : Number(response.headers.get('retry-after') ?? 1)
    await sleep(wait * 1000)
  }
}
