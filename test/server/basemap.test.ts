// The base map over real HTTP: its ranges, the ranges there can't be, its own reader, and nothing else of its folder.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PMTiles } from 'pmtiles'
import { afterEach, expect, test } from 'vitest'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { tinyArchive } from '../support/tiny-archive.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function startWithBasemap(): Promise<{ readonly station: TestStation; readonly path: string }> {
  const folder = temporaryFolder()
  stops.push(folder.remove)
  const path = join(folder.path, 'province.pmtiles')
  writeFileSync(path, tinyArchive())
  writeFileSync(join(folder.path, 'secret.txt'), 'secret')
  const station = await startTestStation({ basemap: path })
  stops.push(station.stop)
  return { station, path }
}
const partOf = (station: TestStation, range: string) => fetch(`${station.url}/basemap.pmtiles`, { headers: { range } })

test('its own reader finds header and tile in it', async () => {
  const { station } = await startWithBasemap()
  expect(await (await fetch(`${station.url}/basemap.json`)).json()).toEqual({ isAvailable: true })
  const archive = new PMTiles(`${station.url}/basemap.pmtiles`)
  expect(await archive.getHeader()).toMatchObject({ specVersion: 3, tileType: 1, minZoom: 7, maxZoom: 7 })
  expect((await archive.getZxy(7, 101, 60))?.data.byteLength).toBeGreaterThan(50)
  expect(await archive.getZxy(7, 0, 0)).toBeUndefined()
})

test('a range is answered by that part and no more', async () => {
  const { station } = await startWithBasemap()
  const part = await partOf(station, 'bytes=0-6')
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes 0-6/${tinyArchive().length}`)
  expect(await part.text()).toBe('PMTiles')
  const last = tinyArchive().length - 1
  expect((await partOf(station, `bytes=${last}-${last}`)).status).toBe(206)
})

test.each([
  ['behind the end', () => `bytes=${tinyArchive().length}-`],
  ['far behind it', () => 'bytes=999999999999-9999999999999'],
])('a range %s is refused and says how long the file is', async (_name, range) => {
  const { station } = await startWithBasemap()
  const refused = await partOf(station, range())
  expect(refused.status).toBe(416)
  expect(refused.headers.get('content-range')).toBe(`bytes */${tinyArchive().length}`)
})

test('nothing else of its folder is served', async () => {
  const { station } = await startWithBasemap()
  for (const path of [
    '/secret.txt',
    '/basemap.pmtiles/../secret.txt',
    '/basemap.pmtiles%2f..%2fsecret.txt',
    '/province.pmtiles',
  ])
    expect(await (await fetch(`${station.url}${path}`)).text(), path).not.toBe('secret')
  expect((await fetch(`${station.url}/secret.txt`)).status).toBe(404)
})

test('a file that is gone since the start is not found', async () => {
  const { station, path } = await startWithBasemap()
  rmSync(path)
  expect((await partOf(station, 'bytes=0-6')).status).toBe(404)
})

test('a station without a base map says so', async () => {
  const station = await startTestStation()
  stops.push(station.stop)
  expect(await (await fetch(`${station.url}/basemap.json`)).json()).toEqual({ isAvailable: false })
  expect((await fetch(`${station.url}/basemap.pmtiles`)).status).toBe(404)
})
