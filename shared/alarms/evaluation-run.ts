// One watch under evaluation: its signal, the level it stands at, and what it hears of each input. Pure; knows nothing of other
// watches, nor of events: what it finds are changes of a condition.
import {
  createStage,
  hold,
  holdAge,
  type LimitStage,
  NORMAL,
  type SignalValue,
  type StageStep,
  setBeyond,
  setLevel,
  step,
  valueHeld,
} from './limit-stage.ts'
import { holdMs, isBad, type PastReading, type ReadingSignal, UNMOVED } from './signal.ts'
import { createSignal } from './signal-of-watch.ts'
import { createSilence, type Silence } from './signal-silence.ts'
import type { ConditionChange, Watch } from './watch.ts'

/** An event-driven reading that took longer to come isn't news: a retained message, an emptied buffer. */
export const EVENT_FRESH_MS = 600_000

/** Changed in place by the functions below. */
export type WatchRun = {
  watch: Watch
  readonly signal: ReadingSignal | undefined
  readonly silence: Silence | undefined
  readonly feeds: readonly Feed[]
  stage: LimitStage
  /** Reading time of the value held; NaN = none is. */
  t: number
  /** It stands at a level that the watch doesn't know any more. */
  owesReturn: boolean
  /** When the clock next has something to do here. */
  dueAt: number
}
/** What a run has heard of one input. */
export type Feed = {
  readonly run: WatchRun
  readonly input: number
  /** How long after its time a reading is the present one, and how long it may take to come and still be news. */
  readonly holdMs: number
  readonly freshMs: number
  /** Times of the readings known; late ones, repeated ones and those out of order change nothing. */
  oldest: number
  newest: number
  isRecalled: boolean
}

export function createRun(watch: Watch): WatchRun {
  const feeds: Feed[] = []
  const run: WatchRun = {
    watch,
    signal: createSignal(watch),
    silence: watch.rule.signal.kind === 'silence' ? createSilence(watch.inputs) : undefined,
    feeds,
    stage: createStage(settingsOf(watch)),
    t: Number.NaN,
    owesReturn: false,
    dueAt: Infinity,
  }
  for (const [input, series] of watch.inputs.entries()) {
    const freshMs = series.intervalMs === null ? EVENT_FRESH_MS : holdMs(series)
    const heard = { oldest: Infinity, newest: -Infinity, isRecalled: false }
    feeds.push({ run, input, holdMs: holdMs(series), freshMs, ...heard })
  }
  return run
}

/** What must be the same for the memory of a watch to serve another, and for the level it stands at to need no new judgement. */
export const signalKey = ({ rule, inputs }: Watch): string => JSON.stringify([rule.signal, rule.side, inputs])
const stageKey = ({ rule, levels }: Watch): string =>
  JSON.stringify([rule.side, rule.deadband, rule.onDelayMs, rule.offDelayMs, levels.map(({ name, at }) => [name, at])])

/** The rule or what is known of its target changed, its signal didn't: what was held is judged anew. */
export function changeWatch(run: WatchRun, watch: Watch): void {
  const { stage: before, watch: old } = run
  run.watch = watch
  if (stageKey(old) === stageKey(watch)) return
  run.stage = createStage(settingsOf(watch))
  if (before.heldAt > -Infinity)
    hold(run.stage, valueHeld(before), before.heldAt, before.holdsUntil, before.raisesUntil)
  const owesReturn = run.owesReturn
  settleRun(run, old.levels[before.level]?.name ?? null)
  run.owesReturn ||= owesReturn
}

/** The level the log says it stands at, null = none. */
export function settleRun(run: WatchRun, levelName: string | null): void {
  const level = run.watch.levels.findIndex(({ name }) => name === levelName)
  run.owesReturn = levelName !== null && level === -1
  setLevel(run.stage, level === -1 ? NORMAL : level)
  run.dueAt = -Infinity
}

export function takeReading(
  feed: Feed,
  t: number,
  v: number,
  q: number,
  now: number,
  changes: ConditionChange[],
): void {
  if (!(t > feed.newest)) return
  const { run, input } = feed
  const { silence, signal } = run
  if (feed.oldest === Infinity) feed.oldest = t
  feed.newest = t
  // A clock that runs ahead postpones nothing.
  const at = Math.min(t, now)
  if (silence) hear(run, silence, input, at)
  else if (signal) {
    if (run.dueAt <= at) settleUntil(run, at, changes)
    if (holdReading(feed, signal, t, v, q, now)) settleUntil(run, at, changes)
  }
}

/**
 * A number that isn't made of readings: a clock of the programme. Null = it doesn't run.
 * @param reachedAt when it came to each level of the watch, where it has
 */
export function takeSignal(
  run: WatchRun,
  value: number | null,
  reachedAt: readonly number[],
  now: number,
  changes: ConditionChange[],
): void {
  const { stage } = run
  settleUntil(run, now, changes)
  hold(stage, value, now, Infinity, Infinity)
  // It may have been beyond a level for long when it is first looked at.
  setBeyond(stage, level => Math.min(stage.beyondSince[level] as number, reachedAt[level] ?? now))
  run.t = now
  settleUntil(run, now, changes)
}

/**
 * History of an input, before what was taken of it. The newest reading stands for the present if nothing was taken yet: no change
 * comes of it here, but the clock may find one if it is fresh.
 */
export function recallReadings(feed: Feed, readings: readonly PastReading[], now: number): void {
  const { run, input } = feed
  const { silence, signal } = run
  const isFirst = feed.newest === -Infinity
  const before = readings.filter(({ t }) => t < feed.oldest).toSorted((a, b) => a.t - b.t)
  feed.isRecalled = true
  const [oldest] = before
  if (!oldest) return
  feed.oldest = oldest.t
  if (!isFirst) return signal?.recall(input, before)
  feed.newest = before.at(-1)?.t ?? oldest.t
  if (silence) return hear(run, silence, input, Math.min(feed.newest, now))
  if (!signal) return
  const present = Math.max(
    0,
    before.findLastIndex(({ q }) => !isBad(q)),
  )
  signal.recall(input, before.slice(0, present))
  for (const { t, v, q } of before.slice(present)) holdReading(feed, signal, t, v, q, now)
  run.dueAt = -Infinity
}

/** What the clock brings about: delays that end, ages that grow, counts that fall. */
export function advanceRun(run: WatchRun, now: number, listeningSince: number, changes: ConditionChange[]): void {
  if (run.owesReturn) {
    run.owesReturn = false
    changes.push(returnOf(run, now))
  }
  if (run.silence) judgeSilence(run, run.silence, now, listeningSince, changes)
  else settleUntil(run, now, changes)
}

/** The alarm is over because nobody watches it any more (in this way). */
export function returnOf(run: WatchRun, now: number): ConditionChange {
  const { value, t } = signalOfRun(run, now) ?? { value: null, t: now }
  return { alarm: run.watch.alarm, level: null, value: value ?? null, t, since: now }
}

/** @param now silence is an age, so it is another one at another time */
export function signalOfRun(
  { silence, stage, t }: WatchRun,
  now: number,
): { value: SignalValue; t: number } | undefined {
  if (silence)
    return silence.newestAt() === -Infinity ? undefined : { value: silence.ageAt(now), t: silence.newestAt() }
  return Number.isNaN(t) ? undefined : { value: valueHeld(stage), t }
}

const settingsOf = ({ rule, levels }: Watch): LimitStage['settings'] => ({
  side: rule.side,
  limits: levels.map(({ at }) => at),
  deadband: rule.deadband,
  onDelayMs: rule.onDelayMs,
  offDelayMs: rule.offDelayMs,
})

/** While nothing stands, the clock finds out by itself that what it waited for was put off. */
function hear(run: WatchRun, silence: Silence, input: number, at: number): void {
  const { stage } = run
  // How old it had become: whether this reading is the one that breaks the silence.
  if (stage.level !== NORMAL) holdAge(stage, silence.ageAt(at), silence.newestAt())
  silence.hear(input, at)
  if (stage.level !== NORMAL || run.dueAt === Infinity) run.dueAt = at
}

/**
 * True when something may come of it at once. A reading that was old when it came may end an alarm, but not begin or worsen one.
 */
function holdReading(feed: Feed, signal: ReadingSignal, t: number, v: number, q: number, now: number): boolean {
  const value = signal.take(feed.input, t, v, q)
  if (value === UNMOVED) return false
  const { run } = feed
  const { stage } = run
  const heldAt = Math.min(t, now)
  const holdsUntil = heldAt + feed.holdMs
  hold(stage, value, heldAt, holdsUntil, now - t <= feed.freshMs ? holdsUntil : -Infinity)
  run.t = t
  return signal.moving !== undefined || stage.dueAt !== run.dueAt
}

/** A delay that ends at the very moment the value changes has ended. */
function settleUntil(run: WatchRun, limit: number, changes: ConditionChange[]): void {
  const { stage, signal } = run
  for (;;) {
    const moving = signal?.moving
    const movesAt = moving ? moving.nextAt() : Infinity
    if (moving && movesAt < stage.dueAt && movesAt <= limit) {
      hold(stage, moving.moveTo(movesAt), movesAt, stage.holdsUntil, stage.raisesUntil)
      continue
    }
    const one = step(stage, limit)
    if (!one) {
      run.dueAt = Math.min(stage.dueAt, movesAt)
      return
    }
    changes.push(changeOf(run, one, valueHeld(stage)))
  }
}

function judgeSilence(
  run: WatchRun,
  silence: Silence,
  now: number,
  listeningSince: number,
  changes: ConditionChange[],
): void {
  const { stage } = run
  const newest = silence.newestAt()
  run.dueAt = Infinity
  if (newest === -Infinity) return
  let nextAt = Infinity
  holdAge(stage, silence.ageAt(now), newest)
  setBeyond(stage, level => {
    const reachedAt = silence.reachesAt(stage.settings.limits[level] as number, listeningSince)
    if (reachedAt <= now) return reachedAt
    nextAt = Math.min(nextAt, reachedAt)
    return Number.NaN
  })
  run.t = newest
  for (let one = step(stage, now); one; one = step(stage, now)) changes.push(changeOf(run, one, silence.ageAt(one.at)))
  run.dueAt = Math.min(stage.dueAt, nextAt)
}

const changeOf = (run: WatchRun, { level, since }: StageStep, value: SignalValue): ConditionChange => ({
  alarm: run.watch.alarm,
  level: run.watch.levels[level] ?? null,
  value: value ?? null,
  t: run.t,
  since,
})
