// The SQLite store as the rest of the station sees it: promises over a worker thread, so that no commit blocks the event loop.
import { Worker } from 'node:worker_threads'
import { type Store, StoreTrouble } from '../store.ts'
import type { OpenOptions } from './open.ts'
import type { SqliteTables } from './tables.ts'
import type { Answer, Request } from './worker.ts'

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }

/** Opens (and migrates) the database. @throws Error when it can't be opened */
export async function openSqliteStore(options: OpenOptions): Promise<Store> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let ended: Error | undefined

  worker.on('message', (answer: Answer) => {
    const request = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('value' in answer) request?.resolve(answer.value as never)
    else if ('bug' in answer) request?.reject(answer.bug)
    else request?.reject(new StoreTrouble(answer.trouble, answer.message))
  })
  function end(error: Error): void {
    ended ??= error
    for (const request of waiting.values()) request.reject(ended)
    waiting.clear()
  }
  worker.on('error', end)
  worker.on('exit', () => end(new StoreTrouble('closed', 'the store is closed')))

  function call<M extends keyof SqliteTables>(method: M) {
    return (...args: Parameters<SqliteTables[M]>): Promise<ReturnType<SqliteTables[M]>> =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended)
          return
        }
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, method, args } satisfies Request)
      })
  }

  const store: Store = {
    registry: call('registry'),
    addDevice: call('addDevice'),
    addSeries: call('addSeries'),
    rotateToken: call('rotateToken'),
    disableDevice: call('disableDevice'),
    append: call('append'),
    latest: call('latest'),
    stateAt: call('stateAt'),
    readings: call('readings'),
    readingsAfter: call('readingsAfter'),
    firstReadingAt: call('firstReadingAt'),
    eventCounts: call('eventCounts'),
    buckets: call('buckets'),
    compact: call('compact'),
    prune: call('prune'),
    changedElsewhere: call('changedElsewhere'),
    appendEvents: call('appendEvents'),
    outcomeOf: call('outcomeOf'),
    events: call('events'),
    eventsOf: call('eventsOf'),
    eventsBefore: call('eventsBefore'),
    eventsAbout: call('eventsAbout'),
    event: call('event'),
    lastEvent: call('lastEvent'),
    lastEventOf: call('lastEventOf'),
    brokenEvent: call('brokenEvent'),
    checkChain: call('checkChain'),
    openOutbox: call('openOutbox'),
    enqueue: call('enqueue'),
    dueLanes: call('dueLanes'),
    claimOutbox: call('claimOutbox'),
    settleOutbox: call('settleOutbox'),
    outboxPage: call('outboxPage'),
    outboxChannels: call('outboxChannels'),
    retryOutbox: call('retryOutbox'),
    pruneOutbox: call('pruneOutbox'),
    addLinkTokens: call('addLinkTokens'),
    linkToken: call('linkToken'),
    useLinkToken: call('useLinkToken'),
    releaseLinkToken: call('releaseLinkToken'),
    pruneLinkTokens: call('pruneLinkTokens'),
    accessRecords: call('accessRecords'),
    changeAccess: call('changeAccess'),
    figures: call('figures'),
    close: call('close'),
  }
  // The first answer proves that the database opened; a worker that failed to start rejects here.
  await store.figures()
  return store
}
