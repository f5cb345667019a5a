// Where the queue lies: sealed in the browser, or, where nothing can be sealed, in this page alone.
import type { SealedStore } from '../offline/sealed-store.ts'
import type { QueueKeeping } from './entry-queue.ts'
import type { QueuedEntry } from './queue-state.ts'

const ENTRY = 'entry:'
const photographName = (id: string, at: number) => `photograph:${id}:${String(at).padStart(2, '0')}`
const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function sealedKeeping(store: SealedStore): QueueKeeping {
  return {
    async all() {
      const names = await store.names(ENTRY)
      const read = await Promise.all(names.map(name => store.get(name)))
      return read
        .flatMap(bytes => (bytes ? [JSON.parse(decoder.decode(bytes)) as QueuedEntry] : []))
        .sort((a, b) => a.order - b.order)
    },
    keep: entry => store.put(`${ENTRY}${entry.id}`, encoder.encode(JSON.stringify(entry))),
    async keepPhotographs(id, photographs) {
      for (const [at, bytes] of photographs.entries()) await store.put(photographName(id, at), bytes)
      const kept = new Set(photographs.map((_, at) => photographName(id, at)))
      const left = (await store.names(`photograph:${id}:`)).filter(name => !kept.has(name))
      if (left.length > 0) await store.remove(left)
    },
    async photographsOf({ id, photographs }) {
      const read = await Promise.all(photographs.map((_, at) => store.get(photographName(id, at))))
      return read.flatMap(bytes => (bytes ? [bytes] : []))
    },
    async remove(id) {
      await store.remove([`${ENTRY}${id}`, ...(await store.names(`photograph:${id}:`))])
    },
  }
}

export function pageKeeping(): QueueKeeping {
  const entries = new Map<string, QueuedEntry>()
  const photographs = new Map<string, readonly Uint8Array[]>()
  return {
    all: async () => [...entries.values()],
    keep: async entry => void entries.set(entry.id, entry),
    keepPhotographs: async (id, all) => void photographs.set(id, all),
    photographsOf: async ({ id }) => photographs.get(id) ?? [],
    async remove(id) {
      entries.delete(id)
      photographs.delete(id)
    },
  }
}
