// Chance that can be had again: every random test prints its seed, and TEST_SEED=<number> runs it with that one.
import { randomInt } from 'node:crypto'

export type Chance = {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** An integer in [0, end). */
  readonly below: (end: number) => number
  readonly pick: <T>(from: readonly [T, ...T[]]) => T
  readonly bytes: (length: number) => Buffer
  /** In place (Fisher–Yates). */
  readonly shuffle: <T>(list: T[]) => T[]
}

/** The seed of this run, printed under the name of the test. */
export function announceSeed(test: string): number {
  const given = process.env['TEST_SEED']
  const seed = given ? Number(given) : randomInt(2 ** 31)
  process.stdout.write(`${test}: TEST_SEED=${seed}\n`)
  return seed
}

/** Mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    pick: from => from[below(from.length)] ?? from[0],
    bytes: length => Buffer.from(Array.from({ length }, () => below(256))),
    shuffle(list) {
      for (let i = list.length - 1; i > 0; i--) {
        const j = below(i + 1)
        const held = list[i]
        list[i] = list[j] as (typeof list)[number]
        list[j] = held as (typeof list)[number]
      }
      return list
    },
  }
}
