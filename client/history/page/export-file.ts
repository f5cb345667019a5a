// Fetches an export bit by bit and says how far it is: a CSV's lines carry their times, so the range itself is the measure.

import { problemIn, type problemWords } from '../../app/post-json.ts'
import { stationFetch } from '../../app/station-fetch.ts'
import type { TimeRange } from './history-choice.ts'

export type Exported =
  | { readonly kind: 'done'; readonly file: Blob; readonly name: string }
  | { readonly kind: 'refused'; readonly problem: Parameters<typeof problemWords>[0] }
  | { readonly kind: 'cancelled' | 'failed' }

type About = {
  readonly path: string
  readonly range: TimeRange
  readonly signal: AbortSignal
  /** 0 to 1; undefined = nobody can say yet. */
  readonly onProgress: (share: number | undefined) => void
}

export async function fetchExport({ path, range, signal, onProgress }: About): Promise<Exported> {
  try {
    const response = await stationFetch(path, { signal })
    if (!response.ok || !response.body) return { kind: 'refused', problem: await problemIn(response) }
    const parts: Uint8Array<ArrayBuffer>[] = []
    let share: number | undefined
    for await (const part of chunksOf(response.body)) {
      parts.push(part)
      share = shareOf(part, range) ?? share
      onProgress(share)
    }
    const type = response.headers.get('content-type') ?? 'application/octet-stream'
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'dai-sen'
    return { kind: 'done', file: new Blob(parts, { type }), name }
  } catch {
    return { kind: signal.aborted ? 'cancelled' : 'failed' }
  }
}

/** By a reader: not every browser walks a stream by itself. */
async function* chunksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
}

const LAST_BYTES = 2_000

/** By the last line's time in it. */
export function shareOf(part: Uint8Array, { from, to }: TimeRange): number | undefined {
  const text = new TextDecoder().decode(part.slice(-LAST_BYTES))
  const time = [...text.matchAll(/(?:^|\n)(\d{4}-\d\d-\d\dT[\d:.]+\+07:00),/g)].at(-1)?.[1]
  const at = time === undefined ? Number.NaN : Date.parse(time)
  return Number.isNaN(at) ? undefined : Math.min(1, Math.max(0, (at - from) / (to - from)))
}
