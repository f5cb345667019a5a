// A folded state over HTTP, as screens load it before they follow the events: packed and compressed once for each state there is.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import type { FoldedLog } from './folded-log.ts'

const compress = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
} as const
type Encoding = keyof typeof compress
type Snapshot = {
  readonly lastId: number
  readonly bytes: Buffer
  readonly compressed: (encoding: Encoding) => Promise<Buffer>
}

/** Answers with the state as it is, or as it stood `at` an instant. */
export function createSnapshotAnswer<State>(
  log: Pick<FoldedLog<State>, 'head' | 'state' | 'stateAt'>,
  pack: (state: State, hash: string) => unknown,
): (request: Request, response: Response, at: number | undefined) => Promise<void> {
  let held: Snapshot | undefined

  function current(): Snapshot {
    const { id, hash } = log.head()
    if (held?.lastId === id) return held
    const bytes = Buffer.from(JSON.stringify(pack(log.state(), hash)))
    const made = new Map<Encoding, Promise<Buffer>>()
    held = {
      lastId: id,
      bytes,
      compressed(encoding) {
        const known = made.get(encoding) ?? compress[encoding](bytes)
        made.set(encoding, known)
        return known
      },
    }
    return held
  }

  async function then(at: number): Promise<Pick<Snapshot, 'bytes' | 'compressed'>> {
    const { state, hash } = await log.stateAt(at)
    const bytes = Buffer.from(JSON.stringify(pack(state, hash)))
    return { bytes, compressed: encoding => compress[encoding](bytes) }
  }

  return async (request, response, at) => {
    const snapshot = at === undefined ? current() : await then(at)
    const encoding = request.acceptsEncodings('br', 'gzip')
    response.type('json').set('Vary', 'Accept-Encoding').set('Cache-Control', 'no-cache')
    if (encoding !== 'br' && encoding !== 'gzip') response.send(snapshot.bytes)
    else response.set('Content-Encoding', encoding).send(await snapshot.compressed(encoding))
  }
}
