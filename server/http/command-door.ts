// What every door for people's commands asks before it reads one: not too many at once, and a key that names the command.
import type { Request, RequestHandler, Response } from 'express'
import { addressKey } from './client-address.ts'
import { sendProblem } from './problem.ts'

const KEY = /^[\w-]{8,128}$/

/** Seconds to wait, 0 = go on. */
export type Rate = { readonly take: (key: string, now: number) => number }

/** So many requests per address. */
export function limitRate(rate: Rate, now: () => number): RequestHandler {
  return (request, response, next) => {
    const wait = rate.take(addressKey(request.ip ?? ''), now())
    if (wait === 0) {
      next()
      return
    }
    response.set('Retry-After', String(wait))
    sendProblem(response, 'too-many-requests')
  }
}

/** The Idempotency-Key; undefined when there is none such and that has been answered. */
export function keyOf(request: Request, response: Response): string | undefined {
  const key = request.get('idempotency-key') ?? ''
  if (KEY.test(key)) return key
  sendProblem(response, 'bad-request', {
    vi: 'Cần tiêu đề Idempotency-Key: 8 đến 128 chữ, số, gạch',
    en: 'An Idempotency-Key header is needed: 8 to 128 letters, digits, dashes',
  })
  return undefined
}
