// Binds the live store to React: one series, the coarse clock, or the whole moment. Holds no rule.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { type Quality, qualityOf } from '../../shared/quality.ts'
import type { Followed } from './followed-store.ts'
import { type Attach, connectLive } from './live-socket.ts'
import { createLiveStore, type LiveStore, type Moment } from './live-store.ts'

const LiveContext = createContext<LiveStore | undefined>(undefined)

type ProviderProps = {
  /** One that somebody else made; must stay the same one as long as it is fed from the same time. */
  readonly store?: LiveStore
  readonly scope: string
  /** Families of events that are followed too. The list must stay the same one. */
  readonly followed?: readonly Followed[]
  /** Uses the same socket. Must stay the same one. */
  readonly attach?: Attach | undefined
  /** Feeds the store instead of the live link; returns its stop. Must stay the same one. */
  readonly feed?: (() => () => void) | undefined
  readonly children: ReactNode
}

/** Watches one scope for as long as it stands on the page. */
export function LiveProvider({ store: given, scope, followed, attach, feed, children }: ProviderProps) {
  const [own] = useState(() => given ?? createLiveStore())
  const store = given ?? own
  useEffect(() => store.run(), [store])
  useEffect(() => (feed ? feed() : connectLive(store, scope, followed, attach)), [store, scope, followed, attach, feed])
  return <LiveContext value={store}>{children}</LiveContext>
}

export function useLive(): LiveStore {
  const store = useContext(LiveContext)
  if (!store) throw new Error('useLive outside <LiveProvider>')
  return store
}

const NEVER = () => () => {}

/** For parts that also stand on pages that watch nothing. */
export function useLiveStateIfWatched(): Moment['state'] | undefined {
  const store = useContext(LiveContext)
  return useSyncExternalStore(store?.onMoment ?? NEVER, () => store?.moment().state)
}

export function useMoment(): Moment {
  const store = useLive()
  return useSyncExternalStore(store.onMoment, store.moment)
}

export type LatestReading = {
  readonly series: CatalogueSeries
  readonly t: number
  readonly v: number
  readonly q: Quality
}

/** The newest reading of one series; re-renders only when that series changes. `undefined` = never measured. */
export function useLatest(series: CatalogueSeries): LatestReading | undefined {
  const store = useLive()
  const subscribe = useCallback((listener: () => void) => store.onSeries(series.id, listener), [store, series.id])
  useSyncExternalStore(subscribe, () => store.revisionOf(series.id))
  const { state } = store.moment()
  const t = state.t[series.n] ?? NaN
  if (Number.isNaN(t)) return undefined
  return { series, t, v: state.v[series.n] ?? NaN, q: qualityOf(state.q[series.n] ?? 0) }
}
