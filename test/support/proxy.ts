// A network cable for tests: a TCP proxy that can be cut (bytes vanish, nothing is closed) and mended.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Cable = {
  readonly port: number
  readonly cut: () => void
  readonly mend: () => void
  readonly remove: () => Promise<void>
}

export async function layCable(targetPort: number, port = 0): Promise<Cable> {
  const open = new Set<Socket>()
  let isCut = false

  const server = createServer(near => {
    const far = connect(targetPort, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('data', bytes => {
        if (!isCut) to.write(bytes)
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        open.delete(from)
        if (!isCut) to.destroy()
      })
    }
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const hangUp = () => {
    for (const socket of open) socket.destroy()
  }

  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true
    },
    /** Connections of the time without a network are gone; new ones pass. */
    mend() {
      isCut = false
      hangUp()
    },
    remove: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        hangUp()
      }),
  }
}
