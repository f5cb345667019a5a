// When a wall that nobody stands in front of must help itself: it no longer draws, or hears nothing from a station that answers. First its
// content is built anew, then the page is loaded anew. Pure; who measures and acts is elsewhere.
//
//   well ──stalled · silent──▶ (station answers) remounted ──not better in HELP_MS──▶ (station answers) reload
//     ▲───────────────better─────────────────────┘
import type { Trouble } from '../../shared/displays/report.ts'

export const STALLED_MS = 10_000
export const SILENT_MS = 30_000
/** So long a new content may take to be better. */
export const HELP_MS = 30_000
export const RELOAD_PAUSE_MS = 10 * 60_000
/** A check that comes so late says that the machine slept: nothing could be drawn or heard meanwhile. */
export const SLEPT_MS = 5_000

export type Sight = {
  /** Monotonic milliseconds, as `frameAt` and `heardAt`. */
  readonly now: number
  readonly frameAt: number
  readonly heardAt: number
  /** Nobody draws on a hidden page. */
  readonly isHidden: boolean
  /** Whether the station has just answered a probe; undefined = it wasn't asked. */
  readonly isAnswering: boolean | undefined
  /** Since the watchdog's own last reload; undefined = it never did, null = that can't be remembered here. */
  readonly msSinceReload: number | undefined | null
}
export type Ailment = Extract<Trouble, 'stalled' | 'silent'>
export type Watch = {
  readonly checkedAt: number
  /** Frames and messages are awaited since then. */
  readonly awakeSince: number
  readonly remountedAt: number | undefined
  readonly ailment: Ailment | undefined
}
export type Step = {
  readonly watch: Watch
  /** `probe`: whether the station answers must be known first. An old picture beats an empty page. */
  readonly act: 'none' | 'probe' | 'remount' | 'reload'
}

export const startWatch = (now: number): Watch => ({
  checkedAt: now,
  awakeSince: now,
  remountedAt: undefined,
  ailment: undefined,
})

export function watchOver(before: Watch, sight: Sight): Step {
  const { now, isHidden, isAnswering } = sight
  const hasSlept = isHidden || now - before.checkedAt > SLEPT_MS
  const awakeSince = hasSlept ? now : before.awakeSince
  const ailment = ailmentOf(sight, awakeSince)
  const { remountedAt } = before
  const hasHadTime = remountedAt !== undefined && now - remountedAt >= HELP_MS
  const watch: Watch = { checkedAt: now, awakeSince, remountedAt, ailment }
  // Well again only after as long as illness would take to show.
  if (!ailment) return { watch: hasHadTime && !hasSlept ? { ...watch, remountedAt: undefined } : watch, act: 'none' }
  if (remountedAt !== undefined && !(hasHadTime && mayReload(sight))) return { watch, act: 'none' }
  if (isAnswering !== true) return { watch, act: 'probe' }
  return remountedAt === undefined
    ? { watch: { ...watch, remountedAt: now }, act: 'remount' }
    : { watch, act: 'reload' }
}

function ailmentOf({ now, frameAt, heardAt }: Sight, awakeSince: number): Ailment | undefined {
  if (now - Math.max(frameAt, awakeSince) >= STALLED_MS) return 'stalled'
  if (now - Math.max(heardAt, awakeSince) >= SILENT_MS) return 'silent'
  return undefined
}

const mayReload = ({ msSinceReload }: Sight): boolean =>
  msSinceReload === undefined || (msSinceReload !== null && msSinceReload >= RELOAD_PAUSE_MS)
