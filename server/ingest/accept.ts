// What becomes of one value that a known series sent: kept, kept as bad, or refused with a reason. Pure: `now` comes in.
import type { RejectionCode } from '../../shared/api.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import type { Quantity } from '../../shared/registry.ts'

/** A clock further ahead than this would pin a false "latest"; cheap clocks drift less between two syncs. */
export const MAX_AHEAD_MS = 5 * 60_000
/** Devices buffer while offline, but not longer; older data are history and come through the import. */
export const MAX_AGE_MS = 30 * 24 * 3_600_000

export type Decision =
  | { readonly kind: 'store'; readonly t: number; readonly v: number; readonly q: number }
  | { readonly kind: 'reject'; readonly code: RejectionCode }

export type Judged = {
  readonly value: unknown
  readonly unit: unknown
  /** Epoch milliseconds, undefined when the sender's time is none. */
  readonly t: number | undefined
  readonly quantity: Quantity
  readonly now: number
  /** The import may load readings of any age. */
  readonly isImport: boolean
}

export function decide({ value, unit, t, quantity, now, isImport }: Judged): Decision {
  if (t === undefined) return reject('bad-time')
  if (t > now + MAX_AHEAD_MS) return reject('clock')
  if (!isImport && t < now - MAX_AGE_MS) return reject('too-old')
  if (unit !== undefined && unit !== quantity.unit && unit !== quantity.unitLabel.vi) return reject('unit')
  const v = numberOf(value, quantity)
  if (v === undefined) return reject('not-finite')
  const [min, max] = quantity.range
  return { kind: 'store', t, v, q: v < min || v > max ? QUALITY_CODE.bad : QUALITY_CODE.good }
}

/** Text is never a number here: "31,9" and "31.9" differ by country, so the sender must say a number. */
function numberOf(value: unknown, quantity: Quantity): number | undefined {
  if (typeof value === 'boolean') return quantity.kind === 'state' ? Number(value) : undefined
  // Adding 0 turns -0 into 0: one value, one representation.
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined
}

const reject = (code: RejectionCode): Decision => ({ kind: 'reject', code })
