// The programme in the station: judges commands one after the other on the state as folded so far, appends what they decide and
// hands the new events on. Knows the store's log and the pure rules; no HTTP, no sockets.
import { type ActorMark, actorLine } from '../../shared/access/actor-line.ts'
import type { CommandRequest, Refusal } from '../../shared/programme/command.ts'
import { decide } from '../../shared/programme/decide.ts'
import { type AnyEvent, type EventDraft, PROGRAMME_FAMILY } from '../../shared/programme/event.ts'
import type { EvidenceFile } from '../../shared/programme/facts.ts'
import { fold, isKnown } from '../../shared/programme/fold.ts'
import { provinceDayOf } from '../../shared/programme/province-day.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../shared/programme/state.ts'
import { type Units, unitsById } from '../../shared/programme/units.ts'
import type { Unit } from '../../shared/registry.ts'
import { createFoldedLog, type EventRow, type FoldedLog, fingerprintOf } from '../log/folded-log.ts'
import type { AppendRequest, Store } from '../store/store.ts'
import { plantFacts } from './plant.ts'
import type { SeedEvent } from './seed-event.ts'

export type CommandOutcome =
  | { readonly kind: 'done' | 'repeated'; readonly events: readonly EventRow[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** Somebody else changed it since the sender looked; the newest event about it. */
  | { readonly kind: 'conflict'; readonly newest: EventRow | undefined; readonly subject: string }
  | { readonly kind: 'key-reused' }

export type Programme = Pick<FoldedLog<ProgrammeState>, 'state' | 'head' | 'stateAt' | 'eventsAfter' | 'holds'> & {
  readonly units: Units
  /** The province's calendar day now. */
  readonly today: () => string
  /** @param standing how it is known who asks */
  readonly execute: (request: CommandRequest, key: string, standing?: ActorMark) => Promise<CommandOutcome>
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
  readonly onEvents: (events: readonly EventRow[]) => void
}

export async function createProgramme({
  store,
  units: unitList,
  seed,
  now,
  onEvents,
}: ProgrammeDeps): Promise<Programme> {
  const units = unitsById(unitList)
  const evidence = new Set<string>()
  const log = createFoldedLog<ProgrammeState>({
    store,
    family: PROGRAMME_FAMILY,
    empty: EMPTY_STATE,
    fold,
    onEvents(events) {
      for (const one of events.flatMap(filesOf)) evidence.add(one.hash)
      onEvents(events)
    },
  })

  async function append(request: AppendRequest, subject: string): Promise<CommandOutcome> {
    const outcome = await log.append(request)
    switch (outcome.kind) {
      case 'appended':
        return { kind: 'done', events: outcome.events }
      case 'repeated':
        return { kind: 'repeated', events: outcome.events }
      case 'conflict':
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
  await log.readOn()

  return {
    units,
    state: log.state,
    head: log.head,
    stateAt: log.stateAt,
    eventsAfter: log.eventsAfter,
    holds: log.holds,
    today: () => provinceDayOf(now()),
    execute: (request, key, standing = 'declared') =>
      log.inTurn(async () => {
        const { expected, isSimulated = false, actor, ...command } = request
        const fingerprint = fingerprintOf({ ...command, actor, expected })
        const decision = decide({ state: log.state(), units, today: provinceDayOf(now()) }, request)
        if (decision.kind === 'refused') {
          // A repeat of what was done would now be refused (a report is already in): it is answered as the first time.
          return (await store.outcomeOf(key, fingerprint)) ?? decision
        }
        const unitName = units.get(actor.unit)?.name ?? actor.unit
        const who = actorLine(isSimulated ? 'simulated' : standing, actor.name, unitName)
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
      log.inTurn(async () => {
        await log.readOn()
        const { lastId, versions } = log.state()
        const newest = log.newest()
        if (expectedHead !== lastId)
          return (
            (await store.outcomeOf(key, fingerprint)) ?? { kind: 'conflict', newest, subject: newest?.subject ?? '' }
          )
        const at = now()
        const events = drafts.map(draft => ({ ...draft, at, actor }))
        const subjects = new Set(drafts.map(({ subject }) => subject))
        const expected = [...subjects].map(subject => ({ subject, version: versions.get(subject) ?? 0 }))
        return append({ events, expected, key, fingerprint }, drafts[0]?.subject ?? '')
      }),
    refersTo: one => evidence.has(one),
    catchUp: () => log.inTurn(log.readOn),
  }
}

function filesOf(event: AnyEvent): readonly EvidenceFile[] {
  if (!isKnown(event)) return []
  if (event.type === 'programme.indicator-assessed') return event.data.evidence
  return event.type === 'programme.task-updated' ? event.data.files : []
}
