// Where a one-time link stands: what the station said of it, and what the page then shows. Pure.
import type { LinkAcknowledgeReply, LinkLookReply } from '../../../shared/alarms/notify-schema.ts'
import type { Problem } from '../../../shared/api.ts'
import type { Answer } from '../../app/post-json.ts'

export type OpenLink = Extract<LinkLookReply, { kind: 'open' }>

export type LinkStage =
  | { readonly kind: 'looking' | 'gone' | 'done' }
  | { readonly kind: 'open'; readonly link: OpenLink }
  /** Of a link that is open: this alarm asks for nothing any more, or asked anew. */
  | { readonly kind: 'settled' | 'superseded'; readonly link: OpenLink }
  | { readonly kind: 'used'; readonly usedAt: number }
  | { readonly kind: 'refused'; readonly reasons: NonNullable<Problem['errors']> }
  /** `isUnsure`: the acknowledgement may have arrived without its answer. */
  | { readonly kind: 'unreachable'; readonly isUnsure: boolean }

export function stageAfterLook({ status, body }: Answer<LinkLookReply>): LinkStage {
  if (body?.kind === 'used') return { kind: 'used', usedAt: body.usedAt }
  if (body) return stageOfOpen(body)
  return isGone(status) ? { kind: 'gone' } : { kind: 'unreachable', isUnsure: false }
}

export function stageAfterAcknowledge({ status, body, problem }: Answer<LinkAcknowledgeReply>): LinkStage {
  if (body?.kind === 'used') return { kind: 'used', usedAt: body.usedAt }
  if (body) return { kind: 'done' }
  if (isGone(status)) return { kind: 'gone' }
  const reasons = problem?.errors ?? []
  if (status === 422 && reasons.length > 0) return { kind: 'refused', reasons }
  // Too many at once, or the station is ill: it said no before doing anything.
  return { kind: 'unreachable', isUnsure: status === 0 || status >= 500 }
}

const isGone = (status: number): boolean => status === 404 || status === 400

function stageOfOpen(link: OpenLink): LinkStage {
  if (link.isSuperseded) return { kind: 'superseded', link }
  const asks = link.standing === 'unacknowledged' || link.standing === 'returned-unacknowledged'
  return { kind: asks ? 'open' : 'settled', link }
}
