// Posts one signed CloudEvent to a receiver that may be slow, broken or hostile: no redirect is followed, little is read, nothing of
// its answer is kept but the status.

import { retryAfterMs } from './back-off.ts'
import type { WebhookChannel } from './channel.ts'
import { cloudEventOf, type StationAbout } from './cloud-event.ts'
import { failed, type Sender, type SendOutcome } from './sending.ts'
import { signedHeaders } from './signature.ts'

const WEBHOOK_TIMEOUT_MS = 10_000
export const MAX_ANSWER_BYTES = 64 * 1024
const CLOUD_EVENT_TYPE = 'application/cloudevents+json; charset=utf-8'
/** Client errors that are about now and not about the message. */
const PASSING = new Set([408, 425, 429])

export type WebhookDeps = {
  readonly station: () => Promise<StationAbout>
  readonly now: () => number
  readonly timeoutMs?: number
}

export function createWebhook(
  { url, secrets, language }: WebhookChannel,
  { station, now, timeoutMs = WEBHOOK_TIMEOUT_MS }: WebhookDeps,
): Sender {
  return {
    gathered: null,
    async send([message], _recipient, stop) {
      if (!message) return { kind: 'delivered' }
      const event = cloudEventOf(message, await station(), language)
      const body = JSON.stringify(event)
      const headers = { 'content-type': CLOUD_EVENT_TYPE, ...signedHeaders(event.id, now(), body, secrets) }
      const signal = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)])
      try {
        const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
        // The answer stands with its status; reading on only lets the connection be used again.
        await readSome(response).catch(() => undefined)
        return outcomeOf(response, now())
      } catch (error) {
        return failed(stop.aborted ? 'stopped' : reasonOf(error))
      }
    },
  }
}

function outcomeOf({ ok, status, headers }: Response, now: number): SendOutcome {
  if (ok) return { kind: 'delivered' }
  const isFinal = status >= 400 && status < 500 && !PASSING.has(status)
  return failed(`http-${status}`, { isFinal, retryAfterMs: retryAfterMs(headers.get('retry-after'), now) })
}

async function readSome({ body }: Response): Promise<void> {
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    // Leaving the loop closes the connection.
    if (bytes >= MAX_ANSWER_BYTES) return
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'connection'
  if (error.name === 'TimeoutError') return 'timeout'
  const { code } = (error.cause ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^[A-Z_0-9]{1,60}$/.test(code) ? `connection-${code}` : 'connection'
}
