// The last picture that this kiosk had of its unit, sealed in the browser, and put back at the start: the board and the registry with their
// age, the newest reading of each series with the time it was measured. One unit's at a time, so it stays small.
import type { QueryClient } from '@tanstack/react-query'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import type { LiveStore } from '../../live/live-store.ts'
import type { SealedStore } from './sealed-store.ts'

/** What is larger is no board of one unit. */
export const MAX_KEPT_BYTES = 4 * 1024 * 1024
const EVERY_MS = 30_000

type KeptAnswer = { readonly key: readonly unknown[]; readonly data: unknown; readonly updatedAt: number }
type KeptLive = {
  readonly scope: string
  readonly series: readonly CatalogueSeries[]
  readonly n: readonly number[]
  readonly t: readonly number[]
  readonly v: readonly number[]
  readonly q: readonly number[]
  /** By the station's clock, and by this machine's own at the same moment. */
  readonly serverTime: number
  readonly wallTime: number
}

export type KeptSnapshotDeps = {
  readonly store: SealedStore
  readonly queries: QueryClient
  readonly live: LiveStore
  readonly unitId: string
  readonly wallNow?: () => number
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
async function read<Value>(store: SealedStore, name: string): Promise<Value | undefined> {
  const bytes = await store.get(name)
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Value)
}

const ANSWERS = ['registry', 'unit-board'] as const
const nameOf = (kind: (typeof ANSWERS)[number]) => `snapshot:${kind}`
const LIVE = 'snapshot:live'

/** Puts back what was kept, where nothing newer has come, and goes on keeping; returns the way to stop. */
export function keepSnapshot(deps: KeptSnapshotDeps): () => void {
  const { store, queries, live, unitId, wallNow = Date.now } = deps
  const keys = { registry: ['registry'], 'unit-board': ['unit-board', unitId] } as const
  const keptAt = new Map<string, number>()
  let isStopped = false

  async function putBack(): Promise<void> {
    for (const kind of ANSWERS) {
      const kept = await read<KeptAnswer>(store, nameOf(kind))
      const key = keys[kind]
      const isSame = JSON.stringify(kept?.key) === JSON.stringify(key)
      if (!kept || !isSame || isStopped || queries.getQueryData(key) !== undefined) continue
      queries.setQueryData(key, kept.data, { updatedAt: kept.updatedAt })
    }
    const kept = await read<KeptLive>(store, LIVE)
    if (!kept || kept.scope !== `unit:${unitId}` || isStopped) return
    const { series, n, t, v, q, serverTime, wallTime } = kept
    live.restore({
      series,
      frame: {
        n: Uint32Array.from(n),
        t: Float64Array.from(t),
        v: Float64Array.from(v),
        q: Uint8Array.from(q),
      },
      // The machine's clock may be wrong; how long ago it was, it knows.
      serverTime: serverTime + Math.max(0, wallNow() - wallTime),
    })
  }

  async function keepAnswers(): Promise<void> {
    for (const kind of ANSWERS) {
      const key = keys[kind]
      const state = queries.getQueryState(key)
      if (state?.data === undefined || keptAt.get(kind) === state.dataUpdatedAt) continue
      const { data, dataUpdatedAt: updatedAt } = state
      keptAt.set(kind, updatedAt)
      const bytes = encode({ key, data, updatedAt } satisfies KeptAnswer)
      if (bytes.length <= MAX_KEPT_BYTES) await store.put(nameOf(kind), bytes)
    }
  }
  async function keepLive(): Promise<void> {
    const { state, serverNow, link } = live.moment()
    // Only what the station itself says now: what was put back isn't kept as if it were new.
    if (link.kind !== 'live' || serverNow === undefined || state.seq < 0) return
    const known = state.catalogue.map(({ n }) => n).filter(n => !Number.isNaN(state.t[n] ?? Number.NaN))
    const kept: KeptLive = {
      scope: `unit:${unitId}`,
      series: state.catalogue,
      n: known,
      t: known.map(n => state.t[n] ?? Number.NaN),
      v: known.map(n => state.v[n] ?? Number.NaN),
      q: known.map(n => state.q[n] ?? 0),
      serverTime: serverNow,
      wallTime: wallNow(),
    }
    const bytes = encode(kept)
    if (bytes.length <= MAX_KEPT_BYTES) await store.put(LIVE, bytes)
  }
  const keep = () => {
    if (!isStopped) void Promise.allSettled([keepAnswers(), keepLive()])
  }

  void putBack().catch(() => undefined)
  // What comes first at once: the line may be gone in a moment. Then now and then.
  const stopFirst = queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && ANSWERS.some(kind => kind === query.queryKey[0]) && keptAt.size < ANSWERS.length) keep()
  })
  const stopLive = live.onReadings(({ kind }) => {
    if (kind === 'snapshot') keep()
  })
  const keeping = setInterval(keep, EVERY_MS)
  keep()
  return () => {
    isStopped = true
    stopFirst()
    stopLive()
    clearInterval(keeping)
  }
}
