// The signature of a webhook, as Standard Webhooks has it: receivers check it with a library of their language. Pure.
import { createHmac } from 'node:crypto'

/**
 * Headers that name and sign a message.
 * @param at when it is sent, epoch milliseconds: a receiver refuses what is older than it allows
 * @param keys at least one; each gives a signature of its own
 */
export function signedHeaders(
  id: string,
  at: number,
  body: string,
  keys: readonly Uint8Array[],
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(at / 1_000))
  const sign = (key: Uint8Array) => createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': keys.map(key => `v1,${sign(key)}`).join(' '),
  }
}
