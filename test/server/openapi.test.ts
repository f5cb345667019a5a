// The interface as documented and the interface as served are the same.
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../../shared/operation.ts'
import { OPERATIONS } from '../../shared/operations.ts'
import { anEntry, anIncident, commandDesk } from '../support/desk.ts'
import { ADMINISTRATOR, aProfile, openDisplay, type TestDisplay } from '../support/displays.ts'
import { deliver, get, problemOf } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type AlarmSamples, prepareAlarms } from './openapi-alarms.ts'

type Described = {
  readonly operationId: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: object
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, object>> }
  readonly security?: readonly object[]
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Readonly<Record<string, { schema?: object }>> }>
  >
}
type Document = {
  readonly openapi: string
  readonly info: Readonly<Record<string, unknown>>
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly securitySchemes: Readonly<Record<string, object>> }
}

const EVIDENCE = '%PDF-1.7\n%%EOF\n'
const criteriaSetAs = (id: string) => ({
  id,
  title: 'Bộ thử',
  decision: null,
  issuedOn: null,
  validFrom: '2026-01-01',
  validTo: null,
  illustrative: true,
  groups: [{ id: 'g', title: 'Nhóm', criteria: [] }],
  knownIndicatorCount: null,
  predecessor: null,
  source: 'để thử',
  note: null,
})

const folder = temporaryFolder()
let station: TestStation
let token: string
let document: Document
let alarms: AlarmSamples | undefined
let display: TestDisplay

/** Of a display that is connected and has shown itself. */
const DISPLAY = '3f0e7d8c-0a51-4b7e-9c3d-5b1f6a2e4d70'
const INCIDENT = { id: 'su-co-mau' }
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0])

beforeAll(async () => {
  token = await registerDevice(
    folder.path,
    aDevicePlan({ quantities: ['water_level', 'ph'].map(code => ({ code, intervalMs: 10_000 })) }),
  )
  station = await startTestStation({ dataDir: folder.path })
  await deliver(station, token, { ts: Date.now(), values: { water_level: 1 } })
  // There must be a file to ask for.
  await request({ id: 'programmeKeepFile', method: 'post', path: '/api/v1/programme/files' } as Operation)
  alarms = await prepareAlarms(station, token)
  display = await openDisplay(station.url, DISPLAY)
  await display.report()
  await commandDesk(station, anIncident(INCIDENT))
  await request({ id: 'displayThumbnail', method: 'post', path: '' } as Operation)
  document = (await get(`${station.url}/api/openapi.json`)).body as Document
})
afterAll(async () => {
  display.screen.leave()
  await station.stop()
  folder.remove()
})

const pathOf = (operation: Operation) => operation.path.replaceAll(/:(\w+)/g, '{$1}')
/** A request of each operation that must succeed. */
const ADDRESS: Readonly<Record<string, string>> = {
  readings: '/api/v1/series/gauge-1.water_level/readings',
  replay: '/api/v1/replay?from=0&to=3600000',
  seriesStatistics: '/api/v1/series/gauge-1.water_level/statistics',
  seriesHours: '/api/v1/series/gauge-1.water_level/hours',
  readingsCsv: '/api/v1/readings.csv?series=gauge-1.water_level',
  readingsXlsx: '/api/v1/readings.xlsx?series=gauge-1.water_level',
  derivedReadings: '/api/v1/derived/derived:gauge-1:water-class/readings',
  derivedStatistics: '/api/v1/derived/derived:gauge-1:water-class/statistics',
  derivedOrigin: '/api/v1/derived/derived:gauge-1:water-class/origin',
  state: `/api/v1/state?at=${Date.now()}`,
  programmeVillage: '/api/v1/programme/villages/my-dong',
  unitBoard: '/api/v1/units/commune-30055/board',
  programmeCriteriaSet: '/api/v1/programme/criteria-sets/qd-384-2023',
  programmeCompareSets: '/api/v1/programme/criteria-sets/qd-384-2023/compare/qd-384-2023',
  programmeFile: `/api/v1/programme/files/${createHash('sha256').update(EVIDENCE).digest('hex')}`,
  programmeImport: `/api/v1/programme/import/criteria?actorName=${encodeURIComponent('Nguyễn Thị Sen')}&actorUnit=so-khcn-2025`,
  programmeExport: '/api/v1/programme/export/tasks',
  displayOrder: `/api/v1/displays/${DISPLAY}/orders`,
  displayIncident: `/api/v1/displays/incidents/${INCIDENT.id}`,
  displayThumbnail: `/api/v1/displays/${DISPLAY}/thumbnail`,
  displayPicture: `/api/v1/displays/${DISPLAY}/thumbnail`,
}
/** What it is sent with, where that isn't nothing. */
const SENT: Readonly<Record<string, () => RequestInit>> = {
  ingest: () => ({ headers: { authorization: `Bearer ${token}` }, body: '{"values":{"water_level":1}}' }),
  programmeCommand: () => ({
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      command: 'raise-obstacle',
      data: {
        obstacle: randomUUID(),
        kind: 'obstacle',
        title: 'Đường truyền yếu',
        text: 'Chưa có cáp quang',
        village: null,
        task: null,
      },
      actor: { name: 'Nguyễn Thị Sen', unit: 'so-khcn-2025' },
      expected: 0,
    }),
  }),
  displayCommand: () => ({
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      command: 'save-profile',
      data: { profile: aProfile(), expected: 0 },
      actor: ADMINISTRATOR,
    }),
  }),
  deskCommand: () => ({
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ ...anEntry(), actor: ADMINISTRATOR }),
  }),
  displayOrder: () => ({ headers: { 'content-type': 'application/json' }, body: '{"kind":"identify"}' }),
  displayReplay: () => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ incident: INCIDENT.id, displays: [DISPLAY] }),
  }),
  displayThumbnail: () => ({ headers: { 'content-type': 'image/jpeg' }, body: JPEG }),
  programmeKeepFile: () => ({ headers: { 'content-type': 'application/octet-stream' }, body: EVIDENCE }),
  programmeImport: () => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ set: criteriaSetAs('thu') }),
  }),
}
const request = (operation: Operation, query = '') =>
  get(`${station.url}${ADDRESS[operation.id] ?? alarms?.addresses[operation.id] ?? operation.path}${query}`, {
    method: operation.method,
    ...(SENT[operation.id] ?? alarms?.sent[operation.id])?.(),
  })

describe('the document', () => {
  test('is OpenAPI 3.1 with a title, a version and a licence', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({
      title: 'Đài Sen',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      license: { name: 'Apache-2.0' },
    })
  })

  test('describes every operation of the table once, and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    )
    expect(described.sort()).toEqual(OPERATIONS.map(one => `${one.method} ${pathOf(one)}`).sort())
    expect(new Set(OPERATIONS.map(one => one.id)).size).toBe(OPERATIONS.length)
  })

  test.each(OPERATIONS.map(one => [one.id, one] as const))(
    '%s names its parameters, answers and schemas',
    (_id, operation) => {
      const described = document.paths[pathOf(operation)]?.[operation.method]
      const names = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
      const inPath = described?.parameters.filter(one => one.in === 'path')
      expect(inPath?.map(one => [one.name, one.required])).toEqual(names.map(name => [name, true]))
      expect(described?.parameters.filter(one => one.in === 'query').map(one => one.name)).toEqual(
        Object.keys(operation.query?.shape ?? {}),
      )
      expect(described?.security === undefined).toBe(operation.needsToken === undefined)
      expect(described?.requestBody === undefined).toBe(operation.body === undefined)
      expect(described?.parameters.filter(one => one.in === 'header').map(one => one.required)).toEqual(
        operation.needsKey === undefined ? [] : [operation.needsKey === 'always'],
      )
      expect(Object.keys(described?.requestBody?.content ?? {})).toEqual(
        operation.body ? (operation.bodyTypes ?? ['application/json']) : [],
      )
      for (const { status, type } of operation.answers)
        expect(Object.keys(described?.responses[status]?.content ?? {})).toContain(type)
      expect(Object.keys(described?.responses ?? {})).toContain('200')
      for (const { content, description } of Object.values(described?.responses ?? {})) {
        expect(description).not.toBe('')
        for (const [type, { schema }] of Object.entries(content))
          if (type.includes('json')) expect(Object.keys(schema ?? {})).not.toEqual([])
      }
    },
  )

  test('refers to nothing that is not in it', () => {
    const text = JSON.stringify(document)
    expect(text).not.toContain('"$ref"')
    for (const { security = [] } of Object.values(document.paths).flatMap(methods => Object.values(methods)))
      for (const scheme of security.flatMap(Object.keys))
        expect(Object.keys(document.components.securitySchemes)).toContain(scheme)
  })
})

/** Those of people's own accounts are tried where there are people: openapi-access.test.ts. */
/** People's doors and those of kiosks are tried by people and kiosks, in tests of their own. */
const isTriedHere = ({ id }: Operation) =>
  !/^(?:access|entry)(?=[A-Z])/.test(id) || id === 'accessMe' || id === 'accessEvents'

describe('the answers', () => {
  test.each(OPERATIONS.filter(isTriedHere).map(one => [one.id, one] as const))(
    'of %s are of the type and shape the document promises',
    async (_id, operation) => {
      const answer = await request(operation)
      const type = answer.headers.get('content-type') ?? ''
      const forms = operation.answers.filter(one => one.status === answer.status)
      // The first is the default; a file has a type of its own.
      const promised = operation.id === 'programmeFile' ? forms.find(one => type.includes(one.type)) : forms[0]
      expect(answer.status).toBe(200)
      expect(promised).toBeDefined()
      expect(type).toContain(promised?.type)
      promised?.schema?.parse(answer.body)
    },
  )

  test('in buckets are of that shape too', async () => {
    const operation = OPERATIONS.find(one => one.id === 'readings')
    if (!operation) throw new Error('no readings')
    const { status, body } = await request(operation, '?points=5')
    expect(status).toBe(200)
    operation.answers[0]?.schema?.parse(body)
  })

  test('to wrong requests are problems the document lists', async () => {
    const of = (id: string) => OPERATIONS.find(one => one.id === id)?.answers.map(one => one.status)
    const wrong = [
      ['readings', await get(`${station.url}/api/v1/series/gauge-1.water_level/readings?limit=0`)],
      ['readings', await get(`${station.url}/api/v1/series/nobody.ph/readings`)],
      ['state', await get(`${station.url}/api/v1/state`)],
      ['ingest', await get(`${station.url}/api/v1/ingest`, { method: 'POST' })],
      ['programmeTasks', await get(`${station.url}/api/v1/programme/tasks?format=pdf`)],
      ['programmeVillage', await get(`${station.url}/api/v1/programme/villages/nobody`)],
      ['programmeCommand', await get(`${station.url}/api/v1/programme/commands`, { method: 'POST' })],
      ['programmeImport', await get(`${station.url}/api/v1/programme/import/tasks`, { method: 'POST' })],
      ['displayCommand', await get(`${station.url}/api/v1/displays/commands`, { method: 'POST' })],
      ['deskState', await get(`${station.url}/api/v1/desk/state?at=odd`)],
      ['deskEntries', await get(`${station.url}/api/v1/desk/entries?from=no-such-entry`)],
      ['deskEvents', await get(`${station.url}/api/v1/desk/events?limit=0`)],
      ['deskCommand', await get(`${station.url}/api/v1/desk/commands`, { method: 'POST' })],
      ['displayOrder', await get(`${station.url}/api/v1/displays/x/orders`, { method: 'POST' })],
      ['displayReplay', await get(`${station.url}/api/v1/displays/replays`, { method: 'POST' })],
      ['displayIncident', await get(`${station.url}/api/v1/displays/incidents/x`)],
      ['displayThumbnail', await get(`${station.url}/api/v1/displays/x/thumbnail`, { method: 'POST' })],
      ['displayPicture', await get(`${station.url}/api/v1/displays/x/thumbnail`)],
      ['alarms', await get(`${station.url}/api/v1/alarms?standing=odd`)],
      ['alarmState', await get(`${station.url}/api/v1/alarms/state?at=odd`)],
      ['alarmEvents', await get(`${station.url}/api/v1/alarms/events?limit=0`)],
      ['alarmCommand', await get(`${station.url}/api/v1/alarms/commands`, { method: 'POST' })],
      ['alarmWatches', await get(`${station.url}/api/v1/alarms/watches?rule=nothing`)],
      ['alarmDeadband', await get(`${station.url}/api/v1/alarms/deadband?alarm=nothing`)],
      ['alarmBacktest', await get(`${station.url}/api/v1/alarms/backtest`, { method: 'POST' })],
    ] as const
    for (const [id, answer] of wrong) expect(of(id)).toContain(problemOf(answer).status)
  })
})

test('no path under /api answers that is not in the table', async () => {
  const guesses = [
    '',
    '/',
    '/v1',
    '/v1/',
    '/v2/series',
    '/v1/events',
    '/v1/device',
    '/v1/users',
    '/v1/series/x',
    '/openapi',
    '/docs/x',
    '/v1/metrics',
    '/admin',
  ]
  for (const path of guesses) {
    const answer = await get(`${station.url}/api${path}`)
    expect([path, answer.status, problemOf(answer).type]).toEqual([path, 404, 'urn:dai-sen:problem:not-found'])
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
    for (const { path } of OPERATIONS.filter(one => one.path.startsWith('/api') && one.id !== 'ingest')) {
      if (OPERATIONS.some(one => one.path === path && one.method === method.toLowerCase())) continue
      expect([method, path, (await get(`${station.url}${path}`, { method })).status]).toEqual([method, path, 405])
    }
})
