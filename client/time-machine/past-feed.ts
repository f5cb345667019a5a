// Feeds the live store and the followed stores from the past: the picture of an instant, and while the clock runs the readings and
// events that follow, through the same doors as the live link. Needs no socket. Knows no React.
import { encodeFrame } from '../../shared/frame.ts'
import type { Family } from '../../shared/wire.ts'
import type { Followed } from '../live/followed-store.ts'
import type { LiveStore } from '../live/live-store.ts'
import { reloadOnceFor } from '../live/page-reload.ts'
import { createEventQueue, EVENTS_PAGE, type EventQueue } from './event-queue.ts'
import { eventsAfter, fieldAt, marksOf, PastFailed, readingsAfter, readPast } from './past-loading.ts'
import { createReplayBuffer } from './replay-buffer.ts'
import { stepOf, type TimeMachine } from './time-machine.ts'

/** The picture moves on so often. */
const BEAT_MS = 250
/** What follows is held for so much real time, and for so much of the past at least. */
const AHEAD_MS = 15_000
const LEAST_AHEAD_MS = 120_000
const PAGE = 10_000
const RETRY_FIRST_MS = 1_000
const RETRY_MAX_MS = 15_000

/** Whoever may not read a family sees a page without it, as on the live link. */
const isTurnedAway = (error: unknown) => error instanceof PastFailed && (error.status === 401 || error.status === 403)

/** How displays are set up is no part of what happened; what was written down about it later is what one looks back with. */
const isOfNow = (family: Family) => family === 'display' || family === 'desk'

/** Follows the time machine until stopped. @param onPicture told after each picture of an instant */
export function connectPast(
  store: LiveStore,
  followed: readonly Followed[],
  machine: TimeMachine,
  onPicture: () => void,
): () => void {
  let given = new AbortController()
  let buffer = createReplayBuffer(0)
  let step = stepOf(machine.view().speed)
  let queues = new Map<Followed, EventQueue>()
  /** Of the live link's kind, but our own. */
  let seq = 0
  let isFetching = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Everything of one instant, or nothing: what is shown never mixes two. */
  async function load(at: number): Promise<void> {
    given.abort()
    clearTimeout(timer)
    given = new AbortController()
    const { signal } = given
    isFetching = false
    try {
      const { now } = await marksOf({ from: at, to: at, points: 1 }, signal)
      const instant = Math.min(at, now)
      const [field, ...snapshots] = await Promise.all([
        fieldAt(instant, signal),
        ...followed.map(one => snapshotOf(one, instant, signal)),
      ])
      if (signal.aborted) return
      seq = 0
      store.takeCatalogue({ scope: 'province', series: [...field.catalogue] })
      store.showPast(instant)
      store.takeSnapshot({ epoch: 0, seq, serverTime: instant, frame: field.frame })
      queues = new Map()
      for (const [i, one] of followed.entries()) {
        const snapshot = snapshots[i]
        if (snapshot === undefined) continue
        if (one.takeSnapshot(snapshot) === 'outdated') reloadOnceFor(`${one.family}-snapshot`)
        const from = one.followFrom()
        if (from && !isOfNow(one.family)) queues.set(one, createEventQueue(from.after, instant))
      }
      buffer = createReplayBuffer(instant)
      step = stepOf(machine.view().speed)
      failures = 0
      machine.arrived(instant, now)
      onPicture()
      void fetchAhead()
    } catch (error) {
      again(error, signal, () => void load(at))
    }
  }

  async function snapshotOf({ family, path }: Followed, at: number, signal: AbortSignal): Promise<unknown> {
    try {
      return await readPast(isOfNow(family) ? path : `${path}?at=${at}`, signal)
    } catch (error) {
      if (isTurnedAway(error)) return undefined
      throw error
    }
  }

  function again(error: unknown, signal: AbortSignal, retry: () => void): void {
    if (signal.aborted) return
    const failure = error instanceof PastFailed ? error : undefined
    if (!failure) reportError(error)
    machine.failed(failure?.status ?? 0)
    const pause = failure?.retryAfterMs ?? Math.min(RETRY_FIRST_MS * 2 ** failures, RETRY_MAX_MS)
    failures += 1
    timer = setTimeout(retry, pause)
  }

  /** Also while it stands: the first seconds after "play" are then here already. */
  async function fetchAhead(): Promise<void> {
    const { speed, now = 0, at, phase } = machine.view()
    if (isFetching || phase === 'loading' || at === undefined) return
    const ahead = Math.max(speed * AHEAD_MS, LEAST_AHEAD_MS)
    const { signal } = given
    isFetching = true
    try {
      const from = buffer.until()
      if (from < now && from - at < ahead / 2) await fetchReadings(from, Math.min(at + ahead, now), signal)
      for (const [one, queue] of queues)
        if (queue.until() < now && queue.until() - at < ahead && queue.hasRoom()) {
          const page = await eventsAfter(one.path, queue.lastId(), EVENTS_PAGE, signal)
          queue.add(page.events, page.next === null, now)
        }
      failures = 0
      isFetching = false
    } catch (error) {
      again(error, signal, () => {
        isFetching = false
        void fetchAhead()
      })
    }
  }

  async function fetchReadings(from: number, to: number, signal: AbortSignal): Promise<void> {
    const into = buffer
    const indexOf = store.moment().state.indexOf
    let cursor: string | null = null
    do {
      if (!into.hasRoom(PAGE)) return
      const page = await readingsAfter({ from, to, step, cursor, limit: PAGE }, signal)
      // A series added meanwhile isn't in the catalogue; the store leaves it out.
      const numbers = page.series.map(id => indexOf.get(id) ?? NOWHERE)
      into.add({ n: page.n.map(i => numbers[i] ?? NOWHERE), t: page.t, v: page.v, q: page.q })
      cursor = page.next
      // A page that isn't the last one is whole up to the millisecond before its end.
      into.reach(cursor === null ? page.until : (page.t.at(-1) ?? from) - 1)
    } while (cursor !== null)
  }

  function beat(): void {
    const { isPlaying, phase, speed } = machine.view()
    if (!isPlaying || phase === 'loading') return
    const wanted = stepOf(speed)
    if (wanted !== step) {
      step = wanted
      given.abort()
      given = new AbortController()
      isFetching = false
      buffer.restart(machine.view().at ?? buffer.until())
    }
    const asked = machine.clockNow()
    const known = Math.min(buffer.until(), ...[...queues.values()].map(queue => queue.until()))
    const at = Math.max(machine.view().at ?? 0, Math.min(asked, known))
    const taken = buffer.takeUpTo(at)
    if (taken.n.length > 0) store.takeFrame(encodeFrame({ ...taken, epoch: 0, fromSeq: seq, seq: ++seq }))
    for (const [one, queue] of queues) {
      const due = queue.takeUpTo(at)
      if (due && one.takeEvents({ after: due.after, events: [...due.events] }) === 'gap') {
        machine.seek(at)
        return
      }
    }
    store.showPast(at)
    machine.shown(at, at < asked)
    void fetchAhead()
  }

  /** What is shown stands, and what follows it is fetched again. */
  function giveUp(): void {
    given.abort()
    clearTimeout(timer)
    given = new AbortController()
    isFetching = false
    failures = 0
    void fetchAhead()
  }

  const stopSeeking = machine.onSeek(at => void load(at))
  const stopGivingUp = machine.onGiveUp(giveUp)
  void load(machine.view().target)
  const beating = setInterval(beat, BEAT_MS)
  return () => {
    stopSeeking()
    stopGivingUp()
    clearInterval(beating)
    clearTimeout(timer)
    given.abort()
  }
}

/** No catalogue is as long as this. */
const NOWHERE = 0xffff_ffff
