// The alarms in the station: what the evaluation finds and what people ask is decided in turn on the alarms as folded so far, and
// appended with the versions it was decided on, so that several stations on one database say everything once. No HTTP, no sockets.

import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { type ActorMark, actorLine } from '../../shared/access/actor-line.ts'
import type { AlarmCommandRequest, AlarmRefusal, SeenAlarm } from '../../shared/alarms/command.ts'
import { type AlarmDecision, decideAlarmCommand } from '../../shared/alarms/decide.ts'
import { decideSystem } from '../../shared/alarms/decide-system.ts'
import { ALARM_FAMILY } from '../../shared/alarms/event.ts'
import { foldAlarms } from '../../shared/alarms/fold.ts'
import { type AlarmState, EMPTY_ALARM_STATE } from '../../shared/alarms/state.ts'
import { subjectOfAlarm } from '../../shared/alarms/target.ts'
import type { FrameColumns } from '../../shared/frame.ts'
import { createFoldedLog, type EventRow, type FoldedLog, fingerprintOf } from '../log/folded-log.ts'
import {
  type AppendOutcome,
  type AppendRequest,
  MAX_EVENTS_A_COMMAND,
  type Store,
  StoreTrouble,
} from '../store/store.ts'
import { decideByLink } from './link-acknowledgement.ts'
import { createWatching, type WatchedWorld, type Watching } from './watching.ts'

const ACTOR = 'system:alarms'
const TICK_MS = 1_000
/** Each time somebody else was quicker. What the station itself decides comes again with the next tick. */
const MOST_TRIES = 8

export type AlarmCommandOutcome =
  /** Of the alarms that could; `refusals` says why the others couldn't. */
  | {
      readonly kind: 'done' | 'repeated'
      readonly events: readonly EventRow[]
      readonly refusals: readonly AlarmRefusal[]
    }
  | { readonly kind: 'refused'; readonly refusals: readonly AlarmRefusal[] }
  | { readonly kind: 'key-reused' }

export type Alarms = Pick<FoldedLog<AlarmState>, 'state' | 'head' | 'stateAt' | 'eventsAfter' | 'holds'> & {
  readonly watches: Watching['conditions']['watches']
  readonly withoutLevels: Watching['withoutLevels']
  /** Rejects with StoreTrouble when it can't be written now. */
  readonly execute: (request: AlarmCommandRequest, key: string, standing?: ActorMark) => Promise<AlarmCommandOutcome>
  readonly acknowledgeByLink: (
    about: {
      readonly alarm: string
      readonly occurrence: number
      readonly recipient: string
      readonly comment: string | null
    },
    key: string,
  ) => Promise<AlarmCommandOutcome>
  /** Readings that are now the newest of their series, after their commit. Returns at once, never throws. */
  readonly take: (newest: FrameColumns) => void
  /** Devices or series came or went. */
  readonly setCatalogue: () => void
  /** Takes in what another process appended and stored. */
  readonly catchUp: () => Promise<void>
  readonly figures: () => {
    readonly watches: number
    readonly evaluationSeconds: number
    /** By this process, since its start. */
    readonly eventsAppended: number
  }
  readonly stop: () => Promise<void>
}

export type AlarmsDeps = WatchedWorld & {
  readonly store: Pick<Store, 'appendEvents' | 'outcomeOf' | 'eventsOf' | 'event' | 'latest' | 'readings'>
  readonly now: () => number
  readonly log: Logger
  readonly onEvents: (events: readonly EventRow[]) => void
}

export async function createAlarms(deps: AlarmsDeps): Promise<Alarms> {
  const { store, units, now, log: logger, onEvents } = deps
  /** Came into the log from others, and isn't heeded yet. */
  let noticed: EventRow[] = []
  let isWorkQueued = false
  let isStopped = false
  let eventsAppended = 0
  let trouble = ''

  const log = createFoldedLog<AlarmState>({
    store,
    family: ALARM_FAMILY,
    empty: EMPTY_ALARM_STATE,
    fold: foldAlarms,
    onEvents(events) {
      noticed.push(...events)
      onEvents(events)
    },
  })
  await log.readOn()
  noticed = []
  const watching = createWatching({ ...deps, state: log.state, onFound: workSoon, onTrouble: tell })
  const { conditions } = watching

  /** Told once, until it is another one. */
  function tell(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    if (reason === trouble) return
    trouble = reason
    if (error instanceof StoreTrouble) logger.warn({ reason }, 'alarms wait: the store is not available now')
    else logger.error({ err: error }, 'alarms could not be decided')
  }

  function workSoon(): void {
    if (isWorkQueued || isStopped) return
    isWorkQueued = true
    log
      .inTurn(() => {
        isWorkQueued = false
        return work()
      })
      .catch(tell)
  }

  async function work(): Promise<void> {
    await watching.renew()
    await heedOthers()
    await decideWhatWasFound()
    trouble = ''
  }

  async function decideWhatWasFound(): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; ) {
      const found = conditions.pending.all()
      const at = now()
      const { events, expected } = decideSystem(log.state(), found, conditions.watches(), at)
      const part = events.slice(0, MAX_EVENTS_A_COMMAND)
      if (part.length > 0) {
        const subjects = new Set(part.map(({ subject }) => subject))
        const key = `${ACTOR}:${randomUUID()}`
        const outcome = await append({
          events: part.map(draft => ({ ...draft, at, actor: ACTOR })),
          expected: expected.filter(({ subject }) => subjects.has(subject)),
          key,
          fingerprint: key,
        })
        if (outcome.kind !== 'appended') {
          tries += 1
          continue
        }
      }
      // What is left of a very large decision is decided anew: what stands by now makes no second event.
      if (part.length < events.length) continue
      conditions.pending.done(found)
      return
    }
  }

  async function append(request: AppendRequest): Promise<AppendOutcome> {
    const outcome = await log.append(request)
    if (outcome.kind === 'appended') {
      const own = new Set(outcome.events.map(({ id }) => id))
      noticed = noticed.filter(({ id }) => !own.has(id))
      eventsAppended += own.size
    }
    // What is appended is done, whatever comes now; the next work heeds them.
    await heedOthers().catch(tell)
    return outcome
  }

  async function heedOthers(): Promise<void> {
    if (noticed.length === 0) return
    await watching.giveWay(noticed)
    noticed = []
  }

  async function carryOut(
    decide: (state: AlarmState, at: number) => AlarmDecision,
    about: { readonly actor: string; readonly key: string; readonly fingerprint: string },
  ): Promise<AlarmCommandOutcome> {
    const { actor, key, fingerprint } = about
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const at = now()
      const { events, expected, refusals } = decide(log.state(), at)
      // A repeat of what was done would now be refused: it is answered as the first time.
      const outcome =
        events.length === 0
          ? await store.outcomeOf(key, fingerprint)
          : await append({ events: events.map(draft => ({ ...draft, at, actor })), expected, key, fingerprint })
      switch (outcome?.kind) {
        case undefined:
          return { kind: 'refused', refusals }
        case 'appended':
          workSoon()
          return { kind: 'done', events: outcome.events, refusals }
        case 'repeated':
          return { kind: 'repeated', events: outcome.events, refusals: refusalsBeside(outcome.events, refusals) }
        case 'key-reused':
          return { kind: 'key-reused' }
        case 'conflict':
        case 'missing':
          continue
        default:
          outcome satisfies never
      }
    }
    throw new StoreTrouble('busy', 'others changed the same alarms at every try')
  }

  const ticking = setInterval(() => {
    conditions.advance()
    workSoon()
  }, TICK_MS)
  await log.inTurn(work).catch(tell)

  return {
    state: log.state,
    head: log.head,
    stateAt: log.stateAt,
    eventsAfter: log.eventsAfter,
    holds: log.holds,
    watches: conditions.watches,
    withoutLevels: watching.withoutLevels,
    execute: (request, key, standing = 'declared') =>
      log.inTurn(() => {
        const { isSimulated = false, actor, ...command } = request
        return carryOut((state, at) => decideAlarmCommand({ state, units, now: at }, request), {
          actor: actorLine(isSimulated ? 'simulated' : standing, actor.name, units.get(actor.unit)?.name ?? actor.unit),
          key,
          fingerprint: fingerprintOf({ ...command, actor }),
        })
      }),
    acknowledgeByLink: ({ alarm, occurrence, recipient, comment }, key) =>
      log.inTurn(() => {
        const seen: SeenAlarm = { id: alarm, occurrence }
        return carryOut((state, at) => decideByLink({ state, units, now: at }, seen, comment), {
          actor: `link:${recipient}`,
          key,
          fingerprint: fingerprintOf({ seen, recipient }),
        })
      }),
    take(newest) {
      if (!isStopped) conditions.take(newest)
    },
    setCatalogue() {
      watching.setCatalogue()
      workSoon()
    },
    catchUp: () =>
      log.inTurn(async () => {
        await log.readOn()
        await watching.takeWhatOthersStored()
        await heedOthers()
        workSoon()
      }),
    figures: () => ({
      watches: conditions.watches().size,
      evaluationSeconds: conditions.seconds(),
      eventsAppended,
    }),
    async stop() {
      clearInterval(ticking)
      conditions.flush()
      isStopped = true
      await log.inTurn(work).catch(tell)
    },
  }
}

/** Of a command that was sent again: why those were left out that its events aren't about. */
function refusalsBeside(events: readonly EventRow[], refusals: readonly AlarmRefusal[]): readonly AlarmRefusal[] {
  const done = new Set(events.map(({ subject }) => subject))
  return refusals.filter(({ alarm }) => alarm !== null && !done.has(subjectOfAlarm(alarm)))
}
