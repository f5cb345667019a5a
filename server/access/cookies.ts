// Cookies that name a session or a display. `__Host-`: no other host, path or unencrypted page can set or overwrite one.
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
/** The most a browser keeps one; a display renews it long before. */
const DISPLAY_LIFE_SECONDS = 400 * 86_400

export const COOKIES = { session: 'daisen-session', display: 'daisen-display' } as const
export type CookieName = keyof typeof COOKIES

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

/** A session ends with the browser; a display outlives it. */
export function cookieLine(cookie: CookieName, token: string, carriage: Exclude<Carriage, 'refused'>): string {
  const life = cookie === 'display' ? `; Max-Age=${DISPLAY_LIFE_SECONDS}` : ''
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
