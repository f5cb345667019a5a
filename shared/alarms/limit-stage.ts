// From a signal to the level it stands at: setpoints, deadband, on-delay and off-delay by reading time. A value holds until the
// next one, so a delay may end between two of them. Pure; knows neither rules nor series.

/** Undefined = unknown; null = known to be inside every level, without a number to say so. */
export type SignalValue = number | null | undefined

/** Below every level. */
export const NORMAL = -1

export type StageSettings = {
  readonly side: 'high' | 'low'
  /** Setpoints, mild to severe. */
  readonly limits: readonly number[]
  /** In the signal's unit: a level is left only past it. */
  readonly deadband: number
  readonly onDelayMs: number
  readonly offDelayMs: number
}

/** Changed in place by the functions below. Times are epoch milliseconds; NaN = it isn't so. */
export type LimitStage = {
  readonly settings: StageSettings
  /** How far back inside a level the signal must come, by level. */
  readonly edges: readonly number[]
  /** Index of the level it stands at, or NORMAL. */
  level: number
  value: SignalValue
  /** From when the value held. */
  heldAt: number
  /** Later than that, nobody knows whether it still held. */
  holdsUntil: number
  /** Later than that it is no reason to raise; -Infinity = it never was one. */
  raisesUntil: number
  readonly beyondSince: number[]
  readonly insideSince: number[]
  /** When the next delay ends; Infinity = none runs. */
  dueAt: number
}

export type Held = Pick<LimitStage, 'value' | 'heldAt' | 'holdsUntil' | 'raisesUntil'>

/** The level moved to `level` when a delay ended `at`; the signal went beyond it (or back inside the one left) at `since`. */
export type StageStep = { readonly level: number; readonly at: number; readonly since: number }

export function createStage(settings: StageSettings, level = NORMAL): LimitStage {
  const sign = settings.side === 'high' ? -1 : 1
  return {
    settings,
    edges: settings.limits.map(limit => withoutNoise(limit + sign * settings.deadband)),
    level,
    value: undefined,
    heldAt: -Infinity,
    holdsUntil: -Infinity,
    raisesUntil: -Infinity,
    beyondSince: settings.limits.map(() => Number.NaN),
    insideSince: settings.limits.map(() => Number.NaN),
    dueAt: Infinity,
  }
}

/** The value that holds from now on. One that comes after a stretch nobody knows about begins anew to be beyond a level. */
export function hold(stage: LimitStage, { value, heldAt, holdsUntil, raisesUntil }: Held): void {
  const { settings, edges, beyondSince, insideSince } = stage
  const isHigh = settings.side === 'high'
  const at = Math.max(heldAt, stage.heldAt)
  const isBroken = at > stage.holdsUntil
  for (let i = 0; i < edges.length; i++) {
    const limit = settings.limits[i] as number
    const edge = edges[i] as number
    const isNumber = typeof value === 'number'
    const isBeyond = isNumber && (isHigh ? value >= limit : value <= limit)
    const isInside = value === null || (isNumber && (isHigh ? value < edge : value > edge))
    beyondSince[i] = since(isBeyond, isBroken ? Number.NaN : (beyondSince[i] as number), at)
    insideSince[i] = since(isInside, insideSince[i] as number, at)
  }
  stage.value = value
  stage.heldAt = at
  stage.holdsUntil = holdsUntil
  stage.raisesUntil = raisesUntil
  findDue(stage)
}

/** Since when a level is beyond, and since when back inside past its deadband; NaN = it isn't. */
export type LevelTimes = { readonly beyondSince: number; readonly insideSince: number }

/** For a signal that moves by itself (an age): the times at each level as they are now. It is never too old to raise by. */
export function holdMoving(stage: LimitStage, heldAt: number, of: (level: number) => LevelTimes): void {
  for (let i = 0; i < stage.edges.length; i++) {
    const { beyondSince, insideSince } = of(i)
    stage.beyondSince[i] = beyondSince
    stage.insideSince[i] = insideSince
  }
  stage.heldAt = heldAt
  stage.raisesUntil = Infinity
  findDue(stage)
}

/** What stands, whoever says so. What was held is judged against it: it may be due to change again at once. */
export function setLevel(stage: LimitStage, level: number): void {
  stage.level = level
  findDue(stage)
}

/** Ends the delay that ends first, if that is by `limit`. Call again until there is none: levels move one after the other. */
export function step(stage: LimitStage, limit: number): StageStep | undefined {
  const { dueAt: at, level: before, beyondSince, insideSince, settings } = stage
  if (!(at <= limit)) return undefined
  for (let i = settings.limits.length - 1; i > before; i--)
    if (upAt(stage, i) <= at) return moved(stage, { level: i, at, since: beyondSince[i] as number })
  let level = before - 1
  while (level > NORMAL && downAt(stage, level) <= at) level--
  return moved(stage, { level, at, since: insideSince[before] as number })
}

function findDue(stage: LimitStage): void {
  const { level, settings } = stage
  let due = Infinity
  for (let i = level + 1; i < settings.limits.length; i++) {
    const at = upAt(stage, i)
    if (at < due) due = at
  }
  if (level > NORMAL) {
    const at = downAt(stage, level)
    if (at < due) due = at
  }
  stage.dueAt = due
}

function moved(stage: LimitStage, one: StageStep): StageStep {
  setLevel(stage, one.level)
  return one
}

/** NaN when it won't be, by what is held. */
function upAt(stage: LimitStage, level: number): number {
  const at = Math.max((stage.beyondSince[level] as number) + stage.settings.onDelayMs, stage.heldAt)
  return at <= stage.raisesUntil ? at : Number.NaN
}

const downAt = (stage: LimitStage, level: number): number =>
  Math.max((stage.insideSince[level] as number) + stage.settings.offDelayMs, stage.heldAt)

const since = (isSo: boolean, before: number, at: number): number =>
  isSo ? (Number.isNaN(before) ? at : before) : Number.NaN

/** 1.1 − 0.3 is 0.8, not 0.8000000000000002: a value right at the edge hasn't passed it. */
const withoutNoise = (value: number): number => Math.round(value * 1e9) / 1e9
