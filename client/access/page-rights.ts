// Who may open which page: one of the rights, any signed-in person, or anyone. Pure.
import type { Me } from '../../shared/access/api-schema.ts'
import { boundUnits } from '../../shared/access/judge.ts'
import type { Right } from '../../shared/access/right.ts'
import type { Page } from '../app/page-of.ts'
import { hasRight } from './may.ts'

export type PageKind = Page['kind']

const PAGE_RIGHTS: Readonly<Record<PageKind, readonly Right[] | 'person' | 'anyone'>> = {
  wall: ['read-field'],
  kiosk: ['read-field'],
  desktop: ['read-field'],
  history: ['read-field'],
  compare: ['read-field'],
  programme: ['read-programme'],
  alarms: ['read-alarms'],
  handover: ['read-desk'],
  displays: ['read-displays', 'manage-displays'],
  accounts: ['manage-accounts', 'read-audit'],
  'access-log': ['read-audit'],
  account: 'person',
  'approve-entry': 'person',
  // The link in a message is its own credential.
  acknowledge: 'anyone',
  'sign-in': 'anyone',
  'map-bench': 'anyone',
}

export const isForAnyone = (page: PageKind): boolean => PAGE_RIGHTS[page] === 'anyone'

export function mayOpen(me: Me | undefined, page: PageKind): boolean {
  const need = PAGE_RIGHTS[page]
  if (need === 'anyone') return true
  if (need === 'person') return me?.who.kind === 'person' || me?.who.kind === 'local'
  // The map shows the province; who looks after one unit has that unit's page.
  const showsProvince = page === 'desktop' || page === 'compare' || page === 'history'
  return hasRight(me, ...need) && !(showsProvince && ownUnits(me) !== undefined)
}

/** The units that somebody is bound to; undefined = the whole province. */
export const ownUnits = (me: Me | undefined): readonly string[] | undefined =>
  me?.who.kind === 'person' ? boundUnits({ ...me.who, session: '' }) : undefined
