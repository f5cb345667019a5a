// The displays that are running: what each said last, what it looked like, who of a wall is there. In memory only, and bounded; knows no
// socket: a connection is handed in as the ways to tell it something.
import type { Principal } from '../../shared/access/principal.ts'
import type { DisplayReport, Order } from '../../shared/displays/report.ts'
import { ALIVE_MS, RELOAD_MS } from '../../shared/displays/report-times.ts'
import type { DisplayState } from '../../shared/displays/state.ts'
import type { DisplayFleet, DisplayLink } from '../live/serve.ts'

/** Displays remembered; the one that was silent longest is forgotten first. */
export const MOST_DISPLAYS = 500
/** Thumbnails of all displays together. */
export const MOST_THUMBNAIL_BYTES = 32 * 1024 * 1024

export type Thumbnail = { readonly bytes: Buffer; readonly type: string; readonly takenAt: number }
export type FleetEntry = {
  readonly report: DisplayReport
  readonly reportedAt: number
  readonly isConnected: boolean
  readonly thumbnailAt: number | null
  /** How far its own clock was ahead when it reported; null = it didn't say. */
  readonly clockOffMs: number | null
}

export type Fleet = DisplayFleet & {
  /** False when the display isn't connected. */
  readonly order: (display: string, order: Order) => boolean
  /** As whom the display was let in; undefined when it isn't connected. */
  readonly principalOf: (display: string) => Principal | undefined
  readonly entries: () => ReadonlyMap<string, FleetEntry>
  readonly isAlive: (display: string) => boolean
  readonly aliveCount: () => number
  /** False when the display isn't connected. */
  readonly setThumbnail: (display: string, thumbnail: Thumbnail) => boolean
  readonly thumbnail: (display: string) => Thumbnail | undefined
  /** Tells every display who of its wall is there, where that changed: after an assignment, and as time goes by. */
  readonly tellFellows: () => void
}

type Held = {
  report: DisplayReport
  reportedAt: number
  link: DisplayLink | undefined
  /** When its socket was gone; says nothing while there is a link. */
  leftAt: number
  thumbnail: Thumbnail | undefined
  /** What it was told last of its fellows. */
  told: string
}

export function createFleet({ now, state }: { readonly now: () => number; readonly state: () => DisplayState }): Fleet {
  const held = new Map<string, Held>()
  const isAlive = (one: Held | undefined): boolean =>
    one !== undefined &&
    now() - one.reportedAt <= ALIVE_MS &&
    (one.link !== undefined || now() - one.leftAt <= RELOAD_MS)

  function makeRoom(): boolean {
    if (held.size < MOST_DISPLAYS) return true
    const [silent] = [...held]
      .filter(([, { link }]) => link === undefined)
      .sort(([, a], [, b]) => a.reportedAt - b.reportedAt)
    return silent !== undefined && held.delete(silent[0])
  }

  function leave(link: DisplayLink, except?: string): void {
    for (const [id, one] of held)
      if (one.link === link && id !== except) {
        one.link = undefined
        one.leftAt = now()
      }
  }

  function tellFellows(): void {
    const { displays } = state()
    const aliveOf = new Map<string, string[]>()
    for (const { display, profile, screen } of displays.values())
      if (screen !== null && isAlive(held.get(display)))
        aliveOf.set(profile, [...(aliveOf.get(profile) ?? []), screen].sort())
    for (const [id, one] of held) {
      const profile = displays.get(id)?.profile
      if (!one.link || profile === undefined) continue
      const body = { profile, alive: [...new Set(aliveOf.get(profile))] }
      const told = JSON.stringify(body)
      if (told === one.told) continue
      one.told = told
      one.link.fellows(body)
    }
  }

  return {
    report(report, link) {
      // A socket is one display: one that keeps changing its id would take the places of all others.
      leave(link, report.display)
      const known = held.get(report.display)
      if (!known && !makeRoom()) return false
      // The same browser in a new page: what the old one was told says nothing.
      const told = known?.link === link ? known.told : ''
      held.set(report.display, { report, reportedAt: now(), link, leftAt: 0, thumbnail: known?.thumbnail, told })
      tellFellows()
      return true
    },
    leave: link => leave(link),
    order(display, order) {
      const link = held.get(display)?.link
      link?.order(order)
      return link !== undefined
    },
    principalOf: display => held.get(display)?.link?.principal,
    entries: () =>
      new Map(
        [...held].map(([id, { report, reportedAt, link, thumbnail }]) => [
          id,
          {
            report,
            reportedAt,
            isConnected: link !== undefined,
            thumbnailAt: thumbnail?.takenAt ?? null,
            clockOffMs: report.clock === undefined ? null : report.clock - reportedAt,
          },
        ]),
      ),
    isAlive: display => isAlive(held.get(display)),
    aliveCount: () => [...held.values()].filter(isAlive).length,
    setThumbnail(display, thumbnail) {
      const one = held.get(display)
      if (!one?.link) return false
      one.thumbnail = thumbnail
      let bytes = [...held.values()].reduce((sum, other) => sum + (other.thumbnail?.bytes.length ?? 0), 0)
      for (const other of [...held.values()].sort(
        (a, b) => (a.thumbnail?.takenAt ?? 0) - (b.thumbnail?.takenAt ?? 0),
      )) {
        if (bytes <= MOST_THUMBNAIL_BYTES) break
        bytes -= other.thumbnail?.bytes.length ?? 0
        other.thumbnail = undefined
      }
      return true
    },
    thumbnail: display => held.get(display)?.thumbnail,
    tellFellows,
  }
}
