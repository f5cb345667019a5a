// `npm run -s tail`: a screen without pixels. Subscribes as a wall does and prints one JSON line per reading it is shown.
import { parseArgs } from 'node:util'
import { io, type Socket } from 'socket.io-client'
import msgpackParser from 'socket.io-msgpack-parser'
import { decodeFrame, type Frame } from '../../shared/frame.ts'
import type { Catalogue, CatalogueSeries, ClientToServer, ServerToClient } from '../../shared/protocol.ts'
import { qualityOf } from '../../shared/quality.ts'
import { LIVE_NAMESPACE, PROTOCOL_VERSION } from '../../shared/wire.ts'
import { addressOf, dataDirOf, heldLocalKey } from '../running.ts'

const HELP = `npm run -s tail -- [--scope province|village:<id>|unit:<id>] [--url http://127.0.0.1:8080] [--data-dir DIR] [--seconds N] [--count]

Prints one JSON line per reading a screen of this scope is shown, the snapshot first:
{"series","village","quantity","t","v","q","source","receivedAt"} (t: measured, receivedAt: shown here; epoch milliseconds).
--count prints only the totals at the end, as one JSON line. Without --seconds it runs until Ctrl-C.
`

function options() {
  try {
    const { values } = parseArgs({
      options: {
        scope: { type: 'string', default: 'province' },
        url: { type: 'string' },
        'data-dir': { type: 'string' },
        seconds: { type: 'string' },
        count: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const seconds = values.seconds === undefined ? undefined : Number(values.seconds)
    if (seconds !== undefined && !(seconds > 0)) throw new Error(`--seconds ${values.seconds}`)
    const { url, origin } = addressOf(values.url)
    return { ...values, seconds, url: new URL(url), origin, localKey: heldLocalKey(dataDirOf(values['data-dir'])) }
  } catch (error) {
    process.stderr.write(`tham số sai · bad argument: ${(error as Error).message}\n${HELP}`)
    return process.exit(2)
  }
}

const { scope, url, origin, localKey, seconds, count: isCountOnly, help } = options()
if (help) {
  process.stdout.write(HELP)
  process.exit(0)
}

const startedAt = performance.now()
const totals = { readings: 0, snapshot: 0, frames: 0, gaps: 0, bytes: 0 }
const held = new Map<number, CatalogueSeries>()
/** What was printed last of each series: a snapshot after a gap repeats what is known. */
const shownAt = new Map<number, number>()
let epoch = -1
let seq = -1

const socket: Socket<ServerToClient, ClientToServer> = io(new URL(LIVE_NAMESPACE, url).href, {
  parser: msgpackParser,
  transports: ['websocket'],
  extraHeaders: { origin, ...(localKey === undefined ? {} : { authorization: `Bearer ${localKey}` }) },
  reconnectionDelayMax: 2_000,
})

function watch(): void {
  socket.emit('watch', { scope }, answer => {
    if (answer.ok) return
    process.stderr.write(`máy chủ từ chối phạm vi "${scope}" · the server refused scope "${scope}": ${answer.error}\n`)
    end(1)
  })
}

function show(frame: Frame, isSnapshot: boolean): void {
  const receivedAt = Date.now()
  frame.n.forEach((n, i) => {
    const series = held.get(n)
    const t = frame.t[i] as number
    if (!series || shownAt.get(n) === t) return
    shownAt.set(n, t)
    totals.readings++
    if (isSnapshot) totals.snapshot++
    if (isCountOnly) return
    const { id, village, quantity, source } = series
    const line = { series: id, village, quantity, t, v: frame.v[i], q: qualityOf(frame.q[i] ?? 0), source, receivedAt }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  })
}

function decoded(body: Uint8Array | ArrayBuffer): Frame | undefined {
  totals.bytes += body.byteLength
  const frame = decodeFrame(body)
  if (typeof frame !== 'string') return frame
  process.stderr.write(`khung không đọc được · unreadable frame: ${frame}\n`)
  return undefined
}

socket.on('hello', ({ version }) => {
  if (version === PROTOCOL_VERSION) watch()
  else {
    process.stderr.write(
      `giao thức ${version}, cần ${PROTOCOL_VERSION} · protocol ${version}, this command speaks ${PROTOCOL_VERSION}\n`,
    )
    end(1)
  }
})
socket.on('catalogue', (catalogue: Catalogue) => {
  held.clear()
  for (const series of catalogue.series) held.set(series.n, series)
})
socket.on('snapshot', snapshot => {
  epoch = snapshot.epoch
  seq = snapshot.seq
  const frame = decoded(snapshot.frame)
  if (frame) show(frame, true)
})
socket.on('frame', (body, applied) => {
  totals.frames++
  const frame = decoded(body)
  if (frame && (frame.epoch !== epoch || frame.fromSeq > seq)) {
    totals.gaps++
    watch()
  } else if (frame && frame.seq > seq) {
    seq = frame.seq
    show(frame, false)
  }
  applied()
})
socket.on('connect_error', error => {
  if (socket.active) process.stderr.write(`chưa nối được ${url.origin} · can't reach ${url.origin}: ${error.message}\n`)
  else {
    process.stderr.write(`máy chủ không nhận kết nối · the server refused the connection: ${error.message}\n`)
    end(1)
  }
})

function end(code: number): void {
  if (isCountOnly)
    process.stdout.write(
      `${JSON.stringify({ ...totals, series: shownAt.size, seconds: Math.round(performance.now() - startedAt) / 1000 })}\n`,
    )
  socket.disconnect()
  process.exitCode = code
  if (timer) clearTimeout(timer)
}
const timer = seconds === undefined ? undefined : setTimeout(() => end(0), seconds * 1000)
process.once('SIGINT', () => end(0))
process.once('SIGTERM', () => end(0))
// `| head` closes the pipe: that is the end, not an error.
process.stdout.on('error', () => process.exit(0))
