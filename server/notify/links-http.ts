// One-time links over HTTP: what a link would acknowledge, and the acknowledgement. Only a POST does anything, so that a mail scanner
// that opens the link does nothing. Whoever guesses learns nothing: an unknown token and one whose time is over are answered alike.
import express, { type Request, type Response, type Router } from 'express'
import type { z } from 'zod'
import {
  type LinkAcknowledgeReply,
  type LinkLookReply,
  linkAcknowledgeRequestSchema,
  linkLookRequestSchema,
} from '../../shared/alarms/notify-schema.ts'
import { standingOf } from '../../shared/alarms/standing.ts'
import type { Alarm } from '../../shared/alarms/state.ts'
import type { Refusal } from '../../shared/programme/command.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import { hashToken } from '../registry/token.ts'
import type { LinkToken, OutboxStore } from '../store/outbox.ts'

const MAX_BYTES = 4_096
/** Of the hash, in the key that names the command in the log: enough to be its own, and no way back to the link. */
const KEY_LENGTH = 32

export type LinkAcknowledgement = {
  readonly alarm: string
  /** What the receiver was told of: an alarm that asked again since isn't acknowledged by it. */
  readonly occurrence: number
  /** The address the link was sent to. */
  readonly recipient: string
  readonly comment: string | null
  /** Names the command: sent again, it is done once. */
  readonly key: string
}
export type LinkOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

export type LinksDeps = {
  readonly store: Pick<OutboxStore, 'linkToken' | 'useLinkToken' | 'releaseLinkToken'>
  readonly rate: Rate
  readonly now: () => number
  /** The alarm as it stands now. */
  readonly look: (alarm: string) => Alarm | undefined
  readonly acknowledge: (request: LinkAcknowledgement) => Promise<LinkOutcome>
}

export function serveLinks({ store, rate, now, look, acknowledge }: LinksDeps): Router {
  const router = express.Router()
  const door = [limitRate(rate, now), jsonBody(MAX_BYTES)]

  router.post('/alarms/links/look', door, async (request: Request, response: Response) => {
    const asked = readBody(linkLookRequestSchema, request, response)
    if (!asked) return
    const link = await store.linkToken(hashToken(asked.token))
    const alarm = link && look(link.alarm)
    if (link?.usedAt != null) answer(response, { kind: 'used', usedAt: link.usedAt })
    else if (!link || !alarm || link.expiresAt <= now()) sendGone(response)
    else answer(response, lookReplyOf(link, alarm))
  })

  router.post('/alarms/links/acknowledge', door, async (request: Request, response: Response) => {
    const asked = readBody(linkAcknowledgeRequestSchema, request, response)
    if (!asked) return
    const hash = hashToken(asked.token)
    const at = now()
    // Used first: of two who press at the same time one acknowledges.
    const link = await store.useLinkToken(hash, at)
    if (!link) {
      const usedAt = (await store.linkToken(hash))?.usedAt ?? null
      if (usedAt === null) sendGone(response)
      else answer(response, { kind: 'used', usedAt })
      return
    }
    const outcome = await acknowledgeOnce(link, at, asked.comment)
    if (outcome.kind === 'refused')
      sendProblem(response, 'refused', undefined, { errors: outcome.refusals.map(reasonOf) })
    else answer(response, { kind: 'done' })
  })

  /** What wasn't done leaves the link as it was. */
  async function acknowledgeOnce(link: LinkToken, at: number, comment: string | null): Promise<LinkOutcome> {
    const { hash, alarm, occurrence, recipient } = link
    let isDone = false
    try {
      const key = `link-${hash.slice(0, KEY_LENGTH)}`
      const outcome = await acknowledge({ alarm, occurrence, recipient, comment: comment === '' ? null : comment, key })
      isDone = outcome.kind !== 'refused'
      return outcome
    } finally {
      if (!isDone) await store.releaseLinkToken(hash, at)
    }
  }
  return router
}

const reasonOf = ({ code, field, vi, en }: Refusal): Refusal => ({ code, field, vi, en })

const answer = (response: Response, reply: LinkLookReply | LinkAcknowledgeReply): void => {
  response.set('Cache-Control', 'no-store').json(reply)
}

function lookReplyOf({ occurrence, expiresAt }: LinkToken, alarm: Alarm): LinkLookReply {
  const { about, level, priority, value, limit, t, since } = alarm
  const { title, village, quantity, source } = about
  return {
    kind: 'open',
    alarm: alarm.id,
    title,
    village,
    quantity,
    source,
    level,
    priority,
    value,
    limit,
    measuredAt: t,
    since,
    standing: standingOf(alarm),
    isSuperseded: alarm.occurrence !== occurrence,
    expiresAt,
  }
}

function readBody<T extends z.ZodType>(schema: T, request: Request, response: Response): z.output<T> | undefined {
  const parsed = schema.safeParse(request.body)
  if (parsed.success) return parsed.data
  sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(parsed.error) })
  return undefined
}

function sendGone(response: Response): void {
  response.set('Cache-Control', 'no-store')
  sendProblem(response, 'not-found', {
    vi: 'Liên kết này không có hoặc đã quá 24 giờ. Hãy xác nhận tại bàn trực cảnh báo.',
    en: 'There is no such link, or its 24 hours are over. Acknowledge at the alarm desk.',
  })
}
