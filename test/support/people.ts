// People at a station that asks who they are: accounts made as an administrator makes them, and browsers without a window.
import { randomUUID } from 'node:crypto'
import { localKeyOf } from '../../server/running.ts'
import type { Me } from '../../shared/access/api-schema.ts'
import type { Grant } from '../../shared/access/role.ts'
import { type Answer, get } from './door.ts'
import type { TestStation } from './station.ts'

export const PASSWORD = 'nước lên thì thuyền lên'

/** A browser as the station sees one: keeps cookies, names its page's origin, sends what the page was told to send. */
export type Visitor = {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly me: () => Promise<Me>
  readonly signIn: (login: string, password?: string, code?: string) => Promise<Answer>
  /** As the Cookie header carries them. */
  readonly cookies: () => string
  readonly setCookies: (header: string) => void
  readonly formSecret: () => string | undefined
}

export function openVisitor(url: string): Visitor {
  const jar = new Map<string, string>()
  let secret: string | undefined
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers({ 'x-attended': '1', ...Object.fromEntries(new Headers(init.headers)) })
    if (jar.size > 0) headers.set('cookie', cookies())
    const answer = await get(new URL(path, url).href, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    const { formSecret } = (answer.body ?? {}) as { formSecret?: string | null }
    if (formSecret !== undefined) secret = formSecret ?? undefined
    return answer
  }
  const post: Visitor['post'] = (path, body, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: new URL(url).origin,
        'idempotency-key': randomUUID(),
        ...(secret === undefined ? {} : { 'x-form-secret': secret }),
        ...headers,
      },
      body: JSON.stringify(body),
    })
  return {
    get: path => ask(path),
    post,
    me: async () => (await ask('/api/v1/access/me')).body as Me,
    signIn: (login, password = PASSWORD, code) =>
      post('/api/v1/access/sign-in', { login, password, ...(code === undefined ? {} : { code }) }),
    cookies,
    setCookies(header) {
      jar.clear()
      for (const part of header.split('; ')) {
        const [name = '', value = ''] = part.split('=', 2)
        jar.set(name, value)
      }
    },
    formSecret: () => secret,
  }
}

/** A command as whoever can read the data folder sends it. */
export function commandAccess(station: TestStation, command: string, data: object): Promise<Answer> {
  return get(`${station.url}/api/v1/access/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${localKeyOf(station.dataDir)}` },
    body: JSON.stringify({ command, data }),
  })
}

/** An account with a password; returns its id. */
export async function addPerson(
  station: TestStation,
  login: string,
  grants: readonly Grant[],
  name = 'Nguyễn Thị Sen',
): Promise<string> {
  const added = await commandAccess(station, 'add-account', { login, name, grants })
  const { account, invitation } = added.body as { account: string; invitation: string }
  if (added.status !== 200) throw new Error(JSON.stringify(added.body))
  const accepted = await openVisitor(station.url).post('/api/v1/access/invitations/accept', {
    invitation,
    password: PASSWORD,
  })
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body))
  return account
}

/** Signed in already. */
export async function openPerson(station: TestStation, login: string, grants: readonly Grant[], name?: string) {
  await addPerson(station, login, grants, name)
  const visitor = openVisitor(station.url)
  const answer = await visitor.signIn(login)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return visitor
}
