// What a kiosk keeps in its browser for when the line is gone, sealed: AES-GCM under a key that can't be taken out of this browser, tied to
// the display that kept it. Another display finds nothing. Without WebCrypto (plain http over the network) nothing is kept.
const DATABASE = 'dai-sen-kiosk'
const VERSION = 1
const KEYS = 'keys'
const SEALED = 'sealed'
/** The name of the one key there is. */
const OWN = 'own'
const IV_BYTES = 12

type Box = { readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer }
type Held = { readonly display: string; readonly key: CryptoKey }

export type SealedStore = {
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
  /** Undefined when there is none, or it can't be opened. */
  readonly get: (name: string) => Promise<Uint8Array | undefined>
  /** Names that begin so, in the order of their letters. */
  readonly names: (prefix: string) => Promise<readonly string[]>
  readonly remove: (names: readonly string[]) => Promise<void>
}

/** Whether anything can be kept here: on this machine itself, or over https. */
export const canSeal = (): boolean => globalThis.isSecureContext && globalThis.indexedDB !== undefined

/** Undefined where nothing can be kept. */
export async function openSealedStore(display: string): Promise<SealedStore | undefined> {
  if (!canSeal()) return undefined
  const database = await open()
  const key = await keyOf(database, display)
  const encoder = new TextEncoder()
  const about = (iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(`${display} ${name}`),
  })
  return {
    async put(name, bytes) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const sealed = await crypto.subtle.encrypt(about(iv, name), key, new Uint8Array(bytes))
      await write(database, SEALED, store => store.put({ iv, sealed } satisfies Box, name))
    },
    async get(name) {
      const box = await read<Box | undefined>(database, SEALED, store => store.get(name))
      if (!box) return undefined
      return crypto.subtle.decrypt(about(box.iv, name), key, box.sealed).then(
        opened => new Uint8Array(opened),
        () => undefined,
      )
    },
    names: async prefix =>
      (await read(database, SEALED, store => store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))).map(
        String,
      ),
    remove: names =>
      write(database, SEALED, store => {
        for (const name of names) store.delete(name)
      }),
  }
}

/** Nothing of what was kept is left, whoever it was of. */
export const removeSealedStore = (): Promise<void> =>
  new Promise(resolve => {
    if (globalThis.indexedDB === undefined) {
      resolve()
      return
    }
    const request = indexedDB.deleteDatabase(DATABASE)
    // Blocked: it goes as soon as the last page has let go of it, which each does when it is told to.
    for (const end of ['success', 'error', 'blocked'] as const) request.addEventListener(end, () => resolve())
  })

/**
 * The same for this display as before, or a new one: what another display kept goes. Looked up and put in one step: of two pages, or two
 * parts of one, that begin at the same moment both get the same.
 */
async function keyOf(database: IDBDatabase, display: string): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([KEYS, SEALED], 'readwrite', { durability: 'strict' })
    const keys = transaction.objectStore(KEYS)
    const asked: IDBRequest<Held | undefined> = keys.get(OWN)
    let key = fresh
    asked.addEventListener('success', () => {
      if (asked.result?.display === display) {
        key = asked.result.key
        return
      }
      transaction.objectStore(SEALED).clear()
      keys.put({ display, key } satisfies Held, OWN)
    })
    transaction.addEventListener('complete', () => resolve(key))
    transaction.addEventListener('abort', () => reject(troubleOf(transaction)))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(KEYS)
      request.result.createObjectStore(SEALED)
    })
    request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')))
    request.addEventListener('success', () => {
      const database = request.result
      database.addEventListener('versionchange', () => database.close())
      resolve(database)
    })
  })
}

function write(database: IDBDatabase, name: string, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // Strict: on the disk when it is said to be.
    const transaction = database.transaction(name, 'readwrite', { durability: 'strict' })
    work(transaction.objectStore(name))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(troubleOf(transaction)))
  })
}

function read<Result>(
  database: IDBDatabase,
  name: string,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const request = ask(database.transaction(name, 'readonly').objectStore(name))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')))
  })
}

const troubleOf = ({ error }: IDBTransaction): Error => error ?? new Error('indexedDB')
