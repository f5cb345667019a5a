// A folded state over HTTP, as screens load it before they follow the events: packed and compressed once for each state there is and
// for each audience that asks for it.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import type { Audience } from '../../shared/access/role.ts'
import { audienceBehind, maskBehind, sendMasked } from '../access/masking.ts'
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
  const held = new Map<Audience, Snapshot>()
  const bytesFor = (response: Response, state: State, hash: string) =>
    Buffer.from(JSON.stringify(maskBehind(response)(pack(state, hash))))

  function current(response: Response): Snapshot {
    const { id, hash } = log.head()
    const audience = audienceBehind(response)
    const known = held.get(audience)
    if (known?.lastId === id) return known
    const bytes = bytesFor(response, log.state(), hash)
    const made = new Map<Encoding, Promise<Buffer>>()
    const snapshot: Snapshot = {
      lastId: id,
      bytes,
      compressed(encoding) {
        const packed = made.get(encoding) ?? compress[encoding](bytes)
        made.set(encoding, packed)
        return packed
      },
    }
    held.set(audience, snapshot)
    return snapshot
  }

  async function then(response: Response, at: number): Promise<Pick<Snapshot, 'bytes' | 'compressed'>> {
    const { state, hash } = await log.stateAt(at)
    const bytes = bytesFor(response, state, hash)
    return { bytes, compressed: encoding => compress[encoding](bytes) }
  }

  return async (request, response, at) => {
    const snapshot = at === undefined ? current(response) : await then(response, at)
    const encoding = request.acceptsEncodings('br', 'gzip')
    response.type('json').vary('Accept-Encoding')
    if (encoding !== 'br' && encoding !== 'gzip') sendMasked(response, snapshot.bytes)
    else sendMasked(response.set('Content-Encoding', encoding), await snapshot.compressed(encoding))
  }
}
