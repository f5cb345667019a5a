// Reads the past from the station: the picture of an instant, the readings and the events that follow it. Answers as values; a broken
// answer or a refusal is a PastFailed. Knows no store and no page.
import type { Series } from '../../shared/api.ts'
import { encodeFrame } from '../../shared/frame.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import type { Replay, ReplayMarks } from '../../shared/replay/api-schema.ts'
import { stationFetch } from '../app/station-fetch.ts'

export class PastFailed extends Error {
  /** 0 = no answer at all. */
  readonly status: number
  /** Asked to come again after so long. */
  readonly retryAfterMs: number | undefined
  constructor(status: number, retryAfterMs: number | undefined) {
    super(`the past: ${status}`)
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** @throws PastFailed; or as `fetch` when `signal` was given up */
export async function readPast(path: string, signal: AbortSignal): Promise<unknown> {
  let response: Response
  try {
    response = await stationFetch(path, { headers: { accept: 'application/json' }, signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw new PastFailed(0, undefined)
  }
  if (response.ok) return response.json()
  const seconds = Number(response.headers.get('retry-after'))
  throw new PastFailed(response.status, Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined)
}

export type FieldPicture = {
  readonly catalogue: readonly CatalogueSeries[]
  /** As a snapshot of the live link has it. */
  readonly frame: Uint8Array<ArrayBuffer>
}

export async function fieldAt(at: number, signal: AbortSignal): Promise<FieldPicture> {
  const { series } = (await readPast(`/api/v1/state?at=${at}`, signal)) as { readonly series: readonly Series[] }
  return fieldPicture(series)
}

/** Numbered by position: the numbers of the live link are its own. */
export function fieldPicture(series: readonly Series[]): FieldPicture {
  const catalogue = series.map(
    ({ id, device, deviceName, village, quantity, unit, lon, lat, intervalMs, source }, n): CatalogueSeries => ({
      n,
      id,
      device,
      deviceName,
      village,
      quantity,
      unit,
      lon,
      lat,
      intervalMs,
      source,
    }),
  )
  const rows = series.flatMap(({ latest }, n) => (latest ? [{ n, ...latest }] : []))
  const frame = encodeFrame({
    epoch: 0,
    fromSeq: 0,
    seq: 0,
    n: Uint32Array.from(rows, row => row.n),
    t: Float64Array.from(rows, row => row.t),
    v: Float64Array.from(rows, row => row.v),
    q: Uint8Array.from(rows, row => QUALITY_CODE[row.q]),
  })
  return { catalogue, frame }
}

export async function readingsAfter(
  {
    from,
    to,
    step,
    cursor,
    limit,
  }: {
    readonly from: number
    readonly to: number
    readonly step: number | undefined
    readonly cursor: string | null
    readonly limit: number
  },
  signal: AbortSignal,
): Promise<Replay> {
  const query = new URLSearchParams({ from: String(from), to: String(to), limit: String(limit) })
  if (step !== undefined) query.set('step', String(step))
  if (cursor !== null) query.set('cursor', cursor)
  return (await readPast(`/api/v1/replay?${query}`, signal)) as Replay
}

export type LoggedEvent = AnyEvent & { readonly hash: string }

/** @param path of the family's state; its log stands beside it */
export async function eventsAfter(
  path: string,
  after: number,
  limit: number,
  signal: AbortSignal,
): Promise<{ readonly events: readonly LoggedEvent[]; readonly next: number | null }> {
  const log = path.replace(/state$/, 'events')
  return (await readPast(`${log}?after=${after}&limit=${limit}`, signal)) as {
    readonly events: readonly LoggedEvent[]
    readonly next: number | null
  }
}

/** @param from undefined = the first reading or event */
export async function marksOf(
  range: { readonly from: number | undefined; readonly to: number | undefined; readonly points: number },
  signal: AbortSignal,
): Promise<ReplayMarks> {
  const query = new URLSearchParams({ points: String(range.points) })
  if (range.from !== undefined) query.set('from', String(range.from))
  if (range.to !== undefined) query.set('to', String(range.to))
  return (await readPast(`/api/v1/replay/marks?${query}`, signal)) as ReplayMarks
}
