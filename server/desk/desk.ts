// The desk in the station: commands are decided on what was written so far and appended with the version they were decided on. No HTTP,
// no sockets.
import { type ActorMark, actorLine } from '../../shared/access/actor-line.ts'
import type { DeskCommandRequest } from '../../shared/desk/command.ts'
import { decideDeskCommand } from '../../shared/desk/decide.ts'
import { DESK_FAMILY } from '../../shared/desk/event.ts'
import { foldDesk } from '../../shared/desk/fold.ts'
import { deskRefusalOf } from '../../shared/desk/refusal.ts'
import { type DeskState, EMPTY_DESK_STATE } from '../../shared/desk/state.ts'
import type { Refusal } from '../../shared/programme/command.ts'
import type { Units } from '../../shared/programme/units.ts'
import { createFoldedLog, type EventRow, type FoldedLog, fingerprintOf } from '../log/folded-log.ts'
import { type Store, StoreTrouble } from '../store/store.ts'

/** Each time somebody else was quicker. */
const MOST_TRIES = 8

export type DeskCommandOutcome =
  | { readonly kind: 'done' | 'repeated'; readonly events: readonly EventRow[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'key-reused' }

export type Desk = Pick<FoldedLog<DeskState>, 'state' | 'head' | 'stateAt' | 'eventsAfter' | 'holds'> & {
  /** Rejects with StoreTrouble when it can't be written now. */
  readonly execute: (request: DeskCommandRequest, key: string, standing?: ActorMark) => Promise<DeskCommandOutcome>
  /** Takes in what another process appended. */
  readonly catchUp: () => Promise<void>
}
export type DeskDeps = {
  readonly store: Pick<Store, 'appendEvents' | 'outcomeOf' | 'eventsOf' | 'event'>
  readonly units: Units
  readonly now: () => number
  readonly onEvents: () => void
}

export async function createDesk({ store, units, now, onEvents }: DeskDeps): Promise<Desk> {
  const log = createFoldedLog<DeskState>({
    store,
    family: DESK_FAMILY,
    empty: EMPTY_DESK_STATE,
    fold: foldDesk,
    onEvents,
  })
  await log.readOn()

  async function carryOut(request: DeskCommandRequest, key: string, standing: ActorMark): Promise<DeskCommandOutcome> {
    const { actor, isSimulated = false } = request
    const fingerprint = fingerprintOf(request)
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const at = now()
      const state = log.state()
      const decision = decideDeskCommand({ state, units, now: at }, request)
      // A repeat of what was done would now be refused: it is answered as the first time.
      const outcome =
        decision.kind === 'refused'
          ? await store.outcomeOf(key, fingerprint)
          : await log.append({
              events: [
                {
                  ...decision.event,
                  at,
                  actor: actorLine(
                    isSimulated ? 'simulated' : standing,
                    actor.name,
                    units.get(actor.unit)?.name ?? actor.unit,
                  ),
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
          // Not somebody quicker, but something that was removed or is too old to be kept: its id is taken for ever.
          if (outcome.newest.id <= state.lastId) return { kind: 'refused', refusals: [deskRefusalOf('id-used', 'id')] }
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
