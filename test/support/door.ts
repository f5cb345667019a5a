// A sender at the HTTP door: posts readings as a device does, reads answers as a client does.
import { setTimeout as sleep } from 'node:timers/promises'
import { type IngestReply, ingestReplySchema, type Problem, problemSchema } from '../../shared/api.ts'

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown }

export async function get(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init)
  const text = await response.text()
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

/** `body` is sent as it is when it is text or bytes, else as JSON. */
export function send(
  station: { readonly url: string },
  token: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return get(`${station.url}/api/v1/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
  })
}

/** Sends what must be taken. */
export async function deliver(station: { readonly url: string }, token: string, body: unknown): Promise<IngestReply> {
  const { status, body: reply } = await send(station, token, body)
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(reply)}`)
  return ingestReplySchema.parse(reply)
}

/** The problem of an answer that must be one. */
export function problemOf({ headers, body }: Answer): Problem {
  if (headers.get('content-type')?.startsWith('application/problem+json') !== true)
    throw new Error('not a problem document')
  return problemSchema.parse(body)
}

export const problemCodes = (answer: Answer): readonly string[] | undefined =>
  problemOf(answer).errors?.map(({ code }) => code)

export type Told = { readonly t: number; readonly v: number; readonly q: string }
/** A device that was added beside the running station is noticed by its next look, a second later. */
const LOOKS = 30
const LOOK_MS = 100

/** All readings of a series, as the history tells them. */
export async function readingsOf(station: { readonly url: string }, series: string): Promise<readonly Told[]> {
  for (let look = 1; ; look++) {
    const { status, body } = await get(`${station.url}/api/v1/series/${series}/readings?limit=10000`)
    if (status === 200) return (body as { readings: Told[] }).readings
    if (status !== 404 || look === LOOKS) throw new Error(`${series}: ${status}`)
    await sleep(LOOK_MS)
  }
}
