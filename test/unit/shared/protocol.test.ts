// An old page that meets a new server must notice: the wire changes only together with its version.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { encodeFrame } from '../../../shared/frame.ts'
import * as protocol from '../../../shared/protocol.ts'
import { QUALITIES } from '../../../shared/quality.ts'
import { LIVE_NAMESPACE, PROTOCOL_VERSION } from '../../../shared/wire.ts'

/** One frame with narrow and one with wide times; every column holds something that shows its type and order. */
const golden = [86_400_000, 5_000_000_000].map(span =>
  encodeFrame({
    epoch: 0x01020304,
    fromSeq: 5,
    seq: 6,
    n: Uint32Array.of(7, 0xffff_ffff),
    t: Float64Array.of(1_795_399_200_000, 1_795_399_200_000 + span),
    v: Float64Array.of(31.9, -0.5),
    q: Uint8Array.of(1, 3),
  }),
)

function fingerprint(): string {
  const schemas = Object.entries(protocol)
    .filter(([, value]) => value instanceof z.ZodType)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => [name, z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any' })])
  expect(schemas.length).toBeGreaterThanOrEqual(8)
  const hash = createHash('sha256').update(JSON.stringify([LIVE_NAMESPACE, QUALITIES, schemas]))
  for (const bytes of golden) hash.update(bytes)
  return hash.digest('hex').slice(0, 12)
}

test('the wire changes only together with its version', () => {
  expect({ version: PROTOCOL_VERSION, wire: fingerprint() }).toMatchInlineSnapshot(`
    {
      "version": 6,
      "wire": "d3e1388ed576",
    }
  `)
})
