// What an event of the access log says, taken apart: its kind, who, about whom, from where. Pure; an event of a newer station is shown by
// its type.
import type { Grant } from '../../../shared/access/role.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'

export const KINDS = ['entries', 'refusals', 'rights', 'displays'] as const
export type LogKind = (typeof KINDS)[number]

const KIND_OF = {
  'signed-in': 'entries',
  'session-ended': 'entries',
  'sign-in-refused': 'refusals',
  denied: 'refusals',
  'account-added': 'rights',
  'account-changed': 'rights',
  'account-invited': 'rights',
  'account-disabled': 'rights',
  'account-enabled': 'rights',
  'totp-added': 'rights',
  'totp-removed': 'rights',
  'sessions-ended': 'rights',
  'password-set': 'rights',
  'pin-set': 'rights',
  'pin-removed': 'rights',
  'entry-opened': 'entries',
  'entry-ended': 'entries',
  'entry-refused': 'refusals',
  'display-paired': 'displays',
  'display-changed': 'displays',
  'display-revoked': 'displays',
  'display-copied': 'displays',
} as const satisfies Readonly<Record<string, LogKind>>
export type LogName = keyof typeof KIND_OF
export const LOG_NAMES = Object.keys(KIND_OF) as readonly LogName[]

/** `access.signed-in` → `signed-in`; undefined = of a newer station. */
export function nameOf(type: string): LogName | undefined {
  const name = type.replace(/^access\./, '')
  return LOG_NAMES.find(known => known === name)
}

export function kindOf(type: string): LogKind | undefined {
  const name = nameOf(type)
  return name && KIND_OF[name]
}

/** A text in the event's data; undefined when there is none. */
export function textIn({ data }: Pick<AnyEvent, 'data'>, key: string): string | undefined {
  const value = (data as Readonly<Record<string, unknown>>)[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function numberIn({ data }: Pick<AnyEvent, 'data'>, key: string): number {
  const value = (data as Readonly<Record<string, unknown>>)[key]
  return typeof value === 'number' ? value : 0
}

export type Party =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'display'; readonly id: string }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'local' | 'nobody' | 'door' }

/** Of an actor (`person:Lan`, `display:…`, `local`, `anonymous`) or a subject (`account:…`, `display:…`, `door`, `sign-in`). */
export function partyOf(text: string): Party {
  const at = text.indexOf(':')
  const [kind, rest] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  if (kind === 'person') return { kind, name: rest }
  if (kind === 'display' || kind === 'account') return { kind, id: rest }
  if (kind === 'local') return { kind }
  return { kind: kind === 'anonymous' ? 'nobody' : 'door' }
}

/** The roles that an event gave. */
export function grantsIn({ data }: Pick<AnyEvent, 'data'>): readonly Grant[] {
  const { grants } = data as { readonly grants?: unknown }
  return Array.isArray(grants) ? (grants as Grant[]) : []
}
