// From committed readings to what each screen is owed. A screen holds state, not history: it gets one snapshot, then numbered
// frames, at most one of them unanswered. What happens meanwhile is not queued: the next frame carries whatever changed since.
import { encodeFrame, type FrameColumns } from '../../shared/frame.ts'
import type { Catalogue, CatalogueSeries, Snapshot } from '../../shared/protocol.ts'
import type { Latest } from './latest.ts'

/** One connection, as the hub needs it. */
export type Screen = {
  readonly catalogue: (body: Catalogue) => void
  readonly snapshot: (body: Snapshot & { readonly frame: Uint8Array<ArrayBuffer> }) => void
  /** Resolves when the screen has applied it, rejects when it stayed silent too long. */
  readonly frame: (body: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly letGo: () => void
}

/** Views of one key see the same. */
export type SeriesView = {
  readonly key: string
  readonly sees: (series: Pick<CatalogueSeries, 'village' | 'quantity'>) => boolean
}
const WHOLE: SeriesView = { key: '', sees: () => true }

export type HubDeps = {
  readonly latest: Latest
  /** A random number of this start of the server: another epoch means other frame numbers. */
  readonly epoch: number
  readonly now: () => number
  /** Villages of a scope, undefined when there is none such (or one may not see it: same answer). */
  readonly villagesOf: (scope: string) => ReadonlySet<string> | undefined
}

export type Hub = {
  readonly publish: (newest: FrameColumns) => void
  /** Replaces the catalogue; every screen gets it with a new snapshot. */
  readonly setCatalogue: (series: readonly CatalogueSeries[]) => void
  /** The way to stop, or undefined when the scope isn't there. A view cuts the scope down to what the screen may see. */
  readonly watch: (scope: string, screen: Screen, view?: SeriesView) => (() => void) | undefined
  /** Sends each screen what it is owed. Called every FRAME_MS. */
  readonly flush: () => void
  readonly figures: () => {
    readonly screens: number
    readonly seq: number
    readonly framesSent: number
    readonly framesMerged: number
  }
}

type Watching = {
  readonly scope: string
  readonly view: SeriesView
  readonly screen: Screen
  series: Uint32Array
  sentSeq: number
  isSending: boolean
  /** The catalogue changed while a frame was unanswered. */
  owesCatalogue: boolean
}

export function createHub({ latest, epoch, now, villagesOf }: HubDeps): Hub {
  const watching = new Set<Watching>()
  let catalogue: readonly CatalogueSeries[] = []
  let seq = 0
  let hasNews = false
  let framesSent = 0
  let framesMerged = 0

  function greet(one: Watching): void {
    const villages = villagesOf(one.scope) ?? new Set<string>()
    const series = catalogue.filter(entry => villages.has(entry.village) && one.view.sees(entry))
    one.series = Uint32Array.from(series, entry => entry.n)
    one.owesCatalogue = false
    one.sentSeq = seq
    one.screen.catalogue({ scope: one.scope, series })
    const frame = encodeFrame({ epoch, fromSeq: 0, seq, ...latest.changedAfter(-1, one.series) })
    one.screen.snapshot({ epoch, seq, serverTime: now(), frame })
  }

  async function send(one: Watching, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    one.isSending = true
    if (one.sentSeq < seq - 1) framesMerged++
    one.sentSeq = seq
    framesSent++
    try {
      await one.screen.frame(bytes)
    } catch {
      watching.delete(one)
      one.screen.letGo()
      return
    }
    one.isSending = false
    if (one.owesCatalogue && watching.has(one)) greet(one)
  }

  return {
    publish(newest) {
      if (latest.apply(newest, seq + 1)) hasNews = true
    },
    setCatalogue(series) {
      catalogue = series
      for (const one of watching) {
        if (one.isSending) one.owesCatalogue = true
        else greet(one)
      }
    },
    watch(scope, screen, view = WHOLE) {
      if (!villagesOf(scope)) return undefined
      const one = {
        scope,
        view,
        screen,
        series: new Uint32Array(),
        sentSeq: seq,
        isSending: false,
        owesCatalogue: false,
      }
      watching.add(one)
      greet(one)
      return () => watching.delete(one)
    },
    flush() {
      if (hasNews) seq++
      hasNews = false
      // Screens in step are owed the same bytes: they are made once.
      const made = new Map<string, Uint8Array<ArrayBuffer> | undefined>()
      for (const one of watching) {
        if (one.isSending || one.sentSeq === seq) continue
        const key = `${one.scope} ${one.view.key} ${one.sentSeq}`
        if (!made.has(key)) {
          const columns = latest.changedAfter(one.sentSeq, one.series)
          made.set(
            key,
            columns.n.length > 0 ? encodeFrame({ epoch, fromSeq: one.sentSeq, seq, ...columns }) : undefined,
          )
        }
        const bytes = made.get(key)
        if (bytes) void send(one, bytes)
      }
    },
    figures: () => ({ screens: watching.size, seq, framesSent, framesMerged }),
  }
}
