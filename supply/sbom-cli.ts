// `npm run sbom`: the bill of materials and the licences of production.
import { join } from 'node:path'
import { writeLists } from './write-lists.ts'

for (const path of writeLists(join(import.meta.dirname, '..'))) process.stdout.write(`${path}\n`)
