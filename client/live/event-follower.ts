// Follows one family of events over a live socket: a snapshot when none is held, then what comes after it. Knows no React.
import type { Socket } from 'socket.io-client'
import type { ClientToServer, ServerToClient } from '../../shared/protocol.ts'
import { getJson, isTurnedAway } from '../app/rest.ts'
import type { Followed } from './followed-store.ts'
import { reloadOnceFor } from './page-reload.ts'

const ANSWER_MS = 4_000
const RETRY_FIRST_MS = 500
const RETRY_MAX_MS = 10_000

/** Follows for as long as the socket lives; returns the way to stop. */
export function followEvents(socket: Socket<ServerToClient, ClientToServer>, store: Followed): () => void {
  const { family } = store
  let isStopped = false
  let isAsking = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function begin(): Promise<void> {
    if (isAsking || isStopped) return
    isAsking = true
    try {
      if (!store.followFrom()) {
        const outcome = store.takeSnapshot(await getJson(store.path))
        if (outcome === 'outdated') {
          reloadOnceFor(`${family}-snapshot`)
          return
        }
      }
      const from = store.followFrom()
      if (isStopped || !from) return
      const answer = await socket.timeout(ANSWER_MS).emitWithAck('follow', { family, ...from })
      if (!answer.ok) throw new Error(answer.error)
      store.catchUpTo(answer.head)
      failures = 0
    } catch (error) {
      // Not for this account: a socket with other rights follows anew.
      if (isTurnedAway(error) || (error instanceof Error && error.message === 'forbidden')) return
      if (error instanceof Error && error.message === 'unknown') store.forget()
      again()
    } finally {
      isAsking = false
    }
  }

  function again(): void {
    if (isStopped) return
    clearTimeout(timer)
    timer = setTimeout(() => void begin(), Math.min(RETRY_FIRST_MS * 2 ** failures++, RETRY_MAX_MS))
  }

  socket.on('events', (body, applied) => {
    if (body.family !== family) return
    const outcome = store.takeEvents(body)
    applied()
    if (outcome === 'gap') again()
  })
  void begin()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
