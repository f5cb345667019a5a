// A real PMTiles archive (version 3) of one vector tile around Đồng Tháp, as a generator of base maps would write it, only smaller.
import { zxyToTileId } from 'pmtiles'

const EXTENT = 4096
/** Zoom, column and row of the tile in which the province lies. */
const TILE = [7, 101, 60] as const
const HEADER_BYTES = 127
const UNCOMPRESSED = 1
const VECTOR = 1

const varint = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return [...bytes, rest]
}
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)
/** A protobuf field of length-delimited bytes, and one of a number. */
const bytesField = (field: number, bytes: readonly number[]) => [
  ...varint(field * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
]
const numberField = (field: number, value: number) => [...varint(field * 8), ...varint(value)]
const text = (value: string): number[] => [...Buffer.from(value)]

type Shape = { readonly kind: string; readonly type: 2 | 3; readonly line: readonly (readonly [number, number])[] }

/** One layer of the tile (Mapbox vector tile specification 2.1), every feature with its kind. */
function layerOf(name: string, shapes: readonly Shape[]): number[] {
  const features = shapes.flatMap(({ type, line }, i) => {
    let [x, y] = [0, 0]
    const steps = line.flatMap(([toX, toY]) => {
      const step = [zigzag(toX - x), zigzag(toY - y)]
      ;[x, y] = [toX, toY]
      return step
    })
    const moveTo = 1 + 8
    const lineTo = 2 + 8 * (line.length - 1)
    const geometry = [moveTo, ...steps.slice(0, 2), lineTo, ...steps.slice(2), ...(type === 3 ? [7 + 8] : [])]
    return bytesField(2, [
      ...bytesField(2, [...varint(0), ...varint(i)]),
      ...numberField(3, type),
      ...bytesField(4, geometry.flatMap(varint)),
    ])
  })
  return bytesField(3, [
    ...numberField(15, 2),
    ...bytesField(1, text(name)),
    ...features,
    ...bytesField(3, text('kind')),
    ...shapes.flatMap(({ kind }) => bytesField(4, bytesField(1, text(kind)))),
    ...numberField(5, EXTENT),
  ])
}

/** A lake that fills the tile's middle, and a highway across it. */
const tile = (): Buffer =>
  Buffer.from([
    ...layerOf('water', [
      {
        kind: 'lake',
        type: 3,
        line: [
          [1600, 400],
          [2600, 400],
          [2600, 1900],
          [1600, 1900],
        ],
      },
    ]),
    ...layerOf('roads', [
      {
        kind: 'highway',
        type: 2,
        line: [
          [100, 100],
          [4000, 4000],
        ],
      },
    ]),
  ])

export function tinyArchive(): Buffer {
  const data = tile()
  // One entry: tile number, run length, length, offset + 1.
  const directory = Buffer.from([1, zxyToTileId(...TILE), 1, data.length, 1].flatMap(varint))
  const metadata = Buffer.from(
    JSON.stringify({
      vector_layers: [
        { id: 'water', fields: {} },
        { id: 'roads', fields: {} },
      ],
    }),
  )
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles', 'latin1')
  header[7] = 3
  const [directoryAt, metadataAt] = [HEADER_BYTES, HEADER_BYTES + directory.length]
  const dataAt = metadataAt + metadata.length
  const sizes = [directoryAt, directory.length, metadataAt, metadata.length, dataAt, 0, dataAt, data.length, 1, 1, 1]
  for (const [i, size] of sizes.entries()) header.writeBigUInt64LE(BigInt(size), 8 + 8 * i)
  header.set([1, UNCOMPRESSED, UNCOMPRESSED, VECTOR, TILE[0], TILE[0]], 96)
  // In ten-millionths of a degree: the tile's bounds, then its middle.
  for (const [i, degrees] of [104.0625, 8.407, 106.875, 11.178].entries())
    header.writeInt32LE(degrees * 1e7, 102 + 4 * i)
  header[118] = TILE[0]
  header.writeInt32LE(105.5e7, 119)
  header.writeInt32LE(10.4e7, 123)
  return Buffer.concat([header, directory, metadata, data])
}
