// Accounts that the identity provider vouches for: found by its name for the person alone, made when they first come, given each time
// the roles that the provider's groups stand for. A local account is never taken over, whatever somebody is called there.
import { createHash, randomUUID } from 'node:crypto'
import { LOGIN, MAX_NAME, personNameSchema } from '../../shared/access/command-schema.ts'
import type { Grant } from '../../shared/access/role.ts'
import { type Attempts, accessEvent } from './access-event.ts'
import { MOST_ACCOUNTS } from './accounts.ts'
import type { GrantsOf } from './outside-mapping.ts'
import type { OutsidePerson } from './outside-provider.ts'
import type { AccessRecords, Account, RecordChange } from './records.ts'
import type { Client, Sessions } from './sessions.ts'

const ACTOR = 'identity-provider'
const MAX_LOGIN = 64

export type OutsideAccounts = {
  /** The token of a new session, or undefined: nobody there that may come in. */
  readonly enter: (person: OutsidePerson, client: Client) => Promise<string | undefined>
}

export function createOutsideAccounts(deps: {
  readonly records: AccessRecords
  readonly sessions: Sessions
  readonly attempts: Attempts
  readonly grantsOf: GrantsOf
  readonly now: () => number
}): OutsideAccounts {
  const { records, sessions, attempts, grantsOf, now } = deps
  const find = (key: string) => [...records.all('account')].find(([, { outside }]) => outside === key)
  const isTaken = (login: string) => [...records.all('account').values()].some(account => account.login === login)

  const write = (name: string, id: string, account: Account, changes: readonly RecordChange[] = []) => {
    const { login, name: called, grants, outside } = account
    const about = { login, name: called, grants, outside }
    const put: RecordChange = { kind: 'account', id, body: account }
    return records.change([put, ...changes], [accessEvent(name, `account:${id}`, ACTOR, about, now())])
  }

  async function refuse(id: string | undefined, { address }: Client, why: string): Promise<undefined> {
    attempts.note('sign-in-refused', id === undefined ? 'sign-in' : `account:${id}`, 'anonymous', { address, why })
    const open = id === undefined ? [] : sessions.endingAll(id)
    // Who may no longer come in is out elsewhere as well.
    if (id !== undefined && open.length > 0)
      await records.change(open, [accessEvent('sessions-ended', `account:${id}`, ACTOR, { why }, now())])
    return undefined
  }

  return {
    enter: (person, client) =>
      records.inTurn(async () => {
        const [id, account] = find(person.key) ?? []
        const grants = [...grantsOf(person.groups)]
        if (account?.isDisabled) return refuse(id, client, 'disabled')
        if (grants.length === 0) return refuse(id, client, 'no-group')
        if (id !== undefined && account) {
          const next = { ...account, name: nameOf(person, account.login), grants }
          if (next.name !== account.name || !isSameGrants(grants, account.grants))
            await write('account-changed', id, next)
          return sessions.open(id, client, 'outside')
        }
        if (records.all('account').size >= MOST_ACCOUNTS) return refuse(undefined, client, 'too-many-accounts')
        const fresh = randomUUID()
        const login = freeLogin(person, isTaken)
        await write('account-added', fresh, {
          login,
          name: nameOf(person, login),
          grants,
          passwordHash: null,
          totpSecret: null,
          totpStep: 0,
          isDisabled: false,
          outside: person.key,
          createdAt: now(),
        })
        return sessions.open(fresh, client, 'outside')
      }),
  }
}

const isSameGrants = (some: readonly Grant[], others: readonly Grant[]): boolean =>
  JSON.stringify(some.map(({ role, unit }) => [role, unit])) ===
  JSON.stringify(others.map(({ role, unit }) => [role, unit]))

const nameOf = ({ name }: OutsidePerson, login: string): string => {
  const known = personNameSchema.safeParse(Array.from(name.normalize('NFC').trim()).slice(0, MAX_NAME).join(''))
  return known.success ? known.data : login
}

/** As the provider calls them, in the letters of a login; with a number behind it when somebody here is called so already. */
export function freeLogin({ login, key }: OutsidePerson, isTaken: (login: string) => boolean): string {
  const plain = login
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9._@-]+/g, '-')
    .slice(0, MAX_LOGIN - 5)
    .replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
  const wanted = LOGIN.test(plain) ? plain : `outside-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`
  let free = wanted
  for (let n = 2; isTaken(free); n++) free = `${wanted}-${n}`
  return free
}
