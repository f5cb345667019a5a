// The displays in the station: commands are decided on the profiles as folded so far and appended with the version they were decided
// on. No HTTP, no sockets.
import { type ActorMark, actorLine } from '../../shared/access/actor-line.ts'
import type { DisplayCommandRequest } from '../../shared/displays/command.ts'
import { decideDisplayCommand } from '../../shared/displays/decide.ts'
import { DISPLAY_FAMILY } from '../../shared/displays/event.ts'
import { foldDisplays } from '../../shared/displays/fold.ts'
import { type DisplayState, EMPTY_DISPLAY_STATE } from '../../shared/displays/state.ts'
import type { Refusal } from '../../shared/programme/command.ts'
import type { Units } from '../../shared/programme/units.ts'
import { createFoldedLog, type EventRow, type FoldedLog, fingerprintOf } from '../log/folded-log.ts'
import { type Store, StoreTrouble } from '../store/store.ts'

/** Each time somebody else was quicker. */
const MOST_TRIES = 8

export type DisplayCommandOutcome =
  | { readonly kind: 'done' | 'repeated'; readonly events: readonly EventRow[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'key-reused' }

export type Displays = Pick<FoldedLog<DisplayState>, 'state' | 'head' | 'stateAt' | 'eventsAfter' | 'holds'> & {
  /** Rejects with StoreTrouble when it can't be written now. */
  readonly execute: (
    request: DisplayCommandRequest,
    key: string,
    standing?: ActorMark,
  ) => Promise<DisplayCommandOutcome>
  /** Takes in what another process appended. */
  readonly catchUp: () => Promise<void>
}
export type DisplaysDeps = {
  readonly store: Pick<Store, 'appendEvents' | 'outcomeOf' | 'eventsOf' | 'event'>
  readonly units: Units
  readonly now: () => number
  readonly onEvents: () => void
}

export async function createDisplays({ store, units, now, onEvents }: DisplaysDeps): Promise<Displays> {
  const log = createFoldedLog<DisplayState>({
    store,
    family: DISPLAY_FAMILY,
    empty: EMPTY_DISPLAY_STATE,
    fold: foldDisplays,
    onEvents,
  })
  await log.readOn()

  async function carryOut(
    request: DisplayCommandRequest,
    key: string,
    standing: ActorMark,
  ): Promise<DisplayCommandOutcome> {
    const { actor, ...command } = request
    const fingerprint = fingerprintOf({ ...command, actor })
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const at = now()
      const decision = decideDisplayCommand({ state: log.state(), units, now: at }, request)
      // A repeat of what was done would now be refused: it is answered as the first time.
      const outcome =
        decision.kind === 'refused'
          ? await store.outcomeOf(key, fingerprint)
          : await log.append({
              events: [
                {
                  ...decision.event,
                  at,
                  actor: actorLine(standing, actor.name, units.get(actor.unit)?.name ?? actor.unit),
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
        case 'missing':
          await log.readOn()
          continue
        default:
          outcome satisfies never
      }
    }
    throw new StoreTrouble('busy', 'others changed the same display at every try')
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
