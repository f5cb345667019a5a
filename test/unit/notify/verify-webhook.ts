// What a receiver does with a webhook, written from the text of Standard Webhooks and not from our code.
import { createHmac, timingSafeEqual } from 'node:crypto'

const TOLERANCE_S = 300

/** @param secret as it is handed out: whsec_ and base64 */
export function isGenuine(
  secret: string,
  headers: Readonly<Record<string, unknown>>,
  body: string,
  nowMs: number,
): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map(name => String(headers[`webhook-${name}`]))
  if (Math.abs(nowMs / 1_000 - Number(timestamp)) > TOLERANCE_S) return false
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return (signatures ?? '').split(' ').some(one => {
    const [version, base64 = ''] = one.split(',')
    const given = Buffer.from(base64, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
}
