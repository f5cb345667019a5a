// The way in for people with a password: slow for whoever guesses, the same answer whatever was wrong. Knows no HTTP.
import { Secret, TOTP } from 'otpauth'
import { addressKey } from '../http/client-address.ts'
import type { Attempts } from './access-event.ts'
import { type BackOff, createBackOff } from './back-off.ts'
import type { Passwords } from './password-hash.ts'
import type { AccessRecords, Account, RecordChange } from './records.ts'
import type { Client, Sessions } from './sessions.ts'

export const STEP_MS = 30_000
const WINDOW = 1
/** Failures without a wait: for a person who mistypes, and for an office behind one address. */
const FREE = { account: 5, address: 30 }

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly token: string }
  | { readonly kind: 'wrong' }
  /** The password was right; the second factor is missing. */
  | { readonly kind: 'code-needed' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'busy' }
export type SignIn = {
  readonly attempt: (
    given: { readonly login: string; readonly password: string; readonly code: string | undefined },
    client: Client,
  ) => Promise<SignInOutcome>
  /** Whether this is the account's password now; counts as a try. */
  readonly confirm: (
    accountId: string,
    password: string,
    client: Client,
  ) => Promise<'right' | 'wrong' | 'busy' | number>
}

export type SignInDeps = {
  readonly records: AccessRecords
  readonly sessions: Sessions
  readonly passwords: Passwords
  readonly attempts: Attempts
  readonly now: () => number
  readonly backOffs?: { readonly account: BackOff; readonly address: BackOff }
}

export function createSignIn(deps: SignInDeps): SignIn {
  const { records, sessions, passwords, attempts, now } = deps
  const { account: byAccount, address: byAddress } = deps.backOffs ?? {
    account: createBackOff(FREE.account),
    address: createBackOff(FREE.address),
  }
  const find = (login: string): [string, Account] | undefined =>
    [...records.all('account')].find(([, account]) => account.login === login)

  /** Known or not, a login that is tried is slowed down: its waiting says nothing about whether it exists. */
  const waitFor = (login: string, address: string) =>
    Math.max(byAccount.wait(login, now()), byAddress.wait(addressKey(address), now()))

  function fail(login: string, id: string | undefined, { address }: Client, why: string): void {
    byAccount.fail(login, now())
    byAddress.fail(addressKey(address), now())
    attempts.note('sign-in-refused', id === undefined ? 'sign-in' : `account:${id}`, 'anonymous', { address, why })
  }

  return {
    async attempt({ login: typed, password, code }, client) {
      const login = typed.trim().toLowerCase()
      const seconds = waitFor(login, client.address)
      if (seconds > 0) return { kind: 'wait', seconds }
      const [id, account] = find(login) ?? []
      const isRight = await passwords.verify(password, account?.passwordHash ?? null)
      if (isRight === undefined) return { kind: 'busy' }
      if (!id || !account || !isRight || account.isDisabled) {
        fail(login, id, client, account?.isDisabled && isRight ? 'disabled' : 'password')
        return { kind: 'wrong' }
      }
      if (account.totpSecret === null) {
        byAccount.forget(login)
        return { kind: 'signed-in', token: await sessions.open(id, client, 'password') }
      }
      if (code === undefined) return { kind: 'code-needed' }
      // In turn: the same code sent twice at once is used once.
      return records.inTurn(async () => {
        const current = records.get('account', id)
        const step = current && stepOf(current.totpSecret, code, now())
        if (!current || step === undefined || step <= current.totpStep) {
          fail(login, id, client, 'code')
          return { kind: 'wrong' }
        }
        byAccount.forget(login)
        const used: RecordChange = { kind: 'account', id, body: { ...current, totpStep: step } }
        return { kind: 'signed-in', token: await sessions.open(id, client, 'password', used) }
      })
    },
    async confirm(accountId, password, client) {
      const account = records.get('account', accountId)
      if (!account) return 'wrong'
      const seconds = waitFor(account.login, client.address)
      if (seconds > 0) return seconds
      const isRight = await passwords.verify(password, account.passwordHash)
      if (isRight === undefined) return 'busy'
      if (!isRight) fail(account.login, accountId, client, 'password')
      return isRight ? 'right' : 'wrong'
    },
  }
}

/** The time step whose code this is (RFC 6238, one step either way), or undefined. */
export function stepOf(secret: string | null, code: string, now: number): number | undefined {
  if (secret === null || !/^\d{6}$/.test(code)) return undefined
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_MS / 1_000 })
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW })
  return delta === null ? undefined : Math.floor(now / STEP_MS) + delta
}

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32
export const totpAddress = (secret: string, login: string): string =>
  new TOTP({ issuer: 'Đài Sen', label: login, secret: Secret.fromBase32(secret) }).toString()
