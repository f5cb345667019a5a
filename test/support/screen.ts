// A screen over a real socket: watches a scope, answers its frames when told to, keeps the picture a wall would show.
import { io, type Socket } from 'socket.io-client'
import msgpackParser from 'socket.io-msgpack-parser'
import type { ClientToServer, ServerToClient, Tick, WatchReply } from '../../shared/protocol.ts'
import { LIVE_NAMESPACE } from '../../shared/wire.ts'
import { createPicture, type Picture } from './picture.ts'

export type LiveScreen = {
  readonly socket: Socket<ServerToClient, ClientToServer>
  readonly picture: Picture
  readonly seen: {
    hello: unknown
    hellos: number
    catalogues: number
    snapshots: number
    frames: number
    gaps: number
    ticks: Tick[]
    order: string[]
  }
  readonly watch: (body: unknown) => Promise<WatchReply>
  /** From now on frames stay unanswered, until `answer`. */
  readonly hold: () => void
  readonly answer: () => void
  readonly leave: () => void
}

/** Rejects when the door refuses the socket. */
export async function openScreen(
  url: string,
  options: {
    readonly origin?: string | null
    readonly scope?: string
    /** What it shows at the door, beside its origin. */
    readonly headers?: Readonly<Record<string, string>>
    readonly reconnection?: boolean
    readonly transports?: string[]
  } = {},
): Promise<LiveScreen> {
  const {
    origin = new URL(url).origin,
    scope,
    reconnection = false,
    transports = ['websocket'],
    headers = {},
  } = options
  const socket: Socket<ServerToClient, ClientToServer> = io(`${url}${LIVE_NAMESPACE}`, {
    parser: msgpackParser,
    transports,
    forceNew: true,
    reconnection,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { ...headers, ...(origin === null ? {} : { origin }) },
  })
  const picture = createPicture()
  const seen: LiveScreen['seen'] = {
    hello: undefined,
    hellos: 0,
    catalogues: 0,
    snapshots: 0,
    frames: 0,
    gaps: 0,
    ticks: [],
    order: [],
  }
  const owed: (() => void)[] = []
  let isHolding = false

  const watch = (body: unknown) => socket.timeout(5_000).emitWithAck('watch', body)
  socket.onAny((event: string) => {
    seen.order.push(event)
  })
  socket.on('hello', body => {
    seen.hello = body
    seen.hellos++
    if (scope !== undefined) void watch({ scope })
  })
  socket.on('tick', tick => {
    seen.ticks.push(tick)
  })
  socket.on('catalogue', body => {
    seen.catalogues++
    picture.catalogue(body)
  })
  socket.on('snapshot', body => {
    seen.snapshots++
    picture.snapshot(body)
  })
  socket.on('frame', (body, applied) => {
    seen.frames++
    if (!picture.frame(body)) {
      seen.gaps++
      if (scope !== undefined) void watch({ scope })
    }
    if (isHolding) owed.push(applied)
    else applied()
  })

  await new Promise<void>((resolve, reject) => {
    const onRefused = (error: Error) => {
      socket.disconnect()
      reject(error)
    }
    socket.once('connect_error', onRefused)
    socket.once('connect', () => {
      socket.off('connect_error', onRefused)
      resolve()
    })
  })
  return {
    socket,
    picture,
    seen,
    watch,
    hold: () => {
      isHolding = true
    },
    answer: () => {
      isHolding = false
      for (const applied of owed.splice(0)) applied()
    },
    leave: () => {
      socket.disconnect()
    },
  }
}
