// How a display stands with its pairing, and the rows of those that are paired and were never heard. Pure.
import type { PairedReply, PairedRow } from '../../../shared/access/pairing-schema.ts'
import type { FleetRow } from '../../../shared/displays/api-schema.ts'

/** A display asks the station every minute; one that wasn't there for so long was switched off, or moved. */
export const UNSEEN_MS = 24 * 3_600_000
/** By more than this a clock breaks what depends on it. */
export const CLOCK_OFF_MS = 2 * 60_000

export type PairingStanding = 'copied' | 'unseen' | 'paired' | 'unpaired'

export function pairingOf(paired: PairedRow | undefined, now: number): PairingStanding {
  if (!paired) return 'unpaired'
  if (paired.copiedAt !== null) return 'copied'
  return now - paired.seenAt > UNSEEN_MS ? 'unseen' : 'paired'
}

export const isClockOff = ({ clockOffMs }: Pick<FleetRow, 'clockOffMs'>): boolean =>
  clockOffMs !== null && Math.abs(clockOffMs) > CLOCK_OFF_MS

/** A kiosk sends no reports: that it asks who it is says that it runs. */
const ASKS_WITHIN_MS = 3 * 60_000

/** Every display once: those heard or named, and those that hold a pairing all the same. */
export function withPaired(rows: readonly FleetRow[], reply: PairedReply | undefined): readonly FleetRow[] {
  const paired = new Map(reply?.displays.map(one => [one.display, one]))
  const known = new Set(rows.map(({ display }) => display))
  const others = [...paired.keys()].filter(display => !known.has(display)).map(aRowOf)
  return [...rows, ...others].map(row => {
    const own = paired.get(row.display)
    const asks = own && reply && own.copiedAt === null && reply.now - own.seenAt <= ASKS_WITHIN_MS
    return row.report === null && asks ? { ...row, isAlive: true } : row
  })
}

const aRowOf = (display: string): FleetRow => ({
  display,
  name: null,
  profile: null,
  screen: null,
  report: null,
  reportedAt: null,
  isAlive: false,
  isConnected: false,
  thumbnailAt: null,
  clockOffMs: null,
})

/** The order among equals stays. */
export const pairingTroubleFirst = (
  rows: readonly FleetRow[],
  standingOf: (row: FleetRow) => PairingStanding,
): readonly FleetRow[] => {
  const urgency = (row: FleetRow) => ({ copied: 0, unseen: 1, paired: 2, unpaired: 2 })[standingOf(row)]
  return [...rows].sort((a, b) => urgency(a) - urgency(b))
}
