// Whether somebody may do a thing, for which units, and how much of what is personal they may see. The one place that reads the tables;
// the station and its pages ask here alike. Pure.
import type { AlarmCommand } from '../alarms/command.ts'
import type { DeskCommandName } from '../desk/command.ts'
import type { DisplayCommandName } from '../displays/command.ts'
import type { Command } from '../programme/command.ts'
import type { ImportKind } from '../programme/exchange-schema.ts'
import type { Family } from '../wire.ts'
import {
  ALARM_NEEDS,
  DESK_NEEDS,
  DISPLAY_NEEDS,
  FAMILY_NEEDS,
  IMPORT_NEEDS,
  type Need,
  OPERATION_NEEDS,
  PROGRAMME_NEEDS,
  REPORT_NEED,
  STAGE_NEEDS,
  STEP_NEEDS,
  WATCH_NEED,
} from './action.ts'
import type { Principal } from './principal.ts'
import { DISPLAY_RIGHTS, type Right, ROLE_RIGHTS } from './right.ts'
import type { Audience, Grant, Role } from './role.ts'

export type Action =
  | { readonly kind: 'operation'; readonly id: string }
  | { readonly kind: 'watch' }
  | { readonly kind: 'follow'; readonly family: Family }
  | { readonly kind: 'report' }
  | ({ readonly kind: 'programme' } & Command)
  | ({ readonly kind: 'alarm' } & AlarmCommand)
  | { readonly kind: 'import'; readonly of: ImportKind }
  | { readonly kind: 'display'; readonly command: DisplayCommandName }
  | { readonly kind: 'desk'; readonly command: DeskCommandName }

export function needOf(action: Action): Need | undefined {
  switch (action.kind) {
    case 'operation':
      return Object.hasOwn(OPERATION_NEEDS, action.id) ? OPERATION_NEEDS[action.id] : undefined
    case 'watch':
      return WATCH_NEED
    case 'follow':
      return FAMILY_NEEDS[action.family]
    case 'report':
      return REPORT_NEED
    case 'programme':
      return programmeNeed(action)
    case 'alarm':
      return ALARM_NEEDS[action.command]
    case 'import':
      return IMPORT_NEEDS[action.of]
    case 'display':
      return DISPLAY_NEEDS[action.command]
    case 'desk':
      return DESK_NEEDS[action.command]
    default:
      return action satisfies never
  }
}

function programmeNeed(command: Command): Need {
  if (command.command === 'assess-indicator') return STEP_NEEDS[command.data.step]
  if (command.command === 'move-dossier') return STAGE_NEEDS[command.data.to]
  const need = PROGRAMME_NEEDS[command.command]
  return need === 'by-part' ? [] : need
}

/** Signed in to look at one unit, or a screen hung up for one: they get that unit and nothing that can't be cut to it. */
const isBound = (grant: Grant): boolean => grant.role === 'viewer' && grant.unit !== null
const CUT_TO_UNIT: ReadonlySet<Right> = new Set(['read-field', 'read-board', 'be-a-display'])

const rightsOfGrant = (grant: Grant): readonly Right[] =>
  isBound(grant) ? ROLE_RIGHTS[grant.role].filter(right => CUT_TO_UNIT.has(right)) : ROLE_RIGHTS[grant.role]

export function rightsOf(principal: Principal): ReadonlySet<Right> {
  if (principal.kind === 'person') return new Set(principal.grants.flatMap(rightsOfGrant))
  if (principal.kind !== 'display') return new Set()
  const rights = DISPLAY_RIGHTS[principal.audience]
  return new Set(principal.scope === 'province' ? rights : rights.filter(right => CUT_TO_UNIT.has(right)))
}

export function may(principal: Principal, action: Action): boolean {
  const need = needOf(action)
  if (need === undefined) return false
  if (need === 'anyone' || need === 'device') return true
  // One's own account is nothing without one.
  if (need === 'person') return principal.kind === 'person'
  if (principal.kind === 'local') return true
  if (principal.kind === 'nobody') return false
  // Displays command nothing; what each command needs is asked once it is known.
  if (need === 'command') return principal.kind === 'person'
  const rights = rightsOf(principal)
  return need.some(right => rights.has(right))
}

/** A display speaks for itself only. */
export const maySpeakFor = (principal: Principal, display: string): boolean =>
  may(principal, { kind: 'report' }) && (principal.kind !== 'display' || principal.display === display)

/** The grants by which a person may do this. */
export function grantsFor(grants: readonly Grant[], action: Action): readonly Grant[] {
  const need = needOf(action)
  if (need === undefined || typeof need === 'string') return []
  return grants.filter(grant => rightsOfGrant(grant).some(right => need.includes(right)))
}

/** The units for which a person holds a right. */
export const unitsWith = (grants: readonly Grant[], right: Right): readonly string[] =>
  grants.flatMap(grant => (grant.unit !== null && rightsOfGrant(grant).includes(right) ? [grant.unit] : []))

/** The scopes of the live link and of readings: undefined = the whole province, else these units only. */
export function boundUnits(principal: Principal): readonly string[] | undefined {
  if (principal.kind === 'display')
    return principal.scope === 'province' ? undefined : [principal.scope.replace(/^unit:/, '')]
  if (principal.kind !== 'person' || !principal.grants.every(isBound)) return undefined
  return principal.grants.flatMap(({ unit }) => (unit === null ? [] : [unit]))
}

const AUDIENCE_OF_ROLE: Readonly<Partial<Record<Role, Audience>>> = { viewer: 'office' }

/** The widest that any of the roles has: whoever works with people's names sees them. */
export function audienceOf(principal: Principal): Audience {
  if (principal.kind === 'local') return 'leader'
  if (principal.kind === 'display') return principal.audience
  if (principal.kind !== 'person') return 'public'
  return principal.grants.some(({ role }) => AUDIENCE_OF_ROLE[role] === undefined) ? 'leader' : 'office'
}
