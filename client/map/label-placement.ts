// Where the villages' names stand: outside their own outline, off the others, off rivers and signs, inside the map. Pure, in pixels.
// Every village is named, always: the drawing library's own placement may drop a label, and a wall has nobody to zoom in.
import { type Box, boxOf, grown, hullOf, isCrossedBy, overlaps, type Point, shareInside } from './boxes.ts'

/** Of a name on the map, in label sizes; its note stands this far below it. */
export const LINE_HEIGHT = 1.35

export type LabelledOutline = {
  readonly ring: readonly Point[]
  /** Size of the name. */
  readonly width: number
  readonly height: number
  /** Width of the widest note that may come to stand under the name; 0 = there is none. */
  readonly noteWidth: number
}

/** `anchor` names the part of the label that sits at the point; of two lines, with `bottom`, the lower one. */
export type Placement = {
  readonly at: Point
  readonly anchor: 'left' | 'right' | 'top' | 'bottom'
  readonly box: Box
  readonly noteBox: Box
}
type Candidate = Placement & { readonly block: Box; readonly preference: number }

export type Surroundings = {
  readonly area: Box
  readonly panels: readonly Box[]
  readonly signs: readonly Box[]
  readonly rivers: readonly (readonly Point[])[]
}

/** Off the map or under a panel a name is lost; on a neighbour's outline, or close to it, it names the wrong village; a sign or a river it only covers. */
const COST = { outside: 1_000, panel: 1_000, label: 600, outline: 300, sign: 25, signUnderNote: 18, river: 12 } as const
/** What a note covers counts this share of what a name covers. */
const NOTE_SHARE = 0.35
/** A note that meets another label counts this share of two names that meet: neither could be read, or told whose it is. */
const NOTE_CLASH = 0.7
/** Close to a neighbour's outline counts this share of lying on it. */
const NEAR_SHARE = 0.3
const ROUNDS = 3
/** A name that is cut at all is cut: it counts as if so much of it were. */
const LEAST_CUT = 0.4
const cut = (share: number): number => (share > 1e-6 ? Math.max(LEAST_CUT, share) : 0)

export function placeLabels(
  outlines: readonly LabelledOutline[],
  around: Surroundings,
  gap: number,
): readonly Placement[] {
  const choices = outlines.map(outline => {
    const others = outlines.filter(other => other !== outline)
    return candidatesOf(outline, gap).map(candidate => ({
      candidate,
      cost:
        candidate.preference +
        costAlone(candidate.box, outline, others, around, gap) +
        (outline.noteWidth > 0 ? costOfNote(candidate.noteBox, outline, others, around, gap) : 0),
    }))
  })
  const chosen = choices.map(options => options.reduce((a, b) => (b.cost < a.cost ? b : a)))
  const clashes = (one: Candidate, ...except: readonly number[]) =>
    chosen.reduce((sum, other, i) => (except.includes(i) ? sum : sum + clash(one, other.candidate)), 0)
  // Two neighbours at a time take the best pair of places that the others leave: one alone can be stuck behind the other.
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < choices.length; i++) {
      for (let j = i + 1; j < choices.length; j++) {
        let best = Infinity
        const [before, after] = [
          choices[i] ?? [],
          (choices[j] ?? []).map(b => ({ ...b, cost: b.cost + clashes(b.candidate, i, j) })),
        ]
        for (const a of before) {
          const alone = a.cost + clashes(a.candidate, i, j)
          for (const b of after) {
            const cost = alone + b.cost + clash(a.candidate, b.candidate)
            if (cost >= best - 1e-9) continue
            best = cost
            chosen[i] = a
            chosen[j] = choices[j]?.find(({ candidate }) => candidate === b.candidate) ?? b
          }
        }
      }
    }
  }
  return chosen.map(({ candidate: { at, anchor, box, noteBox } }) => ({ at, anchor, box, noteBox }))
}

function clash(a: Candidate, b: Candidate): number {
  // Asked some ten thousand times, and nearly always of labels that are far apart.
  if (!overlaps(a.block, b.block)) return 0
  const notes = cut(shareOf(a.noteBox, b.box)) + cut(shareOf(a.box, b.noteBox)) + cut(shareOf(a.noteBox, b.noteBox))
  return COST.label * (cut(shareOf(a.box, b.box)) + NOTE_CLASH * notes)
}

function candidatesOf(outline: LabelledOutline, gap: number): readonly Candidate[] {
  const { ring, width, height } = outline
  const all = boxOf(ring)
  const [x, y] = [(all.left + all.right) / 2, (all.top + all.bottom) / 2]
  const candidates: Candidate[] = []
  const add = (anchor: Placement['anchor'], at: Point, preference: number) => {
    const isAbove = anchor === 'bottom' && outline.noteWidth > 0
    const line = (down: number, across: number) => anchoredBox(anchor, [at[0], at[1] + down * height], across, height)
    const [box, noteBox] = [line(isAbove ? -1 : 0, width), line(isAbove ? 0 : 1, outline.noteWidth)]
    candidates.push({ anchor, at, box, noteBox, block: hullOf(box, noteBox), preference })
  }
  for (const [i, step] of [0, -0.5, 0.5, -1, 1, -1.6, 1.6].entries()) {
    const row = y + step * height
    const reach = extentWithin(ring, 1, row - height / 2, row + height / 2)
    if (!reach) continue
    add('left', [reach[1] + gap, row], i * 0.6)
    add('right', [reach[0] - gap, row], 1.5 + i * 0.6)
  }
  for (const [i, step] of [0, -0.3, 0.3].entries()) {
    const column = x + step * width
    const reach = extentWithin(ring, 0, column - width / 2, column + width / 2)
    if (!reach) continue
    add('top', [column, reach[1] + gap * 0.6], 2.5 + i)
    add('bottom', [column, reach[0] - gap * 0.6], 3 + i)
  }
  return candidates
}

function anchoredBox(anchor: Placement['anchor'], [x, y]: Point, width: number, height: number): Box {
  const left = anchor === 'left' ? x : anchor === 'right' ? x - width : x - width / 2
  const top = anchor === 'top' ? y : anchor === 'bottom' ? y - height : y - height / 2
  return { left, right: left + width, top, bottom: top + height }
}

/** How much the two lie on each other, as a share of the smaller. */
const shareOf = (a: Box, b: Box): number => Math.max(shareInside(a, b), shareInside(b, a))

function costAlone(
  box: Box,
  own: LabelledOutline,
  others: readonly LabelledOutline[],
  around: Surroundings,
  gap: number,
): number {
  const onOwn = coverOf(box, own.ring)
  const onOthers = others.reduce(
    (sum, { ring }) => sum + coverOf(box, ring) + NEAR_SHARE * coverOf(grown(box, gap), ring),
    0,
  )
  const covered = (boxes: readonly Box[]) => boxes.reduce((sum, one) => sum + cut(shareInside(box, one)), 0)
  const isWet = around.rivers.some(line => isCrossedBy(box, line))
  return (
    COST.outside * cut(1 - shareInside(box, around.area)) +
    COST.outline * (onOwn + onOthers) +
    COST.panel * covered(around.panels) +
    (hidesSign(box, around) ? COST.sign : 0) +
    (isWet ? COST.river : 0)
  )
}

const costOfNote = (...[box, own, others, around, gap]: Parameters<typeof costAlone>): number =>
  NOTE_SHARE * costAlone(box, own, others, around, gap) + (hidesSign(box, around) ? COST.signUnderNote : 0)

const hidesSign = (box: Box, { signs }: Surroundings): boolean => signs.some(sign => shareInside(box, sign) > 0)

/** How far the outline reaches along the other axis inside the band [low, high] of `axis`; undefined when it does not touch it. */
function extentWithin(
  ring: readonly Point[],
  axis: 0 | 1,
  low: number,
  high: number,
): readonly [number, number] | undefined {
  const across = axis === 0 ? 1 : 0
  let [least, most] = [Infinity, -Infinity]
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]]
    if (!a || !b) continue
    const run = b[axis] - a[axis]
    const shares =
      run === 0 ? [0, 1] : [(low - a[axis]) / run, (high - a[axis]) / run].map(share => Math.min(1, Math.max(0, share)))
    for (const share of shares) {
      const along = a[axis] + run * share
      if (along < low - 1e-6 || along > high + 1e-6) continue
      const reach = a[across] + (b[across] - a[across]) * share
      least = Math.min(least, reach)
      most = Math.max(most, reach)
    }
  }
  return least <= most ? [least, most] : undefined
}

/** How much of the name lies on the outline, or how much of the outline is under the name, whichever is more. */
const coverOf = (box: Box, ring: readonly Point[]): number =>
  Math.max(shareOver(box, ring), shareInside(boxOf(ring), box))

/** The share of `box` over an outline, by a grid of samples. */
function shareOver(box: Box, ring: readonly Point[]): number {
  const [columns, rows] = [10, 4]
  let inside = 0
  for (let i = 0; i < columns * rows; i++) {
    const x = box.left + ((box.right - box.left) * ((i % columns) + 0.5)) / columns
    const y = box.top + ((box.bottom - box.top) * (Math.floor(i / columns) + 0.5)) / rows
    if (contains(ring, x, y)) inside += 1
  }
  return inside / (columns * rows)
}

function contains(ring: readonly Point[], x: number, y: number): boolean {
  let isInside = false
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]]
    if (!a || !b || a[1] > y === b[1] > y) continue
    if (x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) isInside = !isInside
  }
  return isInside
}
