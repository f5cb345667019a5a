// The live edge: a screen says which scope it watches and is served by the hub. No rooms, so no room names to guess or fill.
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import { Server, type Socket } from 'socket.io'
import { may, maySpeakFor } from '../../shared/access/judge.ts'
import type { Principal } from '../../shared/access/principal.ts'
import { type DisplayReport, displayReportSchema, type Fellows, type Order } from '../../shared/displays/report.ts'
import { TICK_MS } from '../../shared/freshness.ts'
import {
  type ClientToServer,
  followRequestSchema,
  type ServerToClient,
  watchRequestSchema,
} from '../../shared/protocol.ts'
import {
  ANSWER_WITHIN_MS,
  FAMILIES,
  type Family,
  FRAME_MS,
  LIVE_NAMESPACE,
  PROTOCOL_VERSION,
} from '../../shared/wire.ts'
import type { FieldView, FieldViews } from '../access/field-view.ts'
import type { Identify, Identity } from '../access/identity.ts'
import type { Follower, Followers } from './followers.ts'
import { type GateDeps, refusePlainRequests, socketOptions } from './gate.ts'
import type { Hub, Screen } from './hub.ts'

/** Requests of one socket to watch or follow: a screen sends two a minute at the most; this stops a loop, not a person. */
const WATCH_PER_SECOND = 20
const WATCH_BURST = 40

/** How soon an open socket loses what its holder may no longer do. */
const LOOK_MS = 500

/** The part of a transport's own socket that is used. */
type EngineSocket = {
  readonly request: IncomingMessage
  readonly once: (event: 'close', listener: () => void) => unknown
}
type LiveSocket = Socket<ClientToServer, ServerToClient>

/** The ways to tell a display something. */
export type DisplayLink = {
  /** Who was let in on this connection. */
  readonly principal: Principal
  readonly order: (order: Order) => void
  readonly fellows: (body: Fellows) => void
}
/** Who takes what displays say of themselves. */
export type DisplayFleet = {
  /** False when there is no room for another one. */
  readonly report: (report: DisplayReport, link: DisplayLink) => boolean
  readonly leave: (link: DisplayLink) => void
}

export type LiveDeps = Pick<GateDeps, 'allowedOrigins' | 'allowedHosts' | 'addressOf' | 'attemptRate'> & {
  readonly http: HttpServer | HttpsServer
  readonly hub: Hub
  readonly followers: Readonly<Record<Family, Followers>>
  readonly fleet: DisplayFleet
  readonly identify: Identify
  readonly views: FieldViews
  readonly now: () => number
  readonly readingsLastMinute: () => number
  /** Ready-made limiter: seconds to wait, 0 = go on. */
  readonly watchRate: { readonly take: (key: string, now: number) => number }
  readonly answerWithinMs?: number
}
export type Live = { readonly screens: () => number; readonly stop: () => Promise<void> }
export const WATCH_RATE = { perSecond: WATCH_PER_SECOND, burst: WATCH_BURST }

export function serveLive(deps: LiveDeps): Live {
  const {
    http,
    hub,
    followers,
    fleet,
    identify,
    views,
    now,
    readingsLastMinute,
    watchRate,
    answerWithinMs = ANSWER_WITHIN_MS,
  } = deps
  const io: Server<ClientToServer, ServerToClient> = new Server(
    http,
    socketOptions({
      ...deps,
      screens: () => io.engine.clientsCount,
      screensOf: address => openOf.get(address) ?? 0,
      isKnown: ({ headers }) => identify(headers).principal.kind !== 'nobody',
    }),
  )
  const openOf = new Map<string, number>()
  io.engine.use(refusePlainRequests)
  io.engine.on('connection', (socket: EngineSocket) => {
    const address = deps.addressOf(socket.request)
    openOf.set(address, (openOf.get(address) ?? 0) + 1)
    socket.once('close', () => {
      const left = (openOf.get(address) ?? 1) - 1
      if (left > 0) openOf.set(address, left)
      else openOf.delete(address)
    })
  })
  // Nothing lives in the root namespace.
  io.use((_socket, next) => next(new Error('not here')))
  const live = io.of(LIVE_NAMESPACE)
  const identities = new Map<string, Identity>()

  live.on('connection', socket => {
    const identity = identify(socket.handshake.headers)
    const { principal } = identity
    identities.set(socket.id, identity)
    const view = views.of(principal)
    let stop: (() => void) | undefined
    const unfollow = new Map<Family, () => void>()
    const stopFollowing = (family: Family) => {
      unfollow.get(family)?.()
      unfollow.delete(family)
    }
    const isTooQuick = () => {
      if (watchRate.take(socket.id, now()) === 0) return false
      socket.disconnect(true)
      return true
    }
    socket.emit('hello', { version: PROTOCOL_VERSION, serverTime: now() })
    socket.emit('tick', tickNow())
    socket.on('watch', (body, reply) => {
      if (typeof reply !== 'function') return
      if (isTooQuick()) return
      const request = watchRequestSchema.safeParse(body)
      if (!request.success) {
        reply({ ok: false, error: 'bad-request' })
        return
      }
      stop?.()
      const { scope } = request.data
      const isAllowed = may(principal, { kind: 'watch' }) && view.mayWatch(scope)
      stop = isAllowed ? hub.watch(scope, screenOf(socket, answerWithinMs, view), view) : undefined
      if (stop) socket.emit('tick', tickNow())
      reply(stop ? { ok: true } : { ok: false, error: 'forbidden' })
    })
    socket.on('follow', async (body, reply) => {
      if (typeof reply !== 'function' || isTooQuick()) return
      const request = followRequestSchema.safeParse(body)
      if (!request.success) {
        reply({ ok: false, error: 'bad-request' })
        return
      }
      const { family, after, hash } = request.data
      const log = followers[family]
      stopFollowing(family)
      if (!may(principal, { kind: 'follow', family })) {
        reply({ ok: false, error: 'forbidden' })
        return
      }
      const isKnown = await log.knows(after, hash)
      reply(isKnown ? { ok: true, head: log.head() } : { ok: false, error: 'unknown' })
      if (!isKnown || !socket.connected) return
      // Another request may have been answered meanwhile: the last one counts.
      stopFollowing(family)
      unfollow.set(family, log.add(after, followerOf(socket, answerWithinMs, view)))
    })
    const link: DisplayLink = {
      principal,
      order: order => socket.emit('order', order),
      fellows: body => socket.emit('fellows', body),
    }
    socket.on('report', (body, reply) => {
      if (typeof reply !== 'function' || isTooQuick()) return
      const report = displayReportSchema.safeParse(body)
      const isOwn = report.success && maySpeakFor(principal, report.data.display)
      reply({ ok: isOwn && fleet.report(report.data, link) })
    })
    socket.on('disconnect', () => {
      identities.delete(socket.id)
      fleet.leave(link)
      stop?.()
      for (const family of FAMILIES) stopFollowing(family)
    })
  })

  const tickNow = () => ({ serverTime: now(), readingsLastMinute: readingsLastMinute() })
  /** Signed out, shut out, given other rights: an open socket learns of it too. */
  const looking = setInterval(() => {
    // Only the transport: it comes back as whoever it is then.
    for (const [id, socket] of live.sockets) if (identities.get(id)?.isStillGood() === false) socket.conn.close(true)
  }, LOOK_MS)
  const frames = setInterval(() => hub.flush(), FRAME_MS)
  const ticks = setInterval(() => live.volatile.emit('tick', tickNow()), TICK_MS)

  return {
    screens: () => live.sockets.size,
    stop: async () => {
      clearInterval(looking)
      clearInterval(frames)
      clearInterval(ticks)
      await io.close()
    },
  }
}

/** As a Buffer: the parser would send a plain typed array as a pair with the whole buffer behind it. */
const bytesOf = (body: Uint8Array<ArrayBuffer>) => Buffer.from(body.buffer, body.byteOffset, body.byteLength)

/** What is personal leaves the station only for whom it is for. */
const maskFor = <Body>({ mask }: FieldView, body: Body): Body => mask(body) as Body

function followerOf(socket: LiveSocket, answerWithinMs: number, view: FieldView): Follower {
  return {
    events: body => socket.timeout(answerWithinMs).emitWithAck('events', maskFor(view, body)),
    letGo: () => socket.conn.close(true),
  }
}

function screenOf(socket: LiveSocket, answerWithinMs: number, view: FieldView): Screen {
  return {
    catalogue: body => socket.emit('catalogue', maskFor(view, body)),
    snapshot: body => socket.emit('snapshot', { ...body, frame: bytesOf(body.frame) }),
    frame: body => socket.timeout(answerWithinMs).emitWithAck('frame', bytesOf(body)),
    // Only the transport: a client that is told "disconnected by the server" wouldn't come back by itself.
    letGo: () => socket.conn.close(true),
  }
}
