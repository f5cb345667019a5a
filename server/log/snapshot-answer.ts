// A folded state over HTTP, as screens load it before they follow the events: packed and compressed once for each state there is and
// for each audience that asks for it.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import { maskJson } from '../../shared/access/mask.ts'
import type { Audience } from '../../shared/access/role.ts'
import { audienceBehind, sendMasked } from '../access/masking.ts'
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
  const bytesFor = (audience: Audience, state: State, hash: string) =>
    Buffer.from(JSON.stringify(maskJson(audience, pack(state, hash))))

  function current(audience: Audience): Snapshot {
    const { id, hash } = log.head()
    const known = held.get(audience)
    if (known?.lastId === id) return known
    const bytes = bytesFor(audience, log.state(), hash)
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

  async function then(audience: Audience, at: number): Promise<Pick<Snapshot, 'bytes' | 'compressed'>> {
    const { state, hash } = await log.stateAt(at)
    const bytes = bytesFor(audience, state, hash)
    return { bytes, compressed: encoding => compress[encoding](bytes) }
  }

  return async (request, response, at) => {
    const audience = audienceBehind(response)
    const snapshot = at === undefined ? current(audience) : await then(audience, at)
    const encoding = request.acceptsEncodings('br', 'gzip')
    response.type('json').vary('Accept-Encoding')
    if (encoding !== 'br' && encoding !== 'gzip') sendMasked(response, snapshot.bytes)
    else sendMasked(response.set('Content-Encoding', encoding), await snapshot.compressed(encoding))
  }
}
