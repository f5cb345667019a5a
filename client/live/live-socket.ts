// The edge to the live socket: watches one scope, hands messages to the store, gives up half-open connections. Knows no React.
//
//   opening ──snapshot──▶ live ──lost · closed──▶ knocking ──answer──▶ opening
//      └────────closed · no snapshot in time────────▲
//
// When nobody is signed in any more it waits, instead of knocking for ever.
import { io, type Socket } from 'socket.io-client'
import * as msgpackParser from 'socket.io-msgpack-parser'
import type { ClientToServer, ServerToClient } from '../../shared/protocol.ts'
import { LIVE_NAMESPACE, PROTOCOL_VERSION } from '../../shared/wire.ts'
import { isKnown, onMe } from '../access/me.ts'
import { askWho } from '../access/me-query.ts'
import { followEvents } from './event-follower.ts'
import type { Followed } from './followed-store.ts'
import { linkLost } from './link-lost.ts'
import type { LiveStore } from './live-store.ts'
import { reloadOnceFor } from './page-reload.ts'
import { awaitServer } from './server-probe.ts'

type LiveSocket = Socket<ServerToClient, ClientToServer>

const CONNECT_WITHIN_MS = 2_000
/** A connection that has brought no snapshot by then is given up for a new one. */
const SNAPSHOT_WITHIN_MS = 6_000
/** Answers to `watch` are awaited this long. */
const ANSWER_MS = 4_000
const CHECK_MS = 500
/** A server that answers but refuses the socket is asked ever more seldom. */
const REFUSED_FIRST_MS = 200
const REFUSED_MAX_MS = 5_000

/** Another user of the socket, for as long as it lives; returns the way to stop. */
export type Attach = (socket: LiveSocket) => () => void

/** Watches until stopped, and follows families of events on the same socket. */
export function connectLive(
  store: LiveStore,
  scope: string,
  followed: readonly Followed[] = [],
  attach?: Attach,
): () => void {
  let socket: LiveSocket | undefined
  let openedAt = performance.now()
  let hasSnapshot = false
  let isAsking = false
  let refusals = 0
  let stopWaiting = () => {}
  let following: readonly (() => void)[] = []

  function open(): void {
    if (!isKnown()) {
      leave()
      store.refuse('signed-out')
      return
    }
    // Another account may watch what this one might not.
    if (store.moment().refusal) store.refuse(undefined)
    openedAt = performance.now()
    hasSnapshot = false
    isAsking = false
    const fresh: LiveSocket = io(LIVE_NAMESPACE, {
      parser: msgpackParser,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: CONNECT_WITHIN_MS,
    })
    socket = fresh
    fresh.on('connect_error', recover)
    fresh.on('disconnect', recover)
    fresh.on('hello', ({ version, serverTime }) => {
      if (version === PROTOCOL_VERSION) {
        store.takeHello(serverTime)
        watch(fresh)
        following = followed.map(one => followEvents(fresh, one))
        if (attach) following = [...following, attach(fresh)]
      } else if (!reloadOnceFor(`protocol-${version}`)) store.refuse('outdated')
    })
    fresh.on('catalogue', store.takeCatalogue)
    fresh.on('snapshot', snapshot => {
      // An unreadable one is not asked for again at once: the check finds no snapshot in time and starts over.
      if (store.takeSnapshot(snapshot) === 'gap') return
      hasSnapshot = true
      refusals = 0
    })
    fresh.on('frame', (bytes, applied) => {
      const outcome = store.takeFrame(bytes)
      applied()
      if (outcome === 'gap') watch(fresh)
    })
    fresh.on('tick', store.takeTick)
  }

  /** One question at a time: several gaps before the answer are still one gap. */
  function watch(on: LiveSocket): void {
    if (isAsking) return
    isAsking = true
    on.timeout(ANSWER_MS).emit('watch', { scope }, (silence, answer) => {
      if (on !== socket) return
      isAsking = false
      if (silence) recover()
      else if (!answer.ok) store.refuse('forbidden')
    })
  }

  /** Leaves the connection behind, even a half-open one whose close nobody will confirm. */
  function leave(): void {
    stopWaiting()
    for (const stop of following) stop()
    following = []
    // No longer ours before it is closed: what is still asked on it is answered with an error at once, and nobody may act on that.
    const left = socket
    socket = undefined
    left?.off()
    left?.disconnect()
  }

  function recover(): void {
    leave()
    linkLost.tell()
    const pause = hasSnapshot ? 0 : Math.min(REFUSED_FIRST_MS * 2 ** refusals++, REFUSED_MAX_MS)
    const timer = setTimeout(() => {
      stopWaiting = awaitServer(() => {
        // A socket is refused without a word: whether anybody is still signed in is asked by another way.
        askWho()
        open()
      })
    }, pause)
    stopWaiting = () => clearTimeout(timer)
  }

  function check(): void {
    const { link, refusal } = store.moment()
    if (!socket || refusal) return
    const isHalfOpen = hasSnapshot && link.kind === 'lost'
    const isSlow = !hasSnapshot && performance.now() - openedAt >= SNAPSHOT_WITHIN_MS
    if (isHalfOpen || isSlow) recover()
  }
  /** The network or the screen is back: don't wait for the next knock, and believe no connection that brings nothing. */
  function hurry(): void {
    const { link, refusal } = store.moment()
    if (refusal || (socket?.connected && link.kind === 'live')) return
    refusals = 0
    recover()
  }
  const hurryWhenVisible = () => {
    if (document.visibilityState === 'visible') hurry()
  }

  /** Signed in again, or no more. */
  const knownAgain = onMe(() => {
    const isWaiting = store.moment().refusal === 'signed-out'
    if (isKnown() === !isWaiting) return
    if (isWaiting) {
      refusals = 0
      stopWaiting()
    }
    open()
  })

  open()
  const checking = setInterval(check, CHECK_MS)
  window.addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurryWhenVisible)
  return () => {
    clearInterval(checking)
    knownAgain()
    window.removeEventListener('online', hurry)
    document.removeEventListener('visibilitychange', hurryWhenVisible)
    leave()
  }
}
