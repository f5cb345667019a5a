// In whose name a command is carried out: a signed-in person is who the account says, for a unit that one of the roles was given for.
import type { Request, Response } from 'express'
import { type Action, grantsFor, may } from '../../shared/access/judge.ts'
import type { CommandActor } from '../../shared/programme/command.ts'
import { sendProblem } from '../http/problem.ts'
import type { Attempts } from './access-event.ts'
import { deny, principalOf } from './guard.ts'

export type Standing = 'declared' | 'person'
export type Acting = { readonly actor: CommandActor; readonly standing: Standing }
/** Undefined when it may not, and that has been answered. */
export type ActingFor = (
  request: Request,
  response: Response,
  action: Action,
  actor: CommandActor,
  about?: { readonly isSimulated?: boolean | undefined; readonly villages?: readonly string[] },
) => Acting | undefined

export type ActingDeps = {
  readonly attempts: Attempts
  /** Who has a unit's rights today: itself, its successor, or who does what an abolished district did. */
  readonly carriers: (unit: string) => readonly string[]
  /** Undefined = the unit stands for the whole province. */
  readonly villagesOf: (unit: string) => ReadonlySet<string> | undefined
}

export function createActing({ attempts, carriers, villagesOf }: ActingDeps): ActingFor {
  return (request, response, action, actor, { isSimulated = false, villages = [] } = {}) => {
    const principal = principalOf(response)
    // At the machine itself, or where nobody signs in: people say who they are, and every list shows it as said.
    if (principal.kind === 'local') return { actor, standing: 'declared' }
    // What a person enters is no simulation.
    if (principal.kind !== 'person' || !may(principal, action) || isSimulated) {
      deny(principal, action, request, response, attempts)
      return undefined
    }
    const grants = grantsFor(principal.grants, action)
    const held = grants.filter(({ unit }) => unit !== null && carriers(unit).includes(actor.unit))
    if (held.length === 0) {
      attempts.note('denied', `account:${principal.account}`, `person:${principal.name}`, {
        address: request.ip ?? '',
        asked: action.kind,
        unit: actor.unit,
      })
      sendProblem(response, 'forbidden', {
        vi: 'Bạn không có vai trò này ở đơn vị đó',
        en: 'You have no such role in that unit',
      })
      return undefined
    }
    const reach = villagesOf(actor.unit)
    if (reach && villages.some(village => !reach.has(village))) {
      deny(principal, action, request, response, attempts)
      return undefined
    }
    return { actor: { name: principal.name, unit: actor.unit }, standing: 'person' }
  }
}
