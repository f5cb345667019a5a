// What can be done to an account besides changing it, as it stands. Pure.
import type { AccountRow } from '../../../shared/access/api-schema.ts'

export const DEEDS = ['invite', 'end-sessions', 'remove-totp', 'disable', 'enable'] as const
export type Deed = (typeof DEEDS)[number]

/** Those that may change something. How many sessions there are may have changed since the list was read. */
export function deedsOf({ state, hasTotp, isOutside }: AccountRow): readonly Deed[] {
  const isOffered: Readonly<Record<Deed, boolean>> = {
    invite: state !== 'disabled' && !isOutside,
    'end-sessions': state === 'active',
    'remove-totp': hasTotp,
    disable: state !== 'disabled',
    enable: state === 'disabled',
  }
  return DEEDS.filter(deed => isOffered[deed])
}

export const COMMAND_OF = {
  invite: 'invite',
  'end-sessions': 'end-sessions',
  'remove-totp': 'remove-totp',
  disable: 'disable-account',
  enable: 'enable-account',
} as const satisfies Readonly<Record<Deed, string>>

/** Shuts somebody out, or makes an account easier to enter. */
export const isGrave = (deed: Deed): boolean => deed === 'disable' || deed === 'remove-totp'
