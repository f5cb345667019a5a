// The store's worker thread: the only place that holds a database connection. One request, one answer, in order.
import { parentPort, workerData } from 'node:worker_threads'
import type { TroubleCode } from '../store.ts'
import type { OpenOptions } from './open.ts'
import { openTables, type SqliteTables } from './tables.ts'

export type Request = { readonly id: number; readonly method: keyof SqliteTables; readonly args: readonly unknown[] }
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly trouble: TroubleCode; readonly message: string }
  | { readonly id: number; readonly bug: Error }

/** SQLite's primary result codes that mean "not now" and not "wrong". */
const TROUBLE: Readonly<Record<number, TroubleCode>> = { 5: 'busy', 6: 'busy', 10: 'io', 13: 'full', 14: 'io' }

const port = parentPort
if (!port) throw new Error('runs as a worker only')
const tables = openTables(workerData as OpenOptions)

port.on('message', ({ id, method, args }: Request) => {
  port.postMessage(answer(id, () => (tables[method] as (...args: readonly unknown[]) => unknown)(...args)))
  if (method === 'close') port.close()
})

function answer(id: number, work: () => unknown): Answer {
  try {
    return { id, value: work() }
  } catch (error) {
    const bug = error instanceof Error ? error : new Error(String(error))
    const code = (bug as { errcode?: number }).errcode
    const trouble = code === undefined ? undefined : TROUBLE[code & 0xff]
    return trouble ? { id, trouble, message: bug.message } : { id, bug }
  }
}
