// Which display this page is: a random id that the browser keeps. Where nothing can be kept, it is another display after each start.

const KEY = 'dai-sen.display'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let made: string | undefined

/** The station says which display this is: what it was let in as. */
export function adoptId(id: string, storage: () => Pick<Storage, 'setItem'> = () => localStorage): void {
  made = id
  try {
    storage().setItem(KEY, id)
  } catch {
    // It holds for as long as the page stands.
  }
}

/** The next one is another display. */
export function forgetId(): void {
  made = undefined
}

export function displayId(storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => localStorage): string {
  made ??= keptId(storage)
  return made
}

export function keptId(storage: () => Pick<Storage, 'getItem' | 'setItem'>): string {
  try {
    const kept = storage().getItem(KEY)
    if (kept !== null && UUID.test(kept)) return kept
  } catch {
    // Reading may be forbidden: a new one each time, then.
  }
  const id = uuidOf(crypto.getRandomValues(new Uint8Array(16)))
  try {
    storage().setItem(KEY, id)
  } catch {
    // Nothing can be kept here.
  }
  return id
}

/** Version 4 of 16 random bytes. Not `randomUUID`: a wall on a plain-http local network has none. */
export function uuidOf(random: Uint8Array): string {
  const bytes = Uint8Array.from(random)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Enough to tell the displays of a house apart. */
export const shortId = (id: string): string => id.slice(0, 8)
