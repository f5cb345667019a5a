// What a browser downloads: sizes of the built client's chunks, as they are and compressed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Line, Section } from './statistics.ts'

const ASSETS = join(import.meta.dirname, '..', '..', 'dist', 'client', 'assets')
/** Smaller chunks are added up in one line. */
const WORTH_A_LINE_BYTES = 20_000

type Sizes = { readonly raw: number; readonly gzip: number; readonly brotli: number }

export function measureBundle(): Section {
  const title = 'Client bundle'
  const about =
    'Scripts and styles in dist/client/assets (fonts apart), kB as built / gzip / brotli. Of deck.gl only the parts in use are in it.'
  const files = existsSync(ASSETS) ? readdirSync(ASSETS).filter(name => /\.(?:js|css)$/.test(name)) : []
  if (files.length === 0) return { title, about, lines: [{ name: 'not built', value: '', note: 'npm run build' }] }
  const sized = files.map(name => ({ name, sizes: sizesOf(readFileSync(join(ASSETS, name))) }))
  sized.sort((a, b) => b.sizes.raw - a.sizes.raw)
  const large = sized.filter(({ sizes }) => sizes.raw >= WORTH_A_LINE_BYTES)
  const small = sized.filter(({ sizes }) => sizes.raw < WORTH_A_LINE_BYTES)
  return {
    title,
    about,
    lines: [
      ...large.map(({ name, sizes }) => lineOf(name, sizes)),
      lineOf(`${small.length} smaller`, sum(small.map(({ sizes }) => sizes))),
      lineOf('all', sum(sized.map(({ sizes }) => sizes))),
    ],
  }
}

const sizesOf = (bytes: Buffer): Sizes => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes).length,
})

const sum = (all: readonly Sizes[]): Sizes =>
  all.reduce((a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }), {
    raw: 0,
    gzip: 0,
    brotli: 0,
  })

const lineOf = (name: string, { raw, gzip, brotli }: Sizes): Line => ({
  name,
  value: [raw, gzip, brotli].map(bytes => (bytes / 1_000).toFixed(1).padStart(7)).join(' /'),
})
