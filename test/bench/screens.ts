// Screens in a process of their own: they watch the province as a wall does, answer every frame and note how old its readings are.
import { io, type Socket } from 'socket.io-client'
import msgpackParser from 'socket.io-msgpack-parser'
import { z } from 'zod'
import { decodeFrame } from '../../shared/frame.ts'
import type { ClientToServer, ServerToClient } from '../../shared/protocol.ts'
import { LIVE_NAMESPACE } from '../../shared/wire.ts'
import { type Child, endWithParent, startChild, tellParent } from '../support/child.ts'
import { percentile } from './statistics.ts'

const askSchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('watch'), url: z.string(), screens: z.int() }),
  z.strictObject({ ask: z.literal('start') }),
  z.strictObject({ ask: z.literal('result') }),
])
const readySchema = z.strictObject({ isReady: z.boolean() })
const resultSchema = z.strictObject({
  latencyMs: z.strictObject({ p50: z.number(), p99: z.number(), max: z.number() }),
  /** Of all screens together. */
  readings: z.int(),
  frames: z.int(),
  bytes: z.int(),
})
export type ScreensResult = z.infer<typeof resultSchema>
export type Screens = {
  readonly child: Child
  readonly startMeasuring: () => void
  readonly result: () => Promise<ScreensResult>
}

/** Resolves when every screen has its snapshot. */
export async function startScreens(url: string, screens: number): Promise<Screens> {
  const child = startChild(import.meta.filename)
  child.send({ ask: 'watch', url, screens } satisfies z.infer<typeof askSchema>)
  await child.next(readySchema)
  return {
    child,
    startMeasuring: () => child.send({ ask: 'start' }),
    result: () => {
      child.send({ ask: 'result' })
      return child.next(resultSchema)
    },
  }
}

type Tally = { latencies: number[]; frames: number; bytes: number }

function watch(url: string, tally: Tally): Promise<void> {
  const socket: Socket<ServerToClient, ClientToServer> = io(`${url}${LIVE_NAMESPACE}`, {
    parser: msgpackParser,
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { origin: url },
  })
  return new Promise((resolve, reject) => {
    socket.once('connect_error', reject)
    socket.once('connect', () => {
      socket.io.engine.on('packet', ({ data }: { data?: string | ArrayBuffer | Uint8Array }) => {
        tally.bytes += wireBytes(data)
      })
      socket.emit('watch', { scope: 'province' }, answer => {
        if (!answer.ok) reject(new Error(answer.error))
      })
    })
    socket.once('snapshot', () => resolve())
    socket.on('frame', (body, applied) => {
      const now = Date.now()
      const frame = decodeFrame(body)
      if (typeof frame === 'string') throw new Error(`not a frame: ${frame}`)
      for (const t of frame.t) tally.latencies.push(now - t)
      tally.frames++
      applied()
    })
  })
}

const SHORT = 126
const MEDIUM = 65_536

/** A packet as a WebSocket message: its header and, for text, the letter that names its kind. */
function wireBytes(data: string | ArrayBuffer | Uint8Array | undefined): number {
  const length = data === undefined ? 1 : typeof data === 'string' ? Buffer.byteLength(data) + 1 : data.byteLength
  return length + (length < SHORT ? 2 : length < MEDIUM ? 4 : 10)
}

async function serve(message: unknown, tally: Tally): Promise<void> {
  const asked = askSchema.parse(message)
  if (asked.ask === 'watch') {
    await Promise.all(Array.from({ length: asked.screens }, () => watch(asked.url, tally)))
    tellParent({ isReady: true })
  } else if (asked.ask === 'start') Object.assign(tally, { latencies: [], frames: 0, bytes: 0 } satisfies Tally)
  else {
    const { latencies, frames, bytes } = tally
    const at = (share: number) => percentile(latencies, share)
    tellParent({
      latencyMs: { p50: at(0.5), p99: at(0.99), max: at(1) },
      readings: latencies.length,
      frames,
      bytes,
    } satisfies ScreensResult)
  }
}

if (process.argv[1] === import.meta.filename) {
  endWithParent()
  const tally: Tally = { latencies: [], frames: 0, bytes: 0 }
  process.on('message', message => void serve(message, tally))
}
