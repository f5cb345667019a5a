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
  /** 1 on the high side, -1 on the low side. Times it, more is always worse; so are the next four. */
  readonly sign: 1 | -1
  readonly limits: readonly number[]
  /** How far back inside a level the signal must come. */
  readonly edges: readonly number[]
  readonly mildest: number
  /** NaN = unknown; -Infinity = there is nothing to it. */
  signed: number
  /** Index of the level it stands at, or NORMAL. */
  level: number
  /** From when the value held. */
  heldAt: number
  /** Later than that, nobody knows whether it still held. */
  holdsUntil: number
  /** Later than that it is no reason to raise; -Infinity = it never was one. */
  raisesUntil: number
  /** Normal, and on its way to no level. Then nobody counts how long it has been inside. */
  isQuiet: boolean
  readonly beyondSince: number[]
  readonly insideSince: number[]
  /** When the next delay ends; Infinity = none runs. */
  dueAt: number
}

/** The level moved to `level` when a delay ended `at`; the signal went beyond it (or back inside the one left) at `since`. */
export type StageStep = { readonly level: number; readonly at: number; readonly since: number }

export function createStage(settings: StageSettings): LimitStage {
  const sign = settings.side === 'high' ? 1 : -1
  const limits = settings.limits.map(limit => sign * limit)
  return {
    settings,
    sign,
    limits,
    edges: limits.map(limit => withoutNoise(limit - settings.deadband)),
    mildest: Math.min(...limits),
    signed: Number.NaN,
    level: NORMAL,
    heldAt: -Infinity,
    holdsUntil: -Infinity,
    raisesUntil: -Infinity,
    isQuiet: true,
    beyondSince: limits.map(() => Number.NaN),
    insideSince: limits.map(() => Number.NaN),
    dueAt: Infinity,
  }
}

/**
 * The value that holds from `heldAt` on, and how long it may be taken for the present one and raise. One that comes after a
 * stretch nobody knows about begins anew to be beyond a level.
 */
export function hold(
  stage: LimitStage,
  value: SignalValue,
  heldAt: number,
  holdsUntil: number,
  raisesUntil: number,
): void {
  const at = heldAt > stage.heldAt ? heldAt : stage.heldAt
  const isBroken = at > stage.holdsUntil
  const signed = value === null ? -Infinity : stage.sign * (value ?? Number.NaN)
  stage.signed = signed
  stage.heldAt = at
  stage.holdsUntil = holdsUntil
  stage.raisesUntil = raisesUntil
  // By far the most readings end here.
  if (stage.isQuiet && signed < stage.mildest) return
  const { beyondSince } = stage
  for (let level = 0; level < beyondSince.length; level++) {
    const before = beyondSince[level] as number
    beyondSince[level] = isBeyond(stage, level) ? (Number.isNaN(before) || isBroken ? at : before) : Number.NaN
  }
  noteInside(stage, at)
  findDue(stage)
}

/** An age: it grows by itself from a reading at `heldAt` on, and is never too old to raise by. `setBeyond` says the rest. */
export function holdAge(stage: LimitStage, age: number, heldAt: number): void {
  stage.signed = stage.sign * age
  stage.heldAt = heldAt
  stage.raisesUntil = Infinity
  noteInside(stage, heldAt)
}

/** Where it is known otherwise than by the values held: since when each level is beyond; NaN = it isn't. */
export function setBeyond(stage: LimitStage, sinceOf: (level: number) => number): void {
  for (let level = 0; level < stage.beyondSince.length; level++) stage.beyondSince[level] = sinceOf(level)
  findDue(stage)
}

function noteInside(stage: LimitStage, at: number): void {
  const { insideSince } = stage
  for (let level = 0; level < insideSince.length; level++) {
    const before = insideSince[level] as number
    insideSince[level] = isInside(stage, level) ? (Number.isNaN(before) ? at : before) : Number.NaN
  }
}

export function valueHeld({ signed, sign }: LimitStage): SignalValue {
  if (Number.isNaN(signed)) return undefined
  // Not -0.
  return signed === -Infinity ? null : sign * signed + 0
}

/** What stands, whoever says so. The value held is judged against it: it may be due to change again at once. */
export function setLevel(stage: LimitStage, level: number): void {
  if (level === stage.level) return
  stage.level = level
  for (let i = 0; i < stage.insideSince.length; i++)
    stage.insideSince[i] = isInside(stage, i) ? stage.heldAt : Number.NaN
  findDue(stage)
}

/** Ends the delay that ends first, if that is by `limit`. Call again until there is none: levels move one after the other. */
export function step(stage: LimitStage, limit: number): StageStep | undefined {
  const { dueAt: at, level: before, beyondSince, insideSince } = stage
  if (!(at <= limit)) return undefined
  for (let level = beyondSince.length - 1; level > before; level--)
    if (upAt(stage, level) <= at) return moved(stage, { level, at, since: beyondSince[level] as number })
  let level = before - 1
  while (level > NORMAL && downAt(stage, level) <= at) level--
  return moved(stage, { level, at, since: insideSince[before] as number })
}

function moved(stage: LimitStage, one: StageStep): StageStep {
  stage.level = one.level
  findDue(stage)
  return one
}

function findDue(stage: LimitStage): void {
  const { level, beyondSince } = stage
  let due = level > NORMAL ? downAt(stage, level) : Infinity
  // NaN is no time.
  if (!(due < Infinity)) due = Infinity
  let isQuiet = level === NORMAL
  for (let i = level + 1; i < beyondSince.length; i++) {
    if (Number.isNaN(beyondSince[i])) continue
    isQuiet = false
    const at = upAt(stage, i)
    if (at < due) due = at
  }
  stage.isQuiet = isQuiet
  stage.dueAt = due
}

/** NaN when it won't be, by what is held. */
function upAt(stage: LimitStage, level: number): number {
  const at = Math.max((stage.beyondSince[level] as number) + stage.settings.onDelayMs, stage.heldAt)
  return at <= stage.raisesUntil ? at : Number.NaN
}

const downAt = (stage: LimitStage, level: number): number =>
  Math.max((stage.insideSince[level] as number) + stage.settings.offDelayMs, stage.heldAt)

const isBeyond = ({ signed, limits }: LimitStage, level: number): boolean => signed >= (limits[level] as number)
const isInside = ({ signed, edges }: LimitStage, level: number): boolean => signed < (edges[level] as number)

/** 0.8 − 0.1 is 0.7, not 0.7000000000000001: a value right at the edge hasn't passed it. */
export const withoutNoise = (value: number): number => Math.round(value * 1e9) / 1e9
