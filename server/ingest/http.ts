// POST /api/v1/ingest: who, how often, how large; then ingest. Answers after the commit.
import express, { type Request, type Response, type Router } from 'express'
import { addressKey } from '../http/client-address.ts'
import { certificateOf } from '../http/client-certificate.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import type { ClientCertificate } from '../registry/authenticate.ts'
import type { Device } from '../registry/devices.ts'
import type { Counters } from './counters.ts'
import type { Ingest } from './ingest.ts'
import type { RateLimit } from './rate.ts'

export const MAX_BODY_BYTES = 1024 * 1024
const BEARER = /^Bearer ([\w-]{20,200})$/i

export type IngestHttpDeps = {
  readonly ingest: Ingest
  readonly authenticate: (token: string) => Promise<Device | undefined>
  /** For a device that shows a certificate and no token. */
  readonly byCertificate: (certificate: ClientCertificate) => Promise<{ readonly device: Device } | undefined>
  readonly counters: Pick<Counters, 'tooFast' | 'tooLarge'>
  /** Requests per device. */
  readonly deviceRate: RateLimit
  /** Refused sign-ins per address, so that tokens can't be guessed at line speed. */
  readonly failureRate: RateLimit
  readonly now: () => number
}

export function serveIngestHttp(deps: IngestHttpDeps): Router {
  const { ingest, authenticate, byCertificate, counters, deviceRate, failureRate, now } = deps
  const router = express.Router()
  // Devices in the field rarely set a content type; whatever comes here is JSON or refused.
  const json = jsonBody(MAX_BODY_BYTES, () => true)

  /** A token, right or wrong, speaks before a certificate. A browser shows its certificate for any page that asks: no page counts. */
  async function whoSends(request: Request): Promise<Device | undefined> {
    const authorization = request.get('authorization')
    if (authorization === undefined) {
      const certificate = request.get('origin') === undefined ? certificateOf(request.socket) : undefined
      return certificate && (await byCertificate(certificate))?.device
    }
    const token = BEARER.exec(authorization)?.[1]
    return token === undefined ? undefined : authenticate(token)
  }

  async function identify(request: Request, response: Response): Promise<Device | undefined> {
    const device = await whoSends(request)
    if (device) {
      const wait = deviceRate.take(device.id, now())
      if (wait === 0) return device
      counters.tooFast(device.id)
      tooMany(response, wait)
      return undefined
    }
    const wait = failureRate.take(addressKey(request.ip ?? ''), now())
    if (wait > 0) tooMany(response, wait)
    else {
      response.set('WWW-Authenticate', 'Bearer')
      sendProblem(response, 'unauthorized')
    }
    return undefined
  }

  router.post('/ingest', async (request, response, next) => {
    // Identity before the body: a stranger's megabyte is not parsed.
    const device = await identify(request, response)
    if (!device) return
    json(request, response, error => {
      if ((error as { type?: unknown } | undefined)?.type === 'entity.too.large') counters.tooLarge(device.id)
      if (error) next(error)
      else answer(device, request, response).catch(next)
    })
  })
  router.all('/ingest', (_request, response) => {
    response.set('Allow', 'POST')
    sendProblem(response, 'method-not-allowed')
  })

  async function answer(device: Device, request: Request, response: Response): Promise<void> {
    const reply = await ingest.accept(device, request.body)
    if (reply === 'too-many') counters.tooLarge(device.id)
    if (reply === 'foreign-series')
      sendProblem(response, 'forbidden', { vi: 'Chuỗi số liệu của thiết bị khác', en: 'Series of another device' })
    else if (typeof reply === 'string')
      sendProblem(response, 'bad-request', {
        vi: 'Cần {"readings":[{"ts":…,"values":{…}}]}, tối đa 10.000 bản ghi',
        en: 'Expected {"readings":[{"ts":…,"values":{…}}]}, at most 10,000 readings',
      })
    else response.json(reply)
  }
  return router
}

function tooMany(response: Response, seconds: number): void {
  response.set('Retry-After', String(seconds))
  sendProblem(response, 'too-many-requests')
}
