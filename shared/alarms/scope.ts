// Whether a thing is among those that a rule is meant for. Pure.
import type { RuleScope } from './rule.ts'
import { targetOf } from './target.ts'

/** A series, a device or a thing of the programme, with where it stands. */
type Placed = { readonly target: string; readonly village: string | null; readonly device: string | null }

/** `except` names targets: a series, a thing, or a device and with it all its series. */
export function scopeTest({ villages, devices, except }: RuleScope): (placed: Placed) => boolean {
  const [ofVillages, ofDevices] = [setOf(villages), setOf(devices)]
  const leftOut = new Set(except)
  return ({ target, village, device }) =>
    (ofVillages?.has(village) ?? true) &&
    (ofDevices?.has(device) ?? true) &&
    !leftOut.has(target) &&
    (device === null || !leftOut.has(targetOf.device(device)))
}

const setOf = (list: readonly string[] | null) => list && new Set<string | null>(list)
