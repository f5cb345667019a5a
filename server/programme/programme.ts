// The programme in the station: holds the state as folded so far, judges commands one after the other, appends what they decide and
// hands the new events on. Knows the store's log and the pure rules; no HTTP, no sockets.
import { createHash } from 'node:crypto'
import type { CommandRequest, Refusal } from '../../shared/programme/command.ts'
import { decide } from '../../shared/programme/decide.ts'
import { type AnyEvent, type EventDraft, PROGRAMME_FAMILY } from '../../shared/programme/event.ts'
import type { EvidenceFile } from '../../shared/programme/facts.ts'
import { fold, isKnown } from '../../shared/programme/fold.ts'
import { provinceDayOf } from '../../shared/programme/province-day.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../shared/programme/state.ts'
import { type Units, unitsById } from '../../shared/programme/units.ts'
import type { Unit } from '../../shared/registry.ts'
import type { AppendRequest, Store, StoredEvent } from '../store/store.ts'
import { plantFacts } from './plant.ts'
import type { SeedEvent } from './seed-event.ts'

/** Events read from the store at a time; the store allows ten thousand. */
const PAGE = 5_000
/** The newest events are kept at hand for screens that are a little behind. */
const TAIL = 1_000
/** Pictures of the past kept at hand. */
const PAST_STATES = 8

export type ProgrammeEventRow = AnyEvent & { readonly hash: string }

export type CommandOutcome =
  | { readonly kind: 'done' | 'repeated'; readonly events: readonly ProgrammeEventRow[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** Somebody else changed it since the sender looked; the newest event about it. */
  | { readonly kind: 'conflict'; readonly newest: ProgrammeEventRow | undefined; readonly subject: string }
  | { readonly kind: 'key-reused' }

export type Programme = {
  readonly units: Units
  readonly state: () => ProgrammeState
  /** Id and hash of the last event folded in; 0 and '' before the first. */
  readonly head: () => { readonly id: number; readonly hash: string }
  /** The province's calendar day now. */
  readonly today: () => string
  readonly execute: (request: CommandRequest, key: string) => Promise<CommandOutcome>
  /** Several decisions as one: all events or none. `expectedHead` = the last event the sender's picture held. */
  readonly appendAll: (
    drafts: readonly EventDraft[],
    about: {
      readonly actor: string
      readonly key: string
      readonly fingerprint: string
      readonly expectedHead: number
    },
  ) => Promise<CommandOutcome>
  /** The state as it stood at an instant. */
  readonly stateAt: (at: number) => Promise<{ readonly state: ProgrammeState; readonly hash: string }>
  /** Events after an id, oldest first, at most `limit`. */
  readonly eventsAfter: (id: number, limit: number) => Promise<readonly ProgrammeEventRow[]>
  /** Whether the log holds this event with this hash: if not, a screen has followed another log. */
  readonly holds: (id: number, hash: string) => Promise<boolean>
  /** Whether any entry ever named this file as its evidence. */
  readonly refersTo: (hash: string) => boolean
  /** Folds in what another process appended. */
  readonly catchUp: () => Promise<void>
}

export type ProgrammeDeps = {
  readonly store: Pick<Store, 'appendEvents' | 'outcomeOf' | 'eventsOf' | 'event' | 'lastEventOf'>
  readonly units: readonly Unit[]
  readonly seed: readonly SeedEvent[]
  readonly now: () => number
  readonly onEvents: (events: readonly ProgrammeEventRow[]) => void
}

export async function createProgramme({
  store,
  units: unitList,
  seed,
  now,
  onEvents,
}: ProgrammeDeps): Promise<Programme> {
  const units = unitsById(unitList)
  const past = new Map<string, { readonly state: ProgrammeState; readonly hash: string }>()
  let state: ProgrammeState = EMPTY_STATE
  let hash = ''
  let tail: readonly ProgrammeEventRow[] = []
  let turn: Promise<unknown> = Promise.resolve()
  const evidence = new Set<string>()

  function take(events: readonly ProgrammeEventRow[]): void {
    const fresh = events.filter(event => event.id > state.lastId)
    const last = fresh.at(-1)
    if (!last) return
    state = fold(state, fresh)
    hash = last.hash
    tail = [...tail, ...fresh].slice(-TAIL)
    for (const one of fresh.flatMap(filesOf)) evidence.add(one.hash)
    onEvents(fresh)
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const events = await store.eventsOf(PROGRAMME_FAMILY, state.lastId, PAGE)
      take(events)
      if (events.length < PAGE) return
    }
  }

  /** One after the other: a decision is made on the state that its events will follow. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined)
    return mine
  }

  async function append(request: AppendRequest, subject: string): Promise<CommandOutcome> {
    const outcome = await store.appendEvents(request)
    switch (outcome.kind) {
      case 'appended':
        // Another process may have appended before us: its events come first.
        if (outcome.events[0] && outcome.events[0].id > state.lastId + 1) await readOn()
        take(outcome.events)
        return { kind: 'done', events: outcome.events }
      case 'repeated':
        return { kind: 'repeated', events: outcome.events }
      case 'conflict':
        await readOn()
        return { kind: 'conflict', newest: outcome.newest, subject }
      case 'missing':
        return { kind: 'conflict', newest: undefined, subject }
      case 'key-reused':
        return { kind: 'key-reused' }
      default:
        return outcome satisfies never
    }
  }

  await plantFacts(store, seed)
  await readOn()

  return {
    units,
    state: () => state,
    head: () => ({ id: state.lastId, hash }),
    today: () => provinceDayOf(now()),
    execute: (request, key) =>
      inTurn(async () => {
        const { expected, isSimulated = false, actor, ...command } = request
        const fingerprint = fingerprintOf({ ...command, actor, expected })
        const decision = decide({ state, units, today: provinceDayOf(now()) }, request)
        if (decision.kind === 'refused') {
          // A repeat of what was done would now be refused (a report is already in): it is answered as the first time.
          return (await store.outcomeOf(key, fingerprint)) ?? decision
        }
        const who = `${isSimulated ? 'simulated' : 'declared'}:${actor.name} · ${units.get(actor.unit)?.name ?? actor.unit}`
        const at = now()
        return append(
          {
            events: decision.events.map(draft => ({ ...draft, at, actor: who })),
            expected: [{ subject: decision.subject, version: expected }],
            key,
            fingerprint,
          },
          decision.subject,
        )
      }),
    appendAll: (drafts, { actor, key, fingerprint, expectedHead }) =>
      inTurn(async () => {
        await readOn()
        const newest = tail.at(-1)
        if (expectedHead !== state.lastId)
          return (
            (await store.outcomeOf(key, fingerprint)) ?? { kind: 'conflict', newest, subject: newest?.subject ?? '' }
          )
        const at = now()
        const events = drafts.map(draft => ({ ...draft, at, actor }))
        const subjects = new Set(drafts.map(({ subject }) => subject))
        const expected = [...subjects].map(subject => ({ subject, version: state.versions.get(subject) ?? 0 }))
        return append({ events, expected, key, fingerprint }, drafts[0]?.subject ?? '')
      }),
    async stateAt(at) {
      if (at >= state.lastAt) return { state, hash }
      const key = `${at} ${state.lastId}`
      const held = past.get(key)
      if (held) return held
      const found = await foldUntil(store, at)
      past.set(key, found)
      if (past.size > PAST_STATES) past.delete(past.keys().next().value as string)
      return found
    },
    async eventsAfter(id, limit) {
      const first = tail[0]
      const isAtHand = id >= state.lastId || (first !== undefined && (id >= first.id || tail.length < TAIL))
      if (isAtHand) return tail.filter(event => event.id > id).slice(0, limit)
      return store.eventsOf(PROGRAMME_FAMILY, id, limit)
    },
    async holds(id, claimed) {
      if (id === 0) return claimed === ''
      const event = tail.find(one => one.id === id) ?? (await store.event(id))
      return event?.hash === claimed
    },
    refersTo: one => evidence.has(one),
    catchUp: () => inTurn(readOn),
  }
}

/** The same command has the same fingerprint, whatever the order of its keys. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, sortedKeys)).digest('hex')

const sortedKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

function filesOf(event: AnyEvent): readonly EvidenceFile[] {
  if (!isKnown(event)) return []
  if (event.type === 'programme.indicator-assessed') return event.data.evidence
  return event.type === 'programme.task-updated' ? event.data.files : []
}

async function foldUntil(store: Pick<Store, 'eventsOf'>, at: number): Promise<{ state: ProgrammeState; hash: string }> {
  let state: ProgrammeState = EMPTY_STATE
  let last: StoredEvent | undefined
  for (;;) {
    const events = await store.eventsOf(PROGRAMME_FAMILY, state.lastId, PAGE)
    // Time never goes back within the programme, so the past is a beginning of the log.
    const before = events.filter(event => event.at <= at)
    state = fold(state, before)
    last = before.at(-1) ?? last
    if (before.length < PAGE) return { state, hash: last?.hash ?? '' }
  }
}
