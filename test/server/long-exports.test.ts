// Files of a large range over real HTTP and a real store: whoever goes away ends the reading and frees the place; what is too much is
// refused one beyond its bound, in both languages.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDerivedSteps } from '../../server/history/derived-steps.ts'
import { MAX_EXPORTS, serveExport } from '../../server/history/export-http.ts'
import type { DeviceSeries } from '../../server/registry/devices.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import { MAX_EXPORT_SERIES } from '../../shared/history/limits.ts'
import { get, problemOf } from '../support/door.ts'
import { aRow, batchOf, someSeries } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SOON = { timeout: 20_000, interval: 20 }
const READINGS = 45_000
const ROWS = 1_000
const folder = temporaryFolder()
const quantity = loadRegistry().quantities.find(({ code }) => code === 'water_level')
let store: Store
let url: string
let series: readonly DeviceSeries[]
const http = createServer()
/** Answers whose takers went away. */
let left = 0
const gone = () => left

/** Reads of the store: how many were asked for, and from which on they wait until they are let go. */
const reads = { count: 0, heldFrom: Infinity, letGo: Promise.withResolvers<void>() }
const release = () => {
  reads.heldFrom = Infinity
  reads.letGo.resolve()
}
const watched: Pick<Store, 'readings'> = {
  async readings(...asked) {
    reads.count += 1
    if (reads.count >= reads.heldFrom) await reads.letGo.promise
    return store.readings(...asked)
  },
}

beforeAll(async () => {
  store = await openSqliteStore({ path: databasePath(folder.path) })
  const device = { id: 'gauge-1', name: 'Trạm thử', village: 'my-dong', source: 'measured' } as DeviceSeries['device']
  if (!quantity) throw new Error('no quantity')
  const numbers = await someSeries(store, MAX_EXPORT_SERIES + 1)
  series = numbers.map((n, i) => ({ n, id: `gauge-${i}.water_level`, device, quantity, unit: 'm', intervalMs: 1_000 }))
  // The last one has a few readings only.
  for (const [i, n] of numbers.entries())
    await store.append(
      batchOf(Array.from({ length: i < MAX_EXPORT_SERIES ? READINGS : ROWS + 1 }, (_, t) => aRow(n, t * 1_000))),
    )
  const app = express()
  app.use((_request, response, next) => {
    response.once('close', () => {
      if (!response.writableFinished) left += 1
    })
    next()
  })
  app.use(
    serveExport({
      store: watched,
      now: () => READINGS * 1_000,
      find: (_response, id) => series.find(one => one.id === id),
      findDerived: () => undefined,
      steps: createDerivedSteps(store),
      maxWorkbookRows: ROWS,
    }),
  )
  http.on('request', app).listen(0, '127.0.0.1')
  await once(http, 'listening')
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
beforeEach(() => {
  left = 0
  Object.assign(reads, { count: 0, heldFrom: Infinity, letGo: Promise.withResolvers<void>() })
})
afterAll(async () => {
  http.closeAllConnections()
  await new Promise(resolve => void http.close(resolve))
  await store.close()
  folder.remove()
})

const idsOf = (count: number) =>
  series
    .slice(0, count)
    .map(({ id }) => id)
    .join(',')
const WHOLE = `from=0&to=${READINGS * 1_000}`
const small = () => get(`${url}/readings.csv?series=${series.at(-1)?.id}&from=0&to=5000`)

describe.each(['csv', 'xlsx'] as const)('a %s of a large range', format => {
  test('that nobody waits for any more is read no further, and its place is free', async () => {
    // The first pages themselves wait.
    reads.heldFrom = 1
    const leaving = new AbortController()
    const asked = Array.from({ length: MAX_EXPORTS }, () =>
      fetch(`${url}/readings.${format}?series=${idsOf(MAX_EXPORT_SERIES)}&${WHOLE}`, { signal: leaving.signal })
        .then(response => response.arrayBuffer())
        .then(
          () => 'whole',
          () => 'gone',
        ),
    )
    await expect.poll(() => reads.count, SOON).toBeGreaterThanOrEqual(MAX_EXPORT_SERIES * MAX_EXPORTS)
    expect((await small()).status).toBe(429)
    leaving.abort()
    expect(await Promise.all(asked)).toEqual(Array.from({ length: MAX_EXPORTS }, () => 'gone'))
    await expect.poll(gone, SOON).toBe(MAX_EXPORTS)
    const before = reads.count
    release()
    await expect.poll(async () => (await small()).status, SOON).toBe(200)
    // The page of the small one that was let in, and nothing else.
    expect(reads.count).toBe(before + 1)
  })
})

test('a slow taker of a CSV keeps the station from reading ahead', async () => {
  const leaving = new AbortController()
  const response = await fetch(`${url}/readings.csv?series=${idsOf(MAX_EXPORT_SERIES)}&${WHOLE}`, {
    signal: leaving.signal,
  })
  const reader = response.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  const pages = MAX_EXPORT_SERIES * (READINGS / 10_000 + 1)
  // Whatever it still buffers, it isn't the whole range.
  let last = -1
  await expect
    .poll(
      () => {
        const stands = last === reads.count
        last = reads.count
        return stands
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(true)
  expect(reads.count).toBeLessThan(pages)
  leaving.abort()
  await expect.poll(async () => (await small()).status, SOON).toBe(200)
})

describe('what is too much', () => {
  const last = () => series.at(-1)?.id
  test(`a workbook has ${ROWS} lines, of one more nothing is made and both languages say why`, async () => {
    const of = (lines: number) => get(`${url}/readings.xlsx?series=${last()}&from=0&to=${(lines - 1) * 1_000}`)
    expect((await of(ROWS)).status).toBe(200)
    const problem = problemOf(await of(ROWS + 1))
    expect(problem.status).toBe(422)
    expect([problem.detail, problem.en.detail]).toEqual([
      'Hơn 1.000 dòng: hãy chọn khoảng ngắn hơn, hoặc xuất CSV',
      'More than 1,000 lines: choose a shorter range, or export CSV',
    ])
  })
  test('a CSV has no such bound', async () => {
    const { status, body } = await get(`${url}/readings.csv?series=${last()}&from=0&to=${ROWS * 1_000}`)
    expect([status, String(body).trimEnd().split('\r\n').length]).toEqual([200, ROWS + 2])
  })
  test(`${MAX_EXPORT_SERIES} series are taken, one more refused with its reason`, async () => {
    const of = (count: number) => get(`${url}/readings.csv?series=${idsOf(count)}&from=0&to=1`)
    expect((await of(MAX_EXPORT_SERIES)).status).toBe(200)
    const problem = problemOf(await of(MAX_EXPORT_SERIES + 1))
    expect(problem.status).toBe(400)
    expect(problem.detail).toContain('1 đến 8 mã chuỗi')
    expect(problem.en.detail).toContain('1 to 8 ids')
  })
  test('a range has at least its own instant, and no end before its beginning', async () => {
    const of = (from: number, to: number) => get(`${url}/readings.csv?series=${last()}&from=${from}&to=${to}`)
    expect((await of(1_000, 1_000)).status).toBe(200)
    expect((await of(1_001, 1_000)).status).toBe(400)
  })
  test(`${MAX_EXPORTS} files are made at a time, one more waits with its reason`, async () => {
    reads.heldFrom = 1
    const asked = Array.from({ length: MAX_EXPORTS }, small)
    await expect.poll(() => reads.count, SOON).toBe(MAX_EXPORTS)
    const answer = await small()
    const problem = problemOf(answer)
    expect([problem.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
    expect([problem.detail, problem.en.detail]).toEqual([
      'Đang xuất 4 tệp khác, hãy thử lại sau ít giây',
      '4 other files are being made, try again in a few seconds',
    ])
    release()
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(
      Array.from({ length: MAX_EXPORTS }, () => 200),
    )
  })
})
