// How an incident is replayed on a wall: how fast, and what stands there at which moment of server time, so that all screens of a wall show
// the same. Pure.

/** Times as fast as it was; each at most three times the one before, so that one of them always fits into the span below. */
const SPEEDS = [1, 2, 5, 10, 20, 60, 120, 300, 600, 1_200, 3_600, 7_200, 21_600] as const
/** A replay plays so long at the most; one that happened within SHORTEST_MS plays as it was, and is over sooner. */
export const LONGEST_MS = 180_000
export const SHORTEST_MS = 60_000
/** What it is stands before anything moves. */
export const LEAD_MS = 6_000
/** The last instant stands. */
export const STAND_MS = 8_000
/** A screen that shows something else than its fellows by so much of real time is put right. */
export const DRIFT_MS = 10_000
/** A beginning further ahead than clocks differ is none. */
const AHEAD_MS = 60_000

type Span = { readonly from: number; readonly to: number }
export type ReplayPlan = Span & { readonly speed: number; readonly playMs: number }
/** `at`: the instant of the past that is to be seen. */
export type ReplayStage = { readonly kind: 'lead' | 'play' | 'stand' | 'over'; readonly at: number }

/** The slowest that is over in LONGEST_MS. @param ms at most 31 days, as incidents are */
export const replaySpeed = (ms: number): number =>
  SPEEDS.find(speed => ms <= speed * LONGEST_MS) ?? SPEEDS[SPEEDS.length - 1] ?? 1

export function replayPlan({ from, to }: Span): ReplayPlan {
  const ms = Math.max(0, to - from)
  const speed = replaySpeed(ms)
  return { from, to: from + ms, speed, playMs: ms / speed }
}

/** @param since,now server time */
export function replayStage({ from, to, speed, playMs }: ReplayPlan, since: number, now: number): ReplayStage {
  const played = now - since - LEAD_MS
  if (played < 0) return { kind: 'lead', at: from }
  if (played < playMs) return { kind: 'play', at: Math.min(to, from + played * speed) }
  return { kind: played < playMs + STAND_MS ? 'stand' : 'over', at: to }
}

/** What a screen has to do to show that; nothing most of the time. */
export type ReplayDeed = { readonly kind: 'nothing' | 'play' | 'over' } | { readonly kind: 'seek'; readonly at: number }

type Shown = { readonly at: number; readonly isPlaying: boolean; readonly isLoading: boolean }

/** @param shown where the time machine stands */
export function replayDeed(stage: ReplayStage, shown: Shown, { speed }: ReplayPlan): ReplayDeed {
  if (stage.kind === 'over') return { kind: 'over' }
  if (shown.isLoading) return { kind: 'nothing' }
  const isOff = Math.abs(stage.at - shown.at) > DRIFT_MS * speed
  if (stage.kind === 'play') {
    if (isOff) return { kind: 'seek', at: stage.at }
    return { kind: shown.isPlaying ? 'nothing' : 'play' }
  }
  return shown.at === stage.at ? { kind: 'nothing' } : { kind: 'seek', at: stage.at }
}

/** When a replay that an address asks for began; undefined = it says nothing, or nonsense. */
export function sinceOf(text: string | null, now: number): number | undefined {
  const since = text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined
  return since === undefined || since > now + AHEAD_MS ? undefined : since
}
