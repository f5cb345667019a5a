// What the time bar moves and the feed of the past follows: the instant, the speed, whether it runs; and how far the feed has come.
// Outside React. Knows no station and no page.
import { createListeners } from '../live/listeners.ts'
import type { Stretch } from './stretch.ts'
import { changed, stoppedAt, timeOf, type VirtualClock } from './virtual-clock.ts'

/**
 * - `loading`: the picture of `target` is on its way; what is shown is still that of `at`.
 * - `waiting`: it plays, and what follows isn't here yet.
 * - `failed`: the station didn't answer, or is asked too often; it is tried again.
 */
export type PastPhase = 'loading' | 'ready' | 'waiting' | 'failed'

export type TimeView = {
  /** The instant of what is shown. Undefined before the first picture. */
  readonly at: number | undefined
  /** Where the slider stands. */
  readonly target: number
  readonly phase: PastPhase
  /** Why it failed: an HTTP status; 0 = no answer at all. */
  readonly status: number | undefined
  readonly isPlaying: boolean
  readonly speed: number
  /** The stretch that is played again and again. */
  readonly repeated: Stretch | undefined
  /** The present, as the station said last. */
  readonly now: number | undefined
}

export type TimeMachine = {
  readonly view: () => TimeView
  readonly onChange: (listener: () => void) => () => void
  /** Told with the instant of which a new picture is wanted. */
  readonly onSeek: (listener: (at: number) => void) => () => void
  readonly seek: (at: number) => void
  /** Told when the picture that is on its way isn't wanted any more. */
  readonly onGiveUp: (listener: () => void) => () => void
  /** Stays with the picture that is shown; nothing before the first one. */
  readonly giveUp: () => void
  readonly play: () => void
  readonly pause: () => void
  readonly setSpeed: (speed: number) => void
  /**
   * Plays that stretch from its beginning, again and again; another one while it does is gone on with where that is possible.
   * Undefined: no longer. Whoever seeks beyond the stretch has left it.
   */
  readonly repeat: (stretch: Stretch | undefined) => void
  /** For the feed: what the clock says now. */
  readonly clockNow: () => number
  /** For the feed: a picture of this instant is shown. */
  readonly arrived: (at: number, now: number | undefined) => void
  /** For the feed: readings and events up to here are shown; `isStarved` when the clock had to be held there. */
  readonly shown: (at: number, isStarved: boolean) => void
  readonly failed: (status: number) => void
}

/** @param until it runs no further than this */
export function createTimeMachine(
  monotonicNow: () => number = () => performance.now(),
  until = Number.POSITIVE_INFINITY,
): TimeMachine {
  const told = createListeners<void>()
  const sought = createListeners<number>()
  const givenUp = createListeners<void>()
  let clock: VirtualClock = stoppedAt(0, monotonicNow())
  let view: TimeView = {
    at: undefined,
    target: 0,
    phase: 'loading',
    status: undefined,
    isPlaying: false,
    speed: 1,
    repeated: undefined,
    now: undefined,
  }
  /** When the end of what is repeated was reached, on the monotonic clock. */
  let endedAt: number | undefined
  /** Fast replay leaves readings out: standing still, the picture must be whole again. */
  let isThinned = false

  function say(change: Partial<TimeView>): void {
    view = { ...view, ...change }
    told.tell()
  }
  /** Nothing is shown beyond, and beyond the stretch nothing is played. */
  const end = () => Math.min(until, view.now ?? Infinity)
  const limit = () => Math.min(end(), view.repeated?.to ?? Infinity)
  function seek(at: number): void {
    const target = Math.min(at, end())
    const { repeated } = view
    endedAt = undefined
    clock = { ...stoppedAt(target, monotonicNow(), view.speed), isPlaying: false }
    isThinned = false
    say({ target, phase: 'loading', status: undefined, repeated: repeated && holds(repeated, target) })
    sought.tell(target)
  }
  /** Shows the whole picture again where the clock stands, if it isn't. */
  function makeWhole(): void {
    if (isThinned && view.at !== undefined) seek(view.at)
  }

  function play(): void {
    if (view.isPlaying || view.target >= end()) return
    clock = changed(clock, monotonicNow(), { isPlaying: view.phase !== 'loading', speed: view.speed })
    isThinned ||= view.speed >= THINNED_SPEED
    say({ isPlaying: true })
  }
  /** Its end is seen for a moment, then it begins again. @returns whether it stands at its end */
  function restsAtEnd(at: number): boolean {
    const { repeated, isPlaying } = view
    if (!repeated || !isPlaying || at < repeated.to) return false
    endedAt ??= monotonicNow()
    say({ at, target: at, phase: 'ready' })
    if (monotonicNow() - endedAt >= END_REST_MS) seek(repeated.from)
    return true
  }

  return {
    view: () => view,
    onChange: told.add,
    onSeek: sought.add,
    seek,
    onGiveUp: givenUp.add,
    giveUp() {
      const { at, target, phase, repeated } = view
      if (at === undefined || phase !== 'loading') return
      // It was to be made whole, and isn't.
      isThinned = at === target
      clock = stoppedAt(at, monotonicNow(), view.speed)
      const still = repeated && holds(repeated, at)
      say({ target: at, phase: 'ready', status: undefined, isPlaying: false, repeated: still })
      givenUp.tell()
    },
    play,
    pause() {
      if (!view.isPlaying) return
      clock = changed(clock, monotonicNow(), { at: view.at ?? view.target, isPlaying: false })
      say({ isPlaying: false })
      makeWhole()
    },
    setSpeed(speed) {
      clock = changed(clock, monotonicNow(), { speed }, limit())
      say({ speed })
      if (speed < THINNED_SPEED) makeWhole()
      else if (view.isPlaying) isThinned = true
    },
    repeat(stretch) {
      const isNew = view.repeated === undefined
      endedAt = undefined
      // From where it is held now: nothing jumps when the end is another.
      clock = changed(clock, monotonicNow(), {}, limit())
      say({ repeated: stretch })
      if (!stretch) return
      if (isNew || !holds(stretch, view.target)) seek(stretch.from)
      if (isNew) play()
    },
    clockNow: () => timeOf(clock, monotonicNow(), limit()),
    arrived(at, now) {
      clock = { at, setAt: monotonicNow(), speed: view.speed, isPlaying: view.isPlaying }
      isThinned = view.isPlaying && view.speed >= THINNED_SPEED
      say({ at, target: at, phase: 'ready', status: undefined, now: now ?? view.now })
    },
    shown(at, isStarved) {
      if (restsAtEnd(at)) return
      if (isStarved) clock = changed(clock, monotonicNow(), { at })
      const hasCaughtUp = at >= end()
      if (hasCaughtUp) clock = changed(clock, monotonicNow(), { at, isPlaying: false })
      say({
        at,
        target: at,
        phase: isStarved ? (view.phase === 'failed' ? 'failed' : 'waiting') : 'ready',
        isPlaying: view.isPlaying && !hasCaughtUp,
      })
      // The end stays on the page for a while.
      if (at >= until) makeWhole()
    },
    failed(status) {
      say({ phase: 'failed', status })
    },
  }
}

/** The stretch itself where it holds the instant. */
const holds = (stretch: Stretch, at: number): Stretch | undefined =>
  at >= stretch.from && at <= stretch.to ? stretch : undefined

/** Also what keeps a short stretch at a high speed from asking the station for picture after picture. */
export const END_REST_MS = 1_500

/** From this speed on not every reading is shown, but of each series the last of each step. */
export const THINNED_SPEED = 600
const STEPS_A_SECOND = 4
/** The station's own (shared/replay/api-schema.ts); kept apart, for a page that checks nothing needs no schemas. */
const MAX_STEP_MS = 3_600_000

/** The step in which readings are asked for at a speed; undefined = every one. */
export const stepOf = (speed: number): number | undefined =>
  speed >= THINNED_SPEED ? Math.min((speed * 1_000) / STEPS_A_SECOND, MAX_STEP_MS) : undefined
