// Every list of the programme from a real station: JSON, CSV and Excel of the same rows, now and as it stood.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../server/spreadsheet/read-workbook.ts'
import { measurementsReplySchema } from '../../shared/programme/api-schema.ts'
import { LIST_OPERATIONS } from '../../shared/programme/list-operations.ts'
import {
  criteriaSetReplySchema,
  overviewReplySchema,
  villagePageSchema,
  villagesGeoJsonSchema,
} from '../../shared/programme/page-schema.ts'
import { get, problemOf } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { DEMO_SET, download, fill, NOW, programmeUrl } from './programme-sample.ts'

/** An Excel file is written by a process of its own. */
const PATIENCE_MS = 60_000

const folder = temporaryFolder()
let station: TestStation

beforeAll(async () => {
  await registerDevice(folder.path, aDevicePlan())
  station = await startTestStation({ dataDir: folder.path, now: () => NOW })
  await fill(station)
}, PATIENCE_MS)
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const at = (path: string) => programmeUrl(station, path)
type Rows = {
  readonly day: string
  readonly basis: string
  readonly lastId: number
  readonly rows: Record<string, unknown>[]
}
const rowsAt = async (path: string): Promise<Rows> => (await get(at(path))).body as Rows

const LISTS = LIST_OPERATIONS.map(operation => {
  const path = operation.path
    .replace('/api/v1/programme/', '')
    .replace(':id', DEMO_SET.id)
    .replace(':other', 'qd-384-2023')
  return [path, operation] as const
})

describe.each(LISTS)('%s', (path, operation) => {
  test('in JSON says of which day and event it is', async () => {
    const { status, headers, body } = await get(at(path))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('private, no-cache')
    operation.answers[0]?.schema?.parse(body)
    expect(body).toMatchObject({ day: '2026-11-25', basis: 'today', lastId: expect.any(Number) })
  })

  test('in CSV has a line for each row, under titles', async () => {
    const { headers, body } = await get(at(`${path}?format=csv&lang=en`))
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="dai-sen-[\w.-]+-2026-11-25\.csv"$/)
    const { rows } = await rowsAt(path)
    // Texts may hold line ends of their own, so there are at least as many.
    expect(String(body).trimEnd().split('\r\n').length).toBeGreaterThanOrEqual(rows.length + 1)
  })

  test(
    'in Excel has a row for each row, under a note and titles',
    async () => {
      const { rows } = await rowsAt(path)
      const workbook = await readWorkbook(await download(at(`${path}?format=xlsx`)))
      if ('code' in workbook) throw new Error(workbook.en)
      expect(workbook.sheets).toHaveLength(1)
      expect(workbook.sheets[0]?.rows[0]?.[0]).toMatch(/^Tính đến 25\/11\/2026/)
      expect(workbook.sheets[0]?.rows).toHaveLength(rows.length + 2)
    },
    PATIENCE_MS,
  )

  test('refuses a query it does not know', async () => {
    for (const query of ['?format=pdf', '?at=hôm qua', '?basis=ancient', '?colour=red'])
      expect(problemOf(await get(at(`${path}${query}`))).status).toBe(400)
  })
})

describe('what is told', () => {
  test('is what was written, with who and when', async () => {
    const row = (await rowsAt('indicators')).rows.find(({ outcome }) => outcome !== null)
    expect(row).toMatchObject({
      village: 'my-dong',
      indicator: '1.1',
      outcome: 'met',
      value: 95,
      at: NOW,
      by: expect.stringMatching(/^declared:Nguyễn Thị Sen · /),
      isSimulated: false,
    })
    expect((await rowsAt('records')).rows).toMatchObject([
      { id: 'tap-huan-1', kind: 'training', villageName: 'Mỹ Đông' },
    ])
    const money = (await rowsAt('funding')).rows.find(({ allocated }) => allocated !== null)
    expect(money).toMatchObject({ need: null, allocated: 1_500_000_000, disbursed: 250_000_000, settled: null })
  })

  test('of the past is what was known then', async () => {
    const then = await rowsAt('records?at=2026-11-24')
    expect(then).toMatchObject({ day: '2026-11-24', rows: [] })
    expect(then.lastId).toBeLessThan((await rowsAt('records')).lastId)
    expect((await rowsAt(`records?at=${NOW}`)).rows).toHaveLength(1)
    expect((await rowsAt('records?at=2026-11-25T10:00:00%2B07:00')).rows).toHaveLength(1)
    expect((await rowsAt('tasks?at=2024-03-31')).rows).toEqual([])
    expect((await rowsAt('tasks?at=2024-05-01')).rows).toHaveLength(27)
  })

  test('names units as in the plan or as of the day', async () => {
    const name = async (query: string) => (await rowsAt(`villages${query}`)).rows[0]?.['unitName']
    expect(await name('?basis=plan')).not.toBe(await name('?basis=today'))
    expect(await name('?at=2024-06-01')).toBe(await name('?basis=plan'))
  })

  test('of another criteria set is asked for by its id', async () => {
    expect((await rowsAt('indicators?set=qd-384-2023')).rows).toEqual([])
    expect(problemOf(await get(at('indicators?set=khong-co'))).status).toBe(404)
  })
})

describe('pages', () => {
  test('the overview', async () => {
    const { status, body } = await get(at('overview'))
    expect(status).toBe(200)
    const overview = overviewReplySchema.parse(body)
    expect(overview.villages).toHaveLength(9)
    expect(overview.set).toMatchObject({ id: DEMO_SET.id, illustrative: true })
    expect(problemOf(await get(at('overview?format=csv'))).status).toBe(400)
  })

  test('a village, or none of that id', async () => {
    const page = villagePageSchema.parse((await get(at('villages/my-dong'))).body)
    expect(page.obstacles).toHaveLength(1)
    expect(page.village).toMatchObject({ met: 1, total: 27 })
    expect(problemOf(await get(at('villages/khong-co'))).status).toBe(404)
    // What the past didn't know isn't there.
    expect(problemOf(await get(at('villages/my-dong?at=2020-01-01'))).status).toBe(404)
  })

  test('the villages as GeoJSON', async () => {
    const { headers, body } = await get(at('villages.geojson'))
    expect(headers.get('content-type')).toContain('application/geo+json')
    const { features } = villagesGeoJsonSchema.parse(body)
    expect(features).toHaveLength(9)
    expect(new Set(features.map(({ id }) => id)).size).toBe(9)
  })

  test('a criteria set, or none of that id', async () => {
    const { set } = criteriaSetReplySchema.parse((await get(at(`criteria-sets/${DEMO_SET.id}`))).body)
    expect(set).toEqual(DEMO_SET)
    expect(problemOf(await get(at('criteria-sets/khong-co'))).status).toBe(404)
    expect(problemOf(await get(at(`criteria-sets/${DEMO_SET.id}/compare/khong-co`))).status).toBe(404)
    expect(problemOf(await get(at(`criteria-sets/${DEMO_SET.id}?format=csv`))).status).toBe(400)
  })

  test('what the station measures, marked as derived', async () => {
    const { body } = await get(at('measurements'))
    const { set, measurements } = measurementsReplySchema.parse(body)
    expect(set).toBe(DEMO_SET.id)
    const own = measurements.filter(({ village }) => village === 'my-dong')
    expect(own.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['1.4', 0],
      ['1.5', 0],
      ['1.6', null],
    ])
    expect(measurements.find(({ village }) => village !== 'my-dong')).toMatchObject({ value: null, stations: 0 })
    expect(problemOf(await get(at('measurements?set=khong-co'))).status).toBe(404)
    expect(problemOf(await get(at('measurements?x=1'))).status).toBe(400)
  })
})
