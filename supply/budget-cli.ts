// `npm run budget`: weighs the scripts of the build that stands in dist, prints the table, and fails when there is a fault.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Chunk } from './chunk-list.ts'
import { DESKTOP_BUDGET, judgeScripts } from './script-budget.ts'

const DIST = join(import.meta.dirname, '..', 'dist')
const say = (line: string) => void process.stdout.write(`${line}\n`)
const kibOf = (bytes: number) => `${(bytes / 1_024).toFixed(1).padStart(7)} KiB`

const chunks = JSON.parse(readFileSync(join(DIST, 'chunks.json'), 'utf8')) as readonly Chunk[]
const { files, total, faults } = judgeScripts(
  chunks,
  file => brotliCompressSync(readFileSync(join(DIST, 'client', file))).length,
)
for (const { file, bytes } of files) say(`${kibOf(bytes)}  ${file}`)
say(
  `${kibOf(total)}  first visit of the desktop, of ${kibOf(DESKTOP_BUDGET).trim()} allowed (brotli, the map's worker included)`,
)
for (const fault of faults) say(`✗ ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0
