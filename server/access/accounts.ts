// The accounts: who has one, with which roles, and the links by which somebody sets a password. An administrator never knows one.
import { randomUUID } from 'node:crypto'
import type { AccessCommand } from '../../shared/access/command-schema.ts'
import { passwordFault } from '../../shared/access/password-rule.ts'
import type { Grant } from '../../shared/access/role.ts'
import { hashToken, newToken } from '../registry/token.ts'
import { accessEvent } from './access-event.ts'
import { guessedPasswords } from './guessed-passwords.ts'
import type { Passwords } from './password-hash.ts'
import type { AccessRecords, Account, RecordChange } from './records.ts'
import { type AccessRefusal, accessRefusal, passwordRefusal } from './refusal.ts'
import type { Sessions } from './sessions.ts'

export const INVITATION_MS = 24 * 3_600_000
export const MOST_ACCOUNTS = 5_000

export type AccountsDone = {
  readonly account: string
  /** The secret of a link, once. */
  readonly invitation: string | undefined
}
export type Accounts = {
  readonly carryOut: (command: AccessCommand, actor: string) => Promise<AccountsDone | AccessRefusal>
  /** Whose invitation this is, while it is good. */
  readonly invited: (secret: string) => { readonly id: string; readonly account: Account } | undefined
  /** Sets the password; the link is used up, every session of the account ends. */
  readonly accept: (secret: string, password: string) => Promise<AccessRefusal | 'gone' | 'busy' | { id: string }>
  readonly changePassword: (id: string, password: string, keep: string) => Promise<AccessRefusal | 'busy' | undefined>
  /** The first administrator of a station, or one who lets somebody back in. */
  readonly addAdministrator: (
    about: { readonly login: string; readonly name: string; readonly unit: string; readonly password: string },
    actor: string,
  ) => Promise<AccessRefusal | 'busy' | { id: string }>
  /** Whether anybody can sign in and give rights. */
  readonly hasAdministrator: () => boolean
}

export type AccountsDeps = {
  readonly records: AccessRecords
  readonly sessions: Sessions
  readonly passwords: Passwords
  readonly hasUnit: (id: string) => boolean
  readonly now: () => number
}

export function createAccounts({ records, sessions, passwords, hasUnit, now }: AccountsDeps): Accounts {
  const canAdminister = ({ isDisabled, grants, passwordHash, outside }: Account) =>
    !isDisabled && (passwordHash !== null || outside !== null) && grants.some(({ role }) => role === 'administrator')
  const administrators = () => [...records.all('account')].filter(([, account]) => canAdminister(account))
  /** Whether nobody would be left to give rights. */
  const isLast = (id: string) => administrators().every(([other]) => other === id) && administrators().length > 0
  const isTaken = (login: string) => [...records.all('account').values()].some(account => account.login === login)
  const lostUnit = (grants: readonly Grant[]) => grants.some(({ unit }) => unit !== null && !hasUnit(unit))

  const put = (id: string, body: Account): RecordChange => ({ kind: 'account', id, body })
  const write = (name: string, id: string, actor: string, data: object, changes: readonly RecordChange[]) =>
    records.change(changes, [accessEvent(name, `account:${id}`, actor, { ...data }, now())])

  function invitationFor(account: string): { secret: string; changes: RecordChange[] } {
    const secret = newToken()
    const older = [...records.all('invitation')].filter(([, one]) => one.account === account || one.expiresAt <= now())
    return {
      secret,
      changes: [
        ...older.map(([id]): RecordChange => ({ kind: 'invitation', id, body: null })),
        { kind: 'invitation', id: hashToken(secret), body: { account, expiresAt: now() + INVITATION_MS } },
      ],
    }
  }

  async function add(data: Pick<Account, 'login' | 'name' | 'grants'>, actor: string) {
    const { login, name, grants } = data
    if (isTaken(login)) return accessRefusal('login-taken', 'login')
    if (lostUnit(grants)) return accessRefusal('unit-unknown', 'grants')
    if (records.all('account').size >= MOST_ACCOUNTS) return accessRefusal('too-many-accounts', null)
    const id = randomUUID()
    const { secret, changes } = invitationFor(id)
    await write('account-added', id, actor, { login, name, grants }, [put(id, emptyAccount(data, now())), ...changes])
    return { account: id, invitation: secret }
  }

  async function carryOutOn(
    command: Exclude<AccessCommand, { command: 'add-account' }>,
    account: Account,
    actor: string,
  ): Promise<AccountsDone | AccessRefusal> {
    const { account: id } = command.data
    const done = { account: id, invitation: undefined }
    switch (command.command) {
      case 'change-account': {
        const { name, grants } = command.data
        const next = { ...account, name, grants }
        if (lostUnit(grants)) return accessRefusal('unit-unknown', 'grants')
        if (isLast(id) && !canAdminister(next)) return accessRefusal('last-administrator', 'grants')
        await write('account-changed', id, actor, { name, grants }, [put(id, next)])
        return done
      }
      case 'invite': {
        if (account.outside !== null) return accessRefusal('no-password', 'account')
        const { secret, changes } = invitationFor(id)
        await write('account-invited', id, actor, {}, changes)
        return { account: id, invitation: secret }
      }
      case 'disable-account': {
        if (isLast(id)) return accessRefusal('last-administrator', null)
        const changes = [put(id, { ...account, isDisabled: true }), ...sessions.endingAll(id)]
        await write('account-disabled', id, actor, {}, changes)
        return done
      }
      case 'enable-account':
        await write('account-enabled', id, actor, {}, [put(id, { ...account, isDisabled: false })])
        return done
      case 'remove-totp':
        await write('totp-removed', id, actor, {}, [put(id, { ...account, totpSecret: null })])
        return done
      case 'end-sessions':
        await write('sessions-ended', id, actor, {}, sessions.endingAll(id))
        return done
      default:
        return command satisfies never
    }
  }

  async function hashOf(password: string, { login, name }: Pick<Account, 'login' | 'name'>) {
    const fault = passwordFault(password, guessedPasswords(), [login, ...name.split(/\s+/), name])
    return fault ? passwordRefusal(fault, 'password') : ((await passwords.hash(password)) ?? ('busy' as const))
  }
  function find(secret: string) {
    const invitation = records.get('invitation', hashToken(secret))
    const account = invitation && records.get('account', invitation.account)
    if (!invitation || !account || account.isDisabled || invitation.expiresAt <= now()) return undefined
    return { id: invitation.account, account }
  }

  return {
    carryOut: (command, actor) =>
      records.inTurn(async () => {
        if (command.command === 'add-account') return add(command.data, actor)
        const account = records.get('account', command.data.account)
        return account ? carryOutOn(command, account, actor) : accessRefusal('unknown-account', 'account')
      }),
    invited: find,
    accept: (secret, password) =>
      records.inTurn(async () => {
        const found = find(secret)
        if (!found) return 'gone'
        const { id, account } = found
        const passwordHash = await hashOf(password, account)
        if (typeof passwordHash !== 'string' || passwordHash === 'busy') return passwordHash
        await write('password-set', id, `person:${account.name}`, { how: 'invitation' }, [
          put(id, { ...account, passwordHash }),
          { kind: 'invitation', id: hashToken(secret), body: null },
          ...sessions.endingAll(id),
        ])
        return { id }
      }),
    changePassword: (id, password, keep) =>
      records.inTurn(async () => {
        const account = records.get('account', id)
        if (!account) return accessRefusal('unknown-account', null)
        const passwordHash = await hashOf(password, account)
        if (typeof passwordHash !== 'string' || passwordHash === 'busy') return passwordHash
        const changes = [put(id, { ...account, passwordHash }), ...sessions.endingAll(id, keep)]
        await write('password-set', id, `person:${account.name}`, { how: 'changed' }, changes)
        return undefined
      }),
    addAdministrator: ({ login, name, unit, password }, actor) =>
      records.inTurn(async () => {
        if (isTaken(login)) return accessRefusal('login-taken', 'login')
        if (!hasUnit(unit)) return accessRefusal('unit-unknown', 'unit')
        const passwordHash = await hashOf(password, { login, name })
        if (typeof passwordHash !== 'string' || passwordHash === 'busy') return passwordHash
        const id = randomUUID()
        const grants: Grant[] = [{ role: 'administrator', unit }]
        const account = { ...emptyAccount({ login, name, grants }, now()), passwordHash }
        await write('account-added', id, actor, { login, name, grants }, [put(id, account)])
        return { id }
      }),
    hasAdministrator: () => administrators().length > 0,
  }
}

const emptyAccount = (about: Pick<Account, 'login' | 'name' | 'grants'>, createdAt: number): Account => ({
  ...about,
  passwordHash: null,
  totpSecret: null,
  totpStep: 0,
  isDisabled: false,
  outside: null,
  createdAt,
})
