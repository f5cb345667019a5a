// A family of events that grows by one command at a time: each is decided on the state as folded so far and appended with the version
// it was decided on; whoever was slower decides again. Knows no family's meaning, no HTTP and no sockets.
import { type ActorMark, actorLine } from '../../shared/access/actor-line.ts'
import type { CommandActor, Refusal } from '../../shared/programme/command.ts'
import type { Units } from '../../shared/programme/units.ts'
import { type Store, StoreTrouble } from '../store/store.ts'
import { createFoldedLog, type EventRow, type FoldedLog, type FoldedLogDeps, fingerprintOf } from './folded-log.ts'

/** Each time somebody else was quicker. */
const MOST_TRIES = 8

export type CommandOutcome =
  | { readonly kind: 'done' | 'repeated'; readonly events: readonly EventRow[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'key-reused' }
type Refused = Extract<CommandOutcome, { kind: 'refused' }>

export type CommandLog<State, Request> = Pick<
  FoldedLog<State>,
  'state' | 'head' | 'stateAt' | 'eventsAfter' | 'holds'
> & {
  /** Rejects with StoreTrouble when it can't be written now. */
  readonly execute: (request: Request, key: string, standing?: ActorMark) => Promise<CommandOutcome>
  /** Takes in what another process appended. */
  readonly catchUp: () => Promise<void>
}
export type CommandLogDeps<State, Request> = Omit<FoldedLogDeps<State>, 'store' | 'onEvents'> & {
  readonly store: Pick<Store, 'appendEvents' | 'outcomeOf' | 'eventsOf' | 'event'>
  readonly units: Units
  readonly now: () => number
  readonly onEvents: () => void
  readonly decide: (
    view: { readonly state: State; readonly units: Units; readonly now: number },
    request: Request,
  ) =>
    | Refused
    | {
        readonly kind: 'event'
        readonly event: Pick<EventRow, 'type' | 'subject' | 'data'>
        readonly version: number
      }
  /** What is said when an event about the subject stands in the log and not in the state; else it is tried again. */
  readonly whenForgotten?: () => Refused
}

export async function createCommandLog<
  State extends { readonly lastId: number; readonly lastAt: number },
  Request extends { readonly actor: CommandActor; readonly isSimulated?: boolean | undefined },
>(deps: CommandLogDeps<State, Request>): Promise<CommandLog<State, Request>> {
  const { store, family, empty, fold, units, now, onEvents, decide, whenForgotten } = deps
  const log = createFoldedLog<State>({ store, family, empty, fold, onEvents })
  await log.readOn()

  async function carryOut(request: Request, key: string, standing: ActorMark): Promise<CommandOutcome> {
    const { actor, isSimulated = false } = request
    const fingerprint = fingerprintOf(request)
    const mark = isSimulated ? 'simulated' : standing
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const at = now()
      const state = log.state()
      const decision = decide({ state, units, now: at }, request)
      // A repeat of what was done would now be refused: it is answered as the first time.
      const outcome =
        decision.kind === 'refused'
          ? await store.outcomeOf(key, fingerprint)
          : await log.append({
              events: [
                {
                  ...decision.event,
                  at,
                  actor: actorLine(mark, actor.name, units.get(actor.unit)?.name ?? actor.unit),
                },
              ],
              expected: [{ subject: decision.event.subject, version: decision.version }],
              key,
              fingerprint,
            })
      switch (outcome?.kind) {
        case undefined:
          return decision.kind === 'refused' ? decision : { kind: 'key-reused' }
        case 'appended':
          return { kind: 'done', events: outcome.events }
        case 'repeated':
          return { kind: 'repeated', events: outcome.events }
        case 'key-reused':
          return { kind: 'key-reused' }
        case 'conflict':
          if (whenForgotten && outcome.newest.id <= state.lastId) return whenForgotten()
          continue
        case 'missing':
          await log.readOn()
          continue
        default:
          outcome satisfies never
      }
    }
    throw new StoreTrouble('busy', 'others changed the same thing at every try')
  }

  return {
    state: log.state,
    head: log.head,
    stateAt: log.stateAt,
    eventsAfter: log.eventsAfter,
    holds: log.holds,
    execute: (request, key, standing = 'declared') => log.inTurn(() => carryOut(request, key, standing)),
    catchUp: () => log.inTurn(() => log.readOn()),
  }
}
