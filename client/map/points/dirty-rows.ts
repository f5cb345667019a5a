// Which rows of a buffer changed since it was last written, gathered into few ranges. Pure; allocates nothing after its creation.

/** A write costs about as much as copying so many rows more: nearer changes are written together. */
export const NEAR_ROWS = 256
/** Of one flush. */
export const MAX_WRITES = 64
/** So many changes are told apart; beyond them everything between the first and the last is written. */
export const MAX_LISTED = 8_192

export type DirtyRows = {
  readonly add: (row: number) => void
  /** Ranges [first, end) in ascending order that cover every row added, at most MAX_WRITES; then nothing is dirty. */
  readonly flush: (write: (first: number, end: number) => void) => void
}

export function createDirtyRows(): DirtyRows {
  const listed = new Uint32Array(MAX_LISTED)
  let count = 0
  let first = Number.POSITIVE_INFINITY
  let last = -1

  return {
    add: row => {
      if (count < MAX_LISTED) listed[count] = row
      count += 1
      if (row < first) first = row
      if (row > last) last = row
    },
    flush: write => {
      if (count === 0) return
      if (count > MAX_LISTED) write(first, last + 1)
      else {
        const rows = listed.subarray(0, count).sort()
        writeRanges(rows, nearEnough(rows), write)
      }
      count = 0
      first = Number.POSITIVE_INFINITY
      last = -1
    },
  }
}

/** The distance within which changes go together: doubled until the writes are few enough. @param rows ascending */
function nearEnough(rows: Uint32Array): number {
  let near = NEAR_ROWS
  while (rangesOf(rows, near) > MAX_WRITES) near *= 2
  return near
}

function rangesOf(rows: Uint32Array, near: number): number {
  let ranges = 1
  for (let i = 1; i < rows.length; i++) if ((rows[i] ?? 0) - (rows[i - 1] ?? 0) > near) ranges += 1
  return ranges
}

function writeRanges(rows: Uint32Array, near: number, write: (first: number, end: number) => void): void {
  let from = rows[0] ?? 0
  let to = from
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i] ?? 0
    if (row - to > near) {
      write(from, to + 1)
      from = row
    }
    to = row
  }
  write(from, to + 1)
}
