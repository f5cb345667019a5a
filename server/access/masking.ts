// The one place where answers lose what their reader may not see, after the guard said who reads. A body it can't look into isn't sent.
import type { RequestHandler, Response } from 'express'
import { audienceOf } from '../../shared/access/judge.ts'
import { hidesPersons, maskJson, maskText } from '../../shared/access/mask.ts'
import type { Audience } from '../../shared/access/role.ts'
import { sendProblem } from '../http/problem.ts'
import { principalOf } from './guard.ts'

const MASKED = 'isMasked'
const JSON_TYPE = /^[\w.+/-]*\bjson\b/i
const XML_TYPE = /^[\w.+/-]*\bxml\b/i
/** One's own account, and what a one-time link or an invitation opens to whoever holds it: nobody else's data. */
const OWN = /^\/access\//i

/** How much whoever asks may see; each sees of a shared answer only the copy of their own. */
export const audienceBehind = (response: Response): Audience => audienceOf(principalOf(response))

/** For an answer that is packed, so that it must be masked before: says that it was. */
export function sendMasked(response: Response, body: Buffer): void {
  response.locals[MASKED] = true
  response.send(body)
}

/** CAP says by an address of the house, no person's, who sent a message. */
const SENDER = /(<(?:sender|references)>[^<]*<\/(?:sender|references)>)/
const maskXml = (text: string): string =>
  text
    .split(SENDER)
    .map((part, i) => (i % 2 === 1 ? part : maskText(part)))
    .join('')

export function createMasking(): RequestHandler {
  return (request, response, next) => {
    // The same address answers each reader differently: no cache may hand one's answer to another.
    response.vary('Cookie, Authorization').set('Cache-Control', 'private, no-cache')
    const { kind } = principalOf(response)
    const audience = audienceBehind(response)
    if (hidesPersons(audience) && kind !== 'nobody' && !OWN.test(request.path)) wrap(response, audience)
    next()
  }
}

function wrap(response: Response, audience: Audience): void {
  const send = response.send.bind(response)
  response.send = (body?: unknown) => {
    const type = response.get('Content-Type') ?? ''
    if (response.locals[MASKED] === true || body === undefined || body === null) return send(body)
    // Comes back as text.
    if (typeof body === 'object' && !ArrayBuffer.isView(body)) return send(body)
    if (typeof body === 'string' && JSON_TYPE.test(type))
      return send(JSON.stringify(maskJson(audience, JSON.parse(body))))
    if (typeof body === 'string' && XML_TYPE.test(type)) return send(maskXml(body))
    response.removeHeader('Content-Disposition')
    response.removeHeader('ETag')
    sendProblem(response, 'forbidden', {
      vi: 'Vai trò này không tải được tệp và bảng tính',
      en: 'This role may not download files and spreadsheets',
    })
    return response
  }
}
