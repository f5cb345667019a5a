// The edge to the live socket: watches one scope, hands messages to the store, gives up half-open connections. Knows no React.
import { io, type Socket } from 'socket.io-client'
import * as msgpackParser from 'socket.io-msgpack-parser'
import type { ClientToServer, ServerToClient } from '../../shared/protocol.ts'
import { LIVE_NAMESPACE, PROTOCOL_VERSION } from '../../shared/wire.ts'
import type { LiveStore } from './live-store.ts'
import { reloadOnceFor } from './page-reload.ts'

type LiveSocket = Socket<ServerToClient, ClientToServer>

/** A lost packet must not cost more than this: short, jittered, never growing past 0.8 s (+ 50 %). */
const RETRY_MS = 250
const RETRY_MAX_MS = 800
const CONNECT_WITHIN_MS = 2_000
/** A connection that brings no snapshot within this time, or leaves the link lost, is given up for a new one. */
const PROGRESS_WITHIN_MS = 5_000
/** Answers to `watch` are awaited this long before asking again. */
const ANSWER_MS = 4_000
const CHECK_MS = 500

export function connectLive(store: LiveStore, scope: string): () => void {
  let socket = open()
  let openedAt = performance.now()
  let asking = false

  function open(): LiveSocket {
    const fresh: LiveSocket = io(LIVE_NAMESPACE, {
      parser: msgpackParser,
      transports: ['websocket'],
      forceNew: true,
      timeout: CONNECT_WITHIN_MS,
      reconnectionDelay: RETRY_MS,
      reconnectionDelayMax: RETRY_MAX_MS,
      randomizationFactor: 0.5,
    })
    fresh.on('connect', () => {
      asking = false
      openedAt = performance.now()
    })
    fresh.on('hello', ({ version, serverTime }) => {
      if (version !== PROTOCOL_VERSION) {
        if (!reloadOnceFor(`protocol-${version}`)) store.refuse('outdated')
        return
      }
      store.takeHello(serverTime)
      watch(fresh)
    })
    fresh.on('catalogue', store.takeCatalogue)
    // An unreadable snapshot is not asked for again at once: the check below finds no progress and starts over.
    fresh.on('snapshot', snapshot => void store.takeSnapshot(snapshot))
    fresh.on('frame', (bytes, applied) => {
      const outcome = store.takeFrame(bytes)
      applied()
      if (outcome === 'gap') watch(fresh)
    })
    fresh.on('tick', store.takeTick)
    return fresh
  }

  /** One question at a time: several gaps before the answer are still one gap. */
  function watch(on: LiveSocket): void {
    if (asking) return
    asking = true
    on.timeout(ANSWER_MS).emit('watch', { scope }, (silence, answer) => {
      if (on !== socket) return
      asking = false
      if (silence && on.connected) renew()
      else if (!silence && !answer.ok) store.refuse('forbidden')
    })
  }

  /** Leaves the old connection behind even when it is half-open: its close is not awaited. */
  function renew(): void {
    socket.off()
    socket.io.off()
    socket.disconnect()
    asking = false
    openedAt = performance.now()
    socket = open()
  }

  function check(): void {
    const { link, refusal } = store.moment()
    if (refusal || link.kind === 'live') return
    if (performance.now() - openedAt >= PROGRESS_WITHIN_MS) renew()
  }
  const renewUnlessLive = () => {
    const { link, refusal } = store.moment()
    if (!refusal && (link.kind !== 'live' || !socket.connected)) renew()
  }
  const onVisible = () => {
    if (document.visibilityState === 'visible') renewUnlessLive()
  }
  // A link just lost belongs to a connection opened long ago, so the first check after it gives that one up.
  const checking = setInterval(check, CHECK_MS)
  window.addEventListener('online', renewUnlessLive)
  document.addEventListener('visibilitychange', onVisible)

  return () => {
    clearInterval(checking)
    window.removeEventListener('online', renewUnlessLive)
    document.removeEventListener('visibilitychange', onVisible)
    socket.off()
    socket.disconnect()
  }
}
