// Writes what production is made of beside the build: dist/sbom.cdx.json and dist/licences.txt.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceList } from './licences.ts'
import { readLock } from './lockfile.ts'
import { sbomOf } from './sbom.ts'

const NOTICE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

/** @returns the files it wrote */
export function writeLists(root: string): readonly string[] {
  const lock = readLock(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const folder = join(root, 'dist')
  mkdirSync(folder, { recursive: true })
  const files: readonly (readonly [string, string])[] = [
    [join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbomOf(lock), null, 2)}\n`],
    [join(folder, 'licences.txt'), licenceList(lock.packages, path => noticeIn(join(root, path)))],
  ]
  for (const [path, text] of files) writeFileSync(path, text)
  return files.map(([path]) => path)
}

function noticeIn(folder: string): string | undefined {
  try {
    const names = readdirSync(folder).filter(name => NOTICE.test(name))
    return names.length === 0
      ? undefined
      : names.map(name => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n')
  } catch {
    // A package of another platform isn't here.
    return undefined
  }
}
