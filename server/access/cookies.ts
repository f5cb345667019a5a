// Cookies that name a session, a display or a browser on its way to the identity provider. `__Host-`: no other host, path or unencrypted page can set or overwrite one.
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
export const COOKIES = { session: 'daisen-session', display: 'daisen-display', outside: 'daisen-outside' } as const
export type CookieName = keyof typeof COOKIES
/** A session ends with the browser. The most a browser keeps a cookie is 400 days; a display renews its own long before. */
const LIFE_SECONDS: Readonly<Record<CookieName, number | undefined>> = {
  session: undefined,
  display: 400 * 86_400,
  outside: 10 * 60,
}

/** `secure`: over https. `bare`: on this machine itself, where nobody listens in. `refused`: would cross the network in the clear. */
export type Carriage = 'secure' | 'bare' | 'refused'

/** @param origin of the page that asks; a program without one is met at the address it called */
export function carriageOf(origin: string | undefined, host: string | undefined): Carriage {
  const url = URL.parse(origin ?? `http://${host ?? ''}`)
  if (url?.protocol === 'https:') return 'secure'
  return url && LOOPBACK.has(url.hostname) ? 'bare' : 'refused'
}

const attributes = (carriage: Carriage) => `Path=/; HttpOnly; SameSite=Lax${carriage === 'secure' ? '; Secure' : ''}`
const nameOf = (cookie: CookieName, carriage: Carriage) => `${carriage === 'secure' ? '__Host-' : ''}${COOKIES[cookie]}`

export function cookieLine(cookie: CookieName, token: string, carriage: Exclude<Carriage, 'refused'>): string {
  const seconds = LIFE_SECONDS[cookie]
  const life = seconds === undefined ? '' : `; Max-Age=${seconds}`
  return `${nameOf(cookie, carriage)}=${token}; ${attributes(carriage)}${life}`
}

export const cookieEnd = (cookie: CookieName, carriage: Carriage): string =>
  `${nameOf(cookie, carriage)}=; ${attributes(carriage)}; Max-Age=0`

/** The token that a request brings. A bare cookie counts only on this machine: elsewhere another host could have set it. */
export function tokenIn(header: string | undefined, cookie: CookieName, host: string | undefined): string | undefined {
  const held = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const [name = '', value] = part.trim().split('=', 2)
    // Of two with one name the first has the longer path; ours has the shortest: a second one is somebody else's.
    if (value !== undefined) held.set(name, held.has(name) ? '' : value)
  }
  const isHere = LOOPBACK.has(URL.parse(`http://${host ?? ''}`)?.hostname ?? '')
  const token = held.get(nameOf(cookie, 'secure')) ?? (isHere ? held.get(nameOf(cookie, 'bare')) : undefined)
  return token !== undefined && /^[\w-]{20,100}$/.test(token) ? token : undefined
}
