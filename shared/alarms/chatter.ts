// Alarms that come and go: which ones do, and how wide a deadband would have held them. Pure.
import { withoutNoise } from './limit-stage.ts'
import { type Alarm, CHATTER_TRANSITIONS, CHATTER_WINDOW_MS } from './state.ts'

/** More than CHATTER_TRANSITIONS raises and returns within the last CHATTER_WINDOW_MS. */
export const isChattering = ({ transitions }: Pick<Alarm, 'transitions'>, now: number): boolean =>
  transitions.filter(at => at > now - CHATTER_WINDOW_MS).length > CHATTER_TRANSITIONS

export type DeadbandProposal = {
  /** In the readings' unit. */
  readonly deadband: number
  /** Raises and returns of those readings with the deadband as it is, and with the proposed one. */
  readonly transitionsBefore: number
  readonly transitionsAfter: number
}
type Point = { readonly t: number; readonly v: number }

/** The readings' span has 50 to 125 steps: fine enough to be small, and that many deadbands are tried at most. */
const LEAST_STEPS = 50

/**
 * The smallest deadband, in a readable step, with which these readings would not have chattered at this setpoint and would still
 * have come back. Null when they don't chatter as it is, or when no deadband within their span holds them.
 * Readings in any order; delays are left out of account, so it is rather too wide than too narrow.
 */
export function proposeDeadband(
  readings: readonly Point[],
  setpoint: number,
  side: 'high' | 'low',
  current: number,
): DeadbandProposal | null {
  const points = readings.filter(({ t, v }) => Number.isFinite(t) && Number.isFinite(v)).toSorted((a, b) => a.t - b.t)
  const limit: Limit = { setpoint, side }
  const before = transitionsOf(points, limit, current)
  if (!areChattering(before)) return null
  const least = points.reduce((low, { v }) => Math.min(low, v), Infinity)
  const most = points.reduce((high, { v }) => Math.max(high, v), -Infinity)
  const deepest = side === 'high' ? setpoint - least : most - setpoint
  const step = readableStep(most - least)
  for (let steps = Math.floor(current / step) + 1; steps * step < deepest; steps++) {
    const deadband = withoutNoise(steps * step)
    const after = transitionsOf(points, limit, deadband)
    if (!areChattering(after)) return { deadband, transitionsBefore: before.length, transitionsAfter: after.length }
  }
  return null
}

type Limit = { readonly setpoint: number; readonly side: 'high' | 'low' }

const isBeyond = ({ setpoint, side }: Limit, v: number): boolean => (side === 'high' ? v >= setpoint : v <= setpoint)
/** The same edge as limit-stage.ts: only past it has the signal come back. */
const isBack = ({ setpoint, side }: Limit, deadband: number, v: number): boolean =>
  side === 'high' ? v < withoutNoise(setpoint - deadband) : v > withoutNoise(setpoint + deadband)

/** Times at which an alarm without delays would have been raised or would have returned. The first reading only says how it began. */
function transitionsOf(points: readonly Point[], limit: Limit, deadband: number): readonly number[] {
  const times: number[] = []
  let isActive: boolean | undefined
  for (const { t, v } of points) {
    const was = isActive
    isActive = was ? !isBack(limit, deadband, v) : isBeyond(limit, v)
    if (was !== undefined && was !== isActive) times.push(t)
  }
  return times
}

const areChattering = (times: readonly number[]): boolean =>
  times.some((t, at) => {
    const first = times[at - CHATTER_TRANSITIONS]
    return first !== undefined && first > t - CHATTER_WINDOW_MS
  })

/** 1, 2 or 5 times a power of ten, the largest that divides the readings' span at least LEAST_STEPS times. */
function readableStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / LEAST_STEPS))
  const times = [5, 2].find(one => one * power * LEAST_STEPS <= span) ?? 1
  return times * power
}
