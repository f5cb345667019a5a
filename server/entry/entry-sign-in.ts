// How an officer comes into an entry session: PIN, a code approved on their own phone, or (where nobody signs in) their word. Slow for
// whoever guesses, the same answer whatever was wrong. Knows no HTTP.
import { unitsWith } from '../../shared/access/judge.ts'
import type { Attempts } from '../access/access-event.ts'
import { type BackOff, createBackOff } from '../access/back-off.ts'
import type { Passwords } from '../access/password-hash.ts'
import type { AccessRecords, Account } from '../access/records.ts'
import { type AccessRefusal, accessRefusal } from '../access/refusal.ts'
import { addressKey } from '../http/client-address.ts'
import type { EntryHow, EntrySessions, OpenedEntry } from './entry-sessions.ts'

/** Failures without a wait: of one person, of one kiosk that many use, of an office behind one address. */
const FREE = { person: 3, display: 10, address: 30 }

/** The display that asks, as the station knows it. */
export type EntryPlace = {
  readonly display: string
  readonly pairedAt: number | null
  readonly unit: string
  readonly address: string
}
export type EntryOutcome =
  | { readonly kind: 'opened'; readonly entry: OpenedEntry }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'refused'; readonly refusal: AccessRefusal }

export type EntrySignIn = {
  readonly byPin: (login: string, pin: string, place: EntryPlace) => Promise<EntryOutcome>
  /** Who approved the kiosk's code. */
  readonly byApproval: (account: string, place: EntryPlace) => Promise<EntryOutcome>
  readonly byWord: (name: string, place: EntryPlace) => Promise<EntryOutcome>
  /** The unit that an account may enter for at a kiosk of that one; undefined = none. */
  readonly unitFor: (account: Account, unit: string) => string | undefined
}

export type EntrySignInDeps = {
  readonly records: AccessRecords
  readonly entries: EntrySessions
  readonly passwords: Passwords
  readonly attempts: Attempts
  /** Who has a unit's rights today: itself, its successor, or who does what an abolished district did. */
  readonly carriers: (unit: string) => readonly string[]
  readonly now: () => number
  readonly backOffs?: Readonly<Record<keyof typeof FREE, BackOff>>
}

export function createEntrySignIn(deps: EntrySignInDeps): EntrySignIn {
  const { records, entries, passwords, attempts, carriers, now } = deps
  const backOffs = deps.backOffs ?? {
    person: createBackOff(FREE.person),
    display: createBackOff(FREE.display),
    address: createBackOff(FREE.address),
  }
  const refused = (refusal: AccessRefusal): EntryOutcome => ({ kind: 'refused', refusal })

  function unitFor({ grants }: Account, unit: string): string | undefined {
    const held = new Set(unitsWith(grants, 'enter').flatMap(carriers))
    return carriers(unit).find(one => held.has(one))
  }
  function noteRefusal(account: string | undefined, { address, display }: EntryPlace, why: string): void {
    const subject = account === undefined ? `display:${display}` : `account:${account}`
    attempts.note('entry-refused', subject, 'anonymous', { address, display, why })
  }
  async function open(
    about: { readonly account: string | null; readonly name: string; readonly unit: string },
    how: EntryHow,
    { display, pairedAt, address }: EntryPlace,
  ): Promise<EntryOutcome> {
    const entry = await entries.open({ ...about, display, pairedAt }, how, address)
    return entry ? { kind: 'opened', entry } : refused(accessRefusal('entry-full', null))
  }
  function openFor(id: string, account: Account, how: EntryHow, place: EntryPlace): Promise<EntryOutcome> {
    const unit = unitFor(account, place.unit)
    if (unit !== undefined) return open({ account: id, name: account.name, unit }, how, place)
    noteRefusal(id, place, 'right')
    return Promise.resolve(refused(accessRefusal('entry-no-right', null)))
  }

  return {
    unitFor,
    async byPin(typed, pin, place) {
      const login = typed.trim().toLowerCase()
      const keys = { person: login, display: place.display, address: addressKey(place.address) }
      // Known or not, a login that is tried is slowed down: its waiting says nothing about whether it exists.
      const seconds = Math.max(
        backOffs.person.wait(keys.person, now()),
        backOffs.display.wait(keys.display, now()),
        backOffs.address.wait(keys.address, now()),
      )
      if (seconds > 0) return { kind: 'wait', seconds }
      const [id, account] = [...records.all('account')].find(([, one]) => one.login === login) ?? []
      const held = id === undefined ? undefined : records.get('pin', id)
      const isRight = await passwords.verify(pin, held?.hash ?? null)
      if (isRight === undefined) return { kind: 'busy' }
      if (id === undefined || !account || !isRight || account.isDisabled) {
        backOffs.person.fail(keys.person, now())
        backOffs.display.fail(keys.display, now())
        backOffs.address.fail(keys.address, now())
        noteRefusal(id, place, account?.isDisabled && isRight ? 'disabled' : 'pin')
        return { kind: 'wrong' }
      }
      backOffs.person.forget(keys.person)
      backOffs.display.forget(keys.display)
      return openFor(id, account, 'pin', place)
    },
    async byApproval(id, place) {
      const account = records.get('account', id)
      return account && !account.isDisabled ? openFor(id, account, 'code', place) : { kind: 'wrong' }
    },
    async byWord(name, place) {
      const [unit] = carriers(place.unit)
      if (unit === undefined) return refused(accessRefusal('entry-unit-over', null))
      return open({ account: null, name, unit }, 'declared', place)
    },
  }
}
