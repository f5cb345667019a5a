// Holds the live state of one screen outside React and tells subscribers what changed. Knows no socket: messages are handed to it.
import { decodeFrame, type Frame, type FrameColumns, type FrameError } from '../../shared/frame.ts'
import type { Catalogue, CatalogueSeries, Snapshot, Tick } from '../../shared/protocol.ts'
import { type ClockSamples, serverTimeBy, withPulse } from './clock-offset.ts'
import { type Link, linkAt, type Pulse } from './link.ts'
import { createListeners, type Listeners } from './listeners.ts'
import { applyFrame, applySnapshot, createLiveState, type FrameOutcome, type LiveState } from './live-state.ts'

/** `signed-out`: the station doesn't know any more who watches; somebody has to sign in. */
export type Refusal = 'forbidden' | 'outdated' | 'signed-out'

/** The coarse clock: changes once a second and with every change of link, catalogue or snapshot. */
export type Moment = {
  /** Server time now, epoch milliseconds; undefined before the first word from the server. */
  readonly serverNow: number | undefined
  readonly link: Link
  readonly readingsLastMinute: number | undefined
  readonly refusal: Refusal | undefined
  readonly state: LiveState
}

/** `snapshot`: the whole picture was replaced; `frame`: these series have just been measured anew. */
export type ReadingsChange = { readonly kind: 'snapshot' | 'frame'; readonly indexes: Uint32Array }

export type RestoredPicture = {
  readonly series: readonly CatalogueSeries[]
  readonly frame: FrameColumns
  readonly serverTime: number
}

export type LiveStore = {
  readonly takeHello: (serverTime: number) => void
  readonly takeCatalogue: (catalogue: Catalogue) => void
  readonly takeSnapshot: (snapshot: Snapshot) => 'applied' | 'gap'
  readonly takeFrame: (body: unknown) => FrameOutcome
  readonly takeTick: (tick: Tick) => void
  /**
   * What was known when the line was last there, where nothing has come yet: no proof of anything now.
   * @param serverTime the station's time now, as far as it can be told
   */
  readonly restore: (kept: RestoredPicture) => void
  /** From now on the picture is of this instant of the past; whoever feeds the store moves it on. */
  readonly showPast: (at: number) => void
  /** Undefined when it may be tried anew. */
  readonly refuse: (refusal: Refusal | undefined) => void
  readonly moment: () => Moment
  readonly onMoment: (listener: () => void) => () => void
  readonly onReadings: (listener: (change: ReadingsChange) => void) => () => void
  readonly onSeries: (seriesId: string, listener: () => void) => () => void
  readonly revisionOf: (seriesId: string) => number
  /** Starts the coarse clock; returns its stop. */
  readonly run: () => () => void
}

export type Clock = {
  /** Monotonic milliseconds, never the wall clock. */
  readonly monotonicNow: () => number
  /** Calls back after a delay; returns the way to cancel. */
  readonly after: (ms: number, call: () => void) => () => void
}

export const BROWSER_CLOCK: Clock = {
  monotonicNow: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}

const PAST: Link = { kind: 'past' }

/** Anything that is not a frame counts as one that was missed. */
function frameOf(body: unknown): Frame | FrameError {
  return body instanceof ArrayBuffer || body instanceof Uint8Array ? decodeFrame(body) : 'length'
}

export function createLiveStore(clock: Clock = BROWSER_CLOCK): LiveStore {
  const startedAt = clock.monotonicNow()
  const momentListeners: Listeners<void> = createListeners()
  const readingsListeners: Listeners<ReadingsChange> = createListeners()
  const seriesListeners = new Map<string, Listeners<void>>()
  let state = createLiveState([])
  /** A catalogue whose snapshot is still on its way: until then the old picture stays. */
  let awaited: LiveState | undefined
  let generation = 0
  let heard: ClockSamples = []
  let proof: Pulse | undefined
  /** The clock is only a guess until the station has said a word. */
  let isGuessed = false
  let readingsLastMinute: number | undefined
  let refusal: Refusal | undefined
  let past: number | undefined
  let moment = momentNow()

  function momentNow(): Moment {
    const now = clock.monotonicNow()
    return {
      serverNow: past ?? serverTimeBy(heard, now),
      link: past === undefined ? linkAt(proof, startedAt, now) : PAST,
      readingsLastMinute,
      refusal,
      state,
    }
  }
  function advance(): void {
    moment = momentNow()
    momentListeners.tell()
  }
  /** A snapshot and every tick prove that the picture is kept up to date. */
  function prove(serverTime: number): void {
    proof = { serverTime, heardAt: clock.monotonicNow() }
    hear(proof)
  }
  function hear(pulse: Pulse): void {
    heard = withPulse(isGuessed ? [] : heard, pulse)
    isGuessed = false
  }
  function tellReadings(change: ReadingsChange): void {
    readingsListeners.tell(change)
    if (seriesListeners.size === 0) return
    const ids = new Map(state.catalogue.map(series => [series.n, series.id]))
    for (const n of change.indexes) seriesListeners.get(ids.get(n) ?? '')?.tell()
  }

  return {
    takeHello: serverTime => {
      // Sets the clock; it is no proof that readings will follow, so a lost link stays lost.
      hear({ serverTime, heardAt: clock.monotonicNow() })
      advance()
    },
    takeCatalogue: catalogue => {
      awaited = createLiveState(catalogue.series)
    },
    takeSnapshot: snapshot => {
      const frame = frameOf(snapshot.frame)
      if (typeof frame === 'string') return 'gap'
      if (awaited) {
        state = awaited
        awaited = undefined
        generation += 1
      }
      applySnapshot(state, snapshot.epoch, snapshot.seq, frame)
      prove(snapshot.serverTime)
      advance()
      tellReadings({ kind: 'snapshot', indexes: Uint32Array.from(state.catalogue, series => series.n) })
      return 'applied'
    },
    takeFrame: body => {
      const frame = frameOf(body)
      if (typeof frame === 'string') return 'gap'
      const outcome = applyFrame(state, frame)
      if (outcome === 'applied') tellReadings({ kind: 'frame', indexes: frame.n })
      return outcome
    },
    takeTick: tick => {
      // A tick before the first snapshot proves a server, not a picture.
      if (state.seq < 0) return
      readingsLastMinute = tick.readingsLastMinute
      prove(tick.serverTime)
      if (moment.link.kind !== 'live') advance()
    },
    restore: ({ series, frame, serverTime }) => {
      if (state.seq >= 0 || state.catalogue.length > 0 || awaited) return
      state = createLiveState(series)
      generation += 1
      applySnapshot(state, 0, -1, { ...frame, epoch: 0, fromSeq: 0, seq: 0 })
      if (heard.length === 0) {
        hear({ serverTime, heardAt: clock.monotonicNow() })
        isGuessed = true
      }
      advance()
      tellReadings({ kind: 'snapshot', indexes: Uint32Array.from(state.catalogue, one => one.n) })
    },
    showPast: at => {
      past = at
      advance()
    },
    refuse: reason => {
      refusal = reason
      advance()
    },
    moment: () => moment,
    onMoment: momentListeners.add,
    onReadings: readingsListeners.add,
    onSeries: (seriesId, listener) => {
      const listeners = seriesListeners.get(seriesId) ?? createListeners<void>()
      seriesListeners.set(seriesId, listeners)
      const remove = listeners.add(listener)
      return () => {
        remove()
        if (listeners.isEmpty()) seriesListeners.delete(seriesId)
      }
    },
    revisionOf: seriesId => generation * 2 ** 32 + (state.revision[state.indexOf.get(seriesId) ?? -1] ?? 0),
    run: () => {
      let cancel = () => {}
      const beat = () => {
        advance()
        // On the second of server time, so that every screen's clock turns at once.
        const intoSecond = (moment.serverNow ?? clock.monotonicNow()) % 1_000
        cancel = clock.after(1_000 - intoSecond + 5, beat)
      }
      beat()
      return () => cancel()
    },
  }
}
