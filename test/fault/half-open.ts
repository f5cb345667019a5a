// Sockets that are opened and never finish what they say. In a process of their own, so that their file descriptors are not the test's.
import { connect } from 'node:net'
import { z } from 'zod'
import { type Child, endWithParent, startChild, tellParent } from '../support/child.ts'

const orderSchema = z.union([
  z.strictObject({
    kind: z.literal('open'),
    port: z.int(),
    count: z.int(),
    /** Sent at once. */
    first: z.string(),
    /** Sent one more time every so often; '' = nothing. */
    drip: z.string(),
    addresses: z.int(),
  }),
  z.strictObject({ kind: z.literal('count') }),
])
export type HalfOpenOrder = Extract<z.infer<typeof orderSchema>, { kind: 'open' }>
const countSchema = z.strictObject({
  /** Got as far as being connected. */
  opened: z.int(),
  open: z.int(),
  /** Not for want of the station: this machine gives no more file descriptors. */
  outOfFiles: z.int(),
})
export type HalfOpenCount = z.infer<typeof countSchema>

export type HalfOpen = {
  readonly child: Child
  readonly open: (order: Omit<HalfOpenOrder, 'kind'>) => Promise<HalfOpenCount>
  readonly count: () => Promise<HalfOpenCount>
}

export function startHalfOpen(): HalfOpen {
  const child = startChild(import.meta.filename, {
    // As many files as the machine allows a process to ask for.
    under: ['sh', '-c', 'ulimit -n "$(ulimit -Hn)"; exec "$@"', 'sh'],
  })
  const ask = (order: object) => {
    child.send(order)
    return child.next(countSchema)
  }
  return { child, open: order => ask({ kind: 'open', ...order }), count: () => ask({ kind: 'count' }) }
}

const AT_ONCE = 250
const DRIP_EVERY_MS = 2_000

async function run(): Promise<void> {
  endWithParent()
  /** Of the last order: stragglers of an earlier one count there. */
  let count = { opened: 0, open: 0, outOfFiles: 0 }
  const tell = () => tellParent(count satisfies HalfOpenCount)
  process.on('message', message => {
    const order = orderSchema.parse(message)
    if (order.kind === 'count') tell()
    else openAll(order).then(tell, () => process.exit(1))
  })

  async function openAll(order: HalfOpenOrder): Promise<void> {
    const own = { opened: 0, open: 0, outOfFiles: 0 }
    count = own
    for (let done = 0; done < order.count; done += AT_ONCE)
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, order.count - done) }, (_, i) => openOne(order, done + i, own)),
      )
  }

  function openOne({ port, first, drip, addresses }: HalfOpenOrder, index: number, own: typeof count): Promise<void> {
    return new Promise(resolve => {
      const socket = connect({ port, host: '127.0.0.1', localAddress: `127.0.0.${1 + (index % addresses)}` })
      let dripping: NodeJS.Timeout | undefined
      let isConnected = false
      socket.on('connect', () => {
        isConnected = true
        own.opened++
        own.open++
        if (first !== '') socket.write(first)
        if (drip !== '') dripping = setInterval(() => socket.write(drip), DRIP_EVERY_MS)
        resolve()
      })
      socket.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EMFILE' || error.code === 'ENFILE') own.outOfFiles++
      })
      socket.on('close', () => {
        clearInterval(dripping)
        if (isConnected) own.open--
        resolve()
      })
      // What is answered is read, else the end isn't noticed.
      socket.resume()
    })
  }
}

if (process.argv[1] === import.meta.filename) await run()
