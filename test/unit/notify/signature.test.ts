import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { signedHeaders } from '../../../server/notify/signature.ts'
import { isGenuine } from './verify-webhook.ts'

const keyOf = (secret: string) => Buffer.from(secret.slice('whsec_'.length), 'base64')

test('the reference vector of Standard Webhooks', () => {
  const headers = signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330_999, '{"test": 2432232314}', [
    keyOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'),
  ])
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('Vietnamese text is signed as the bytes that are sent', () => {
  const { 'webhook-signature': signature } = signedHeaders('a/1', 0, '{"text":"Mực nước"}', [Buffer.alloc(24, 1)])
  expect(signature).toBe('v1,lR4WXw+Vg1qOb5GJWHn9dN5klg+p4RI4GVS7LpDe9dU=')
})

const secrets = fc.uint8Array({ minLength: 24, maxLength: 64 }).map(bytes => Buffer.from(bytes))
const secretText = (key: Buffer) => `whsec_${key.toString('base64')}`

test('a receiver with any of the keys accepts it, and nobody accepts another body, id, time or key', () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(
      fc.array(secrets, { minLength: 1, maxLength: 4 }),
      secrets,
      text,
      text,
      fc.integer({ min: 0, max: 4e12 }),
      (keys, foreign, body, other, at) => {
        const headers = signedHeaders('a/7', at, body, keys)
        for (const key of keys) expect(isGenuine(secretText(key), headers, body, at)).toBe(true)
        const [key = Buffer.alloc(0)] = keys
        if (other !== body) expect(isGenuine(secretText(key), headers, other, at)).toBe(false)
        expect(isGenuine(secretText(key), { ...headers, 'webhook-id': 'a/8' }, body, at)).toBe(false)
        const later = String(Number(headers['webhook-timestamp']) + 1)
        expect(isGenuine(secretText(key), { ...headers, 'webhook-timestamp': later }, body, at)).toBe(false)
        expect(isGenuine(secretText(key), headers, body, at + 302_000)).toBe(false)
        if (!keys.some(one => one.equals(foreign)))
          expect(isGenuine(secretText(foreign), headers, body, at)).toBe(false)
      },
    ),
  )
})
