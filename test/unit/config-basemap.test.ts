// Which files are a base map: asked at the start, so that nobody finds out on the wall.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { tinyArchive } from '../support/tiny-archive.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())
function fileOf(name: string, bytes: Buffer): string {
  const path = join(folder.path, name)
  writeFileSync(path, bytes)
  return path
}
const isVectorArchive = (path: string): boolean => 'port' in readConfig({ BASEMAP_PMTILES: path }, 'data')
const changed = (at: number, value: number): Buffer => {
  const bytes = tinyArchive()
  bytes[at] = value
  return bytes
}

test('an archive of version 3 with vector tiles is one', () => {
  const path = fileOf('good.pmtiles', tinyArchive())
  expect(isVectorArchive(path)).toBe(true)
  expect(readConfig({ BASEMAP_PMTILES: path }, 'data')).toMatchObject({ basemap: path })
})

test('a header that ends a byte early is not', () => {
  expect(isVectorArchive(fileOf('whole.pmtiles', tinyArchive().subarray(0, 127)))).toBe(true)
  expect(isVectorArchive(fileOf('short.pmtiles', tinyArchive().subarray(0, 126)))).toBe(false)
})

test.each([
  ['another kind of file', 0, 0],
  ['an older version', 7, 2],
  ['pictures instead of vector tiles', 99, 2],
])('%s is not', (name, at, value) => {
  const path = fileOf(`${name}.pmtiles`, changed(at, value))
  expect(isVectorArchive(path)).toBe(false)
  expect(readConfig({ BASEMAP_PMTILES: path }, 'data')).toEqual([
    expect.stringMatching(/^BASEMAP_PMTILES=.*bản đồ nền.* · expected .*vector tiles/),
  ])
})

test('neither is a folder nor what is not there', () => {
  expect(isVectorArchive(folder.path)).toBe(false)
  expect(isVectorArchive(join(folder.path, 'nothing'))).toBe(false)
})
