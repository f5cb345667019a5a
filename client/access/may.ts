// What whoever sits here may do, by the station's own tables: so that nothing is offered that would be refused. Pure.

import {
  ALARM_NEEDS,
  DESK_NEEDS,
  DISPLAY_NEEDS,
  IMPORT_NEEDS,
  type Need,
  OPERATION_NEEDS,
  PROGRAMME_NEEDS,
  STAGE_NEEDS,
  STEP_NEEDS,
} from '../../shared/access/action.ts'
import type { Me, Person } from '../../shared/access/api-schema.ts'
import { type Action, needOf, rightsOf } from '../../shared/access/judge.ts'
import type { Right } from '../../shared/access/right.ts'
import type { AlarmCommandName } from '../../shared/alarms/command.ts'
import type { DeskCommandName } from '../../shared/desk/command.ts'
import type { DisplayCommandName } from '../../shared/displays/command.ts'
import type { CommandName } from '../../shared/programme/command.ts'
import type { ImportKind } from '../../shared/programme/exchange-schema.ts'

/** A thing that can be begun; what it comes to is judged when it is known. */
export type Deed =
  | { readonly kind: 'programme'; readonly command: CommandName }
  | { readonly kind: 'alarm'; readonly command: AlarmCommandName }
  | { readonly kind: 'display'; readonly command: DisplayCommandName }
  | { readonly kind: 'desk'; readonly command: DeskCommandName }
  | { readonly kind: 'import'; readonly of: ImportKind }
  | { readonly kind: 'operation'; readonly id: string }

/** Or the whole command, once there is one. */
export type Doing = Deed | Extract<Action, { readonly kind: 'programme' }>

/** Nothing is hidden from a page that doesn't know yet who sits there: the station decides anyway. */
export const mayAll = (me: Me | undefined): boolean => me === undefined || me.who.kind === 'local'

export const hasRight = (me: Me | undefined, ...rights: readonly Right[]): boolean =>
  mayAll(me) || rights.some(right => me?.rights.includes(right) === true)

export function mayDo(me: Me | undefined, deed: Deed): boolean {
  if (mayAll(me)) return true
  return needsOf(deed).some(need => isMet(me, need))
}

function isMet(me: Me | undefined, need: Need): boolean {
  if (typeof need !== 'string') return hasRight(me, ...need)
  return need === 'anyone' || ((need === 'person' || need === 'command') && me?.who.kind === 'person')
}

/** Of a command whose step or stage says what it needs, each of them. */
function needsOf(deed: Doing): readonly Need[] {
  if ('data' in deed) return [needOf(deed) ?? []]
  switch (deed.kind) {
    case 'programme': {
      const need = PROGRAMME_NEEDS[deed.command]
      if (need !== 'by-part') return [need]
      return Object.values(deed.command === 'assess-indicator' ? STEP_NEEDS : STAGE_NEEDS)
    }
    case 'alarm':
      return [ALARM_NEEDS[deed.command]]
    case 'display':
      return [DISPLAY_NEEDS[deed.command]]
    case 'desk':
      return [DESK_NEEDS[deed.command]]
    case 'import':
      return [IMPORT_NEEDS[deed.of]]
    case 'operation':
      return [OPERATION_NEEDS[deed.id] ?? []]
    default:
      return deed satisfies never
  }
}

/** The units for which a person may do it; without a thing to do, those for which they may act at all. */
export function unitsFor(person: Person, doing: Doing | undefined): Person['units'] {
  if (!doing) return person.units
  const needs = needsOf(doing).flatMap(need => (typeof need === 'string' ? [] : need))
  return person.units.filter(({ id, roles }) => {
    const rights = rightsOf({ ...person, session: '', grants: roles.map(role => ({ role, unit: id })) })
    return needs.some(need => rights.has(need))
  })
}
