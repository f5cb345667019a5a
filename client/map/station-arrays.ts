// The stations as typed arrays that deck.gl reads: positions once, sizes by mark, rings of fresh readings. Pure; updated in place.
import { MARKS_WORST_FIRST, type Mark, type Station } from '../overview/stations.ts'

export const PULSE_MS = 600

export type StationArrays = {
  readonly count: number
  /** Longitude, latitude. */
  readonly positions: Float32Array
  /** Per mark one size per station: its own mark's size, else 0, so that every mark is a layer of its own and order is theirs. */
  readonly sizes: Readonly<Record<Mark, Float32Array>>
  readonly ringRadius: Float32Array
  readonly ringColour: Uint8Array
  readonly pulsedAt: Float64Array
  readonly marks: (Mark | undefined)[]
}

export function createStationArrays(stations: readonly Station[]): StationArrays {
  const count = stations.length
  const positions = new Float32Array(count * 2)
  stations.forEach(({ lon, lat }, i) => positions.set([lon, lat], i * 2))
  const sizes = Object.fromEntries(MARKS_WORST_FIRST.map(mark => [mark, new Float32Array(count)]))
  return {
    count,
    positions,
    sizes: sizes as Record<Mark, Float32Array>,
    ringRadius: new Float32Array(count),
    ringColour: new Uint8Array(count * 4),
    pulsedAt: new Float64Array(count).fill(-Infinity),
    marks: Array.from({ length: count }, () => undefined),
  }
}

/** @returns the marks whose arrays changed */
export function setMarks(
  arrays: StationArrays,
  marks: readonly Mark[],
  sizeOf: Readonly<Record<Mark, number>>,
): ReadonlySet<Mark> {
  const changed = new Set<Mark>()
  marks.forEach((mark, i) => {
    const before = arrays.marks[i]
    if (before === mark || i >= arrays.count) return
    if (before) {
      arrays.sizes[before][i] = 0
      changed.add(before)
    }
    arrays.sizes[mark][i] = sizeOf[mark]
    arrays.marks[i] = mark
    changed.add(mark)
  })
  return changed
}

export type Ring = { readonly radius: number; readonly colour: readonly [number, number, number] }

/**
 * Moves every ring to where it is at `now`: it grows to its full radius and fades.
 * @returns whether anything moved, and whether any ring still runs
 */
export function moveRings(arrays: StationArrays, now: number, ring: Ring): { moved: boolean; running: boolean } {
  let moved = false
  let running = false
  for (let i = 0; i < arrays.count; i++) {
    const share = (now - (arrays.pulsedAt[i] ?? -Infinity)) / PULSE_MS
    const isRunning = share < 1
    if (!isRunning && arrays.ringColour[i * 4 + 3] === 0) continue
    moved = true
    running ||= isRunning
    const eased = 1 - (1 - Math.min(share, 1)) ** 2
    arrays.ringRadius[i] = ring.radius * (0.25 + 0.75 * eased)
    arrays.ringColour.set([...ring.colour, isRunning ? Math.round(230 * (1 - share)) : 0], i * 4)
  }
  return { moved, running }
}
