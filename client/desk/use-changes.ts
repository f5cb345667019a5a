// Reads how things stood at a moment and what the programme's log says since, and compares with what is followed live. Holds no rule.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type AlarmSnapshot, unpackAlarms } from '../../shared/alarms/snapshot.ts'
import type { AlarmState } from '../../shared/alarms/state.ts'
import type { Series } from '../../shared/api.ts'
import type { DeskState } from '../../shared/desk/state.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { getJson } from '../app/rest.ts'
import { useLive } from '../live/live-hooks.tsx'
import type { LiveState } from '../live/live-state.ts'
import type { WatchedQuery } from '../operation/query-progress.tsx'
import { type LoggedEvent, readBefore } from '../programme/events-query.ts'
import { villageOf } from '../programme/history/event-type.ts'
import { type Changes, changesBetween, type Picture, type SeriesThen } from './changes.ts'

/** Of the programme's log; what is older than that is said to be left out. */
export const MOST_EVENTS = 1_000
const PAGE = 500

type Now = {
  readonly alarms: AlarmState
  readonly programme: ProgrammeState
  readonly desk: DeskState
  /** Epoch milliseconds, in steps. */
  readonly at: number
}
export type ChangesSince = {
  /** Undefined until both are here. */
  readonly changes: Changes | undefined
  /** The programme's log holds more than is read. */
  readonly isCut: boolean
  readonly isFailing: boolean
  /** What it is read by. */
  readonly queries: readonly WatchedQuery[]
}

export function useChanges(since: number, { alarms, programme, desk, at }: Now): ChangesSince {
  const live = useLive()
  const thenKey = ['desk-then', since]
  const then = useQuery({
    queryKey: thenKey,
    staleTime: Infinity,
    queryFn: ({ signal }) => readThen(since, signal),
  })
  const eventsKey = ['desk-programme', since, programme.lastId]
  const logged = useQuery({
    queryKey: eventsKey,
    staleTime: Infinity,
    queryFn: ({ signal }) => readProgramme(since, programme.lastId, signal),
    placeholderData: (held, query) => (query?.queryKey[1] === since ? held : undefined),
  })
  const [before, events] = [then.data, logged.data]
  const changes = useMemo(() => {
    if (!before || !events) return undefined
    const now = { at, alarms: alarms.alarms, series: seriesNow(live.moment().state) }
    const placed = events.slice(0, MOST_EVENTS).map(event => ({ event, village: villageOf(event, programme) }))
    return changesBetween({ before, now, programme: placed, entries: desk.entries.values() })
  }, [before, events, alarms, programme, desk, at, live])
  return {
    changes,
    isCut: (events?.length ?? 0) > MOST_EVENTS,
    isFailing: then.failureCount > 0 || logged.failureCount > 0,
    queries: [
      { key: thenKey, result: then },
      { key: eventsKey, result: logged },
    ],
  }
}

async function readThen(at: number, signal: AbortSignal): Promise<Picture> {
  const [snapshot, field] = await Promise.all([
    getJson(`/api/v1/alarms/state?at=${at}`, signal),
    getJson(`/api/v1/state?at=${at}`, signal),
  ])
  const state = unpackAlarms(snapshot as AlarmSnapshot)
  if (!state) throw new Error('the snapshot is of another version')
  const { series } = field as { readonly series: readonly Series[] }
  return { at, alarms: state.alarms, series: series.map(({ latest, ...one }) => ({ ...one, t: latest?.t })) }
}

/** Newest first, one more than are shown where there are more. */
async function readProgramme(since: number, lastId: number, signal: AbortSignal): Promise<readonly LoggedEvent[]> {
  const found: LoggedEvent[] = []
  for (let before = lastId + 1; found.length <= MOST_EVENTS; ) {
    const page = await readBefore(before, PAGE, signal)
    const fresh = page.filter(event => event.at > since)
    found.push(...fresh)
    const last = page.at(-1)
    if (!last || fresh.length < page.length || page.length < PAGE) break
    before = last.id
  }
  return found.slice(0, MOST_EVENTS + 1)
}

const seriesNow = ({ catalogue, t }: LiveState): readonly SeriesThen[] =>
  catalogue.map(({ n, id, device, village, intervalMs }) => {
    const measuredAt = t[n] ?? Number.NaN
    return { id, device, village, intervalMs, t: Number.isNaN(measuredAt) ? undefined : measuredAt }
  })
