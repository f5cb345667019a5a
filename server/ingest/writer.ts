// Group commit without a timer: while one commit is under way, what arrives is gathered into the next. A lone sender
// (MQTT.js hands over one message at a time) is committed at once; many senders share an fsync.
import { type ReadingBatch, StoreTrouble } from '../store/store.ts'

export type Rows = { readonly n: number[]; readonly t: number[]; readonly v: number[]; readonly q: number[] }

/** One commit stays well under 100 ms of the worker. */
const MAX_ROWS_PER_COMMIT = 5_000
/** While one batch is written, the next one already waits at the worker. */
const MAX_IN_FLIGHT = 2
/** Waiting rows beyond this mean the disk can't follow; senders are told to come back. */
const MAX_WAITING_ROWS = 100_000

export type Writer = {
  /** One OUTCOME per row, after they are on disk. Rejects with StoreTrouble when they couldn't be written. */
  readonly write: (rows: Rows) => Promise<Uint8Array>
  /** Resolves when nothing is waiting or under way. */
  readonly drained: () => Promise<void>
}

type Waiting = {
  readonly rows: Rows
  readonly resolve: (outcome: Uint8Array) => void
  readonly reject: (error: unknown) => void
}

export function createWriter(append: (batch: ReadingBatch) => Promise<Uint8Array>): Writer {
  let waiting: Waiting[] = []
  let waitingRows = 0
  let inFlight = 0
  let isScheduled = false
  let whenDrained: (() => void)[] = []

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    // After this turn's sockets have been read, so that their messages share the commit.
    setImmediate(() => {
      isScheduled = false
      while (inFlight < MAX_IN_FLIGHT && waiting.length > 0) void commit(takeGroup())
    })
  }

  function takeGroup(): Waiting[] {
    let rows = 0
    let size = 0
    while (size < waiting.length && (size === 0 || rows + (waiting[size]?.rows.n.length ?? 0) <= MAX_ROWS_PER_COMMIT)) {
      rows += waiting[size]?.rows.n.length ?? 0
      size++
    }
    const group = waiting.slice(0, size)
    waiting = waiting.slice(size)
    waitingRows -= rows
    return group
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    inFlight++
    try {
      const outcome = await append(joined(group))
      let at = 0
      for (const { rows, resolve } of group) {
        resolve(outcome.subarray(at, at + rows.n.length))
        at += rows.n.length
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    } finally {
      inFlight--
      if (waiting.length > 0) schedule()
      else if (inFlight === 0) {
        for (const done of whenDrained) done()
        whenDrained = []
      }
    }
  }

  return {
    write: rows =>
      new Promise((resolve, reject) => {
        if (rows.n.length === 0) {
          resolve(new Uint8Array())
          return
        }
        if (waitingRows + rows.n.length > MAX_WAITING_ROWS) {
          reject(new StoreTrouble('busy', `${waitingRows} readings wait to be written`))
          return
        }
        waiting.push({ rows, resolve, reject })
        waitingRows += rows.n.length
        schedule()
      }),
    drained: () =>
      inFlight === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise(resolve => {
            whenDrained.push(resolve)
          }),
  }
}

function joined(group: readonly Waiting[]): ReadingBatch {
  const count = group.reduce((sum, { rows }) => sum + rows.n.length, 0)
  const batch = {
    n: new Uint32Array(count),
    t: new Float64Array(count),
    v: new Float64Array(count),
    q: new Uint8Array(count),
  }
  let at = 0
  for (const { rows } of group) {
    batch.n.set(rows.n, at)
    batch.t.set(rows.t, at)
    batch.v.set(rows.v, at)
    batch.q.set(rows.q, at)
    at += rows.n.length
  }
  return batch
}
