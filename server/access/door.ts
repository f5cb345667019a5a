// What the doors of access share: a body that is what it should be, and refusals in words.
import type { Request, Response } from 'express'
import type { z } from 'zod'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import { carriageOf } from './cookies.ts'
import type { AccessRefusal } from './refusal.ts'
import type { Client } from './sessions.ts'

/** Undefined when it isn't, and that has been answered. */
export function bodyOf<S extends z.ZodType>(schema: S, request: Request, response: Response): z.output<S> | undefined {
  const parsed = schema.safeParse(request.body)
  if (parsed.success) return parsed.data
  sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(parsed.error) })
  return undefined
}

export const refuse = (response: Response, ...errors: readonly AccessRefusal[]): void =>
  sendProblem(response, 'refused', undefined, { errors: [...errors] })

export function tellToWait(response: Response, seconds: number): void {
  response.set('Retry-After', String(seconds))
  sendProblem(response, 'too-many-requests', {
    vi: `Sai nhiều lần, hãy đợi ${seconds} giây rồi thử lại`,
    en: `Too many failures, wait ${seconds} s and try again`,
  })
}

/** False, and answered, when the cookie would cross the network in the clear. */
export function isPrivate(request: Request, response: Response): boolean {
  if (carriageOf(request.get('origin'), request.headers.host) !== 'refused') return true
  sendProblem(response, 'forbidden', {
    vi: 'Đăng nhập qua mạng cần địa chỉ https',
    en: 'Signing in over the network needs an https address',
  })
  return false
}

/** The sign-in has its hands full. */
export function tellBusy(response: Response): void {
  response.set('Retry-After', '2')
  sendProblem(response, 'too-many-requests')
}

export const clientOf = (request: Request): Client => ({
  address: request.ip ?? '',
  agent: request.get('user-agent') ?? '',
})
