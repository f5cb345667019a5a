// Seeded chance without state: a draw is a pure function of (stream, slot), so any instant of the field can be computed
// directly, in any order, and again after a restart. Knows nothing of what is drawn.

/** 32 well-mixed bits naming one sequence of draws. */
export type Stream = number

/** Finalizer of MurmurHash3: every input bit reaches every output bit. */
function mix(bits: number): number {
  let h = bits
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The stream named `key` under `seed`. */
export function streamOf(seed: number, key: string): Stream {
  // FNV-1a, 32 bits.
  let h = 0x811c9dc5 ^ mix(seed)
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193)
  return mix(h)
}

/** Uniform in [0, 1). `slot` is any integer, epoch milliseconds included. */
export function uniform(stream: Stream, slot: number): number {
  const low = mix(stream ^ Math.imul(slot >>> 0, 0x9e3779b1))
  return mix(low + Math.imul(Math.floor(slot / 0x1_0000_0000) + 1, 0x27d4eb2f)) / 0x1_0000_0000
}

/** Uniform in [low, high). */
export const between = (stream: Stream, slot: number, low: number, high: number): number =>
  low + (high - low) * uniform(stream, slot)

/** A second stream, independent of the first. */
export const branch = (stream: Stream, n: number): Stream => mix(stream + Math.imul(n + 1, 0x9e3779b1))

/** Standard normal (Box–Muller). */
export function normal(stream: Stream, slot: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(stream, slot)))
  return radius * Math.cos(2 * Math.PI * uniform(branch(stream, 0), slot))
}

/** Smooth noise in [-1, 1] over a continuous `x`, with features about one unit long. */
export function noise(stream: Stream, x: number): number {
  const slot = Math.floor(x)
  const f = x - slot
  const eased = f * f * (3 - 2 * f)
  const here = uniform(stream, slot)
  return 2 * (here + (uniform(stream, slot + 1) - here) * eased) - 1
}

/** Poisson draw: exact by multiplication while small, normal approximation above. */
export function poisson(stream: Stream, slot: number, mean: number): number {
  const EXACT_BELOW = 30
  if (mean >= EXACT_BELOW) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(stream, slot)))
  const floor = Math.exp(-mean)
  let product = 1
  for (let count = 0; ; count++) {
    product *= uniform(branch(stream, count), slot)
    if (product <= floor) return count
  }
}

/** Negative binomial of dispersion 2: Poisson whose mean is itself an Erlang-2 draw, as insect counts are over-dispersed. */
export function overdispersed(stream: Stream, slot: number, mean: number): number {
  const erlang = -Math.log((1 - uniform(branch(stream, 101), slot)) * (1 - uniform(branch(stream, 102), slot))) / 2
  return poisson(branch(stream, 103), slot, mean * erlang)
}
