// Incidents on the walls over real sockets: who may order a replay, which displays hear of it, and what they may read.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replayedIncidentSchema, replayReplySchema } from '../../shared/displays/api-schema.ts'
import { DISPLAY_LIMITS } from '../../shared/displays/limits.ts'
import type { Order } from '../../shared/displays/report.ts'
import { anIncident, commandDesk } from '../support/desk.ts'
import { aReport, openDisplay, type TestDisplay } from '../support/displays.ts'
import { type Answer, get, problemOf } from '../support/door.ts'
import { pairDisplay } from '../support/paired.ts'
import { openPerson, type Visitor } from '../support/people.ts'
import { type LiveScreen, openScreen } from '../support/screen.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const LAN = { name: 'Trần Thị Lan', unit: 'so-khcn-2025' }
/** Has Dinh Yên's village. */
const OWN_UNIT = 'commune-30226'
const NOTE = { annotation: 'ghi-chu-mot', text: 'Đóng cống' }

let station: TestStation
let folder: ReturnType<typeof temporaryFolder>
const screens: LiveScreen[] = []
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(async () => {
  for (const screen of screens.splice(0)) screen.leave()
  await station.stop()
  folder.remove()
})

describe('where nobody signs in', () => {
  let id: string
  let to: number
  beforeEach(async () => {
    station = await startTestStation({ dataDir: folder.path })
    to = Date.now()
    const incident = anIncident({ to, village: 'my-dong', text: 'Nhận định riêng của ca' })
    id = 'id' in incident.data ? incident.data.id : ''
    expect((await commandDesk(station, incident)).status).toBe(200)
    const annotation = { ...NOTE, incident: id, at: to - 60_000 }
    expect((await commandDesk(station, { command: 'annotate-incident', data: annotation })).status).toBe(200)
  })
  async function aDisplay(): Promise<TestDisplay> {
    const display = await openDisplay(station.url)
    screens.push(display.screen)
    await display.report()
    return display
  }
  const send = (body: unknown): Promise<Answer> =>
    get(`${station.url}/api/v1/displays/replays`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const read = (incident: string) => get(`${station.url}/api/v1/displays/incidents/${incident}`)

  test('the displays that were chosen hear of it at one moment, the others don’t; and of its end', async () => {
    const [left, right, other] = [await aDisplay(), await aDisplay(), await aDisplay()]
    const before = Date.now()
    const displays = [left.id, right.id, left.id]
    const { body } = await send({ incident: id, displays })
    expect(replayReplySchema.parse(body)).toEqual({ told: [left.id, right.id], left: [] })
    await expect.poll(() => right.orders).toEqual([{ kind: 'replay', incident: id, since: expect.any(Number) }])
    await expect.poll(() => left.orders).toEqual(right.orders)
    const [order] = left.orders
    const since = order?.kind === 'replay' ? order.since : 0
    expect(since).toBeGreaterThanOrEqual(before)
    expect(since).toBeLessThanOrEqual(Date.now())
    await send({ incident: null, displays: [left.id] })
    await expect.poll(() => left.orders.at(-1)).toEqual({ kind: 'end-replay' } satisfies Order)
    expect(right.orders).toHaveLength(1)
    expect(other.orders).toEqual([])
  })

  test('one that isn’t connected is named as left out', async () => {
    const gone = randomUUID()
    const { status, body } = await send({ incident: id, displays: [gone] })
    expect([status, body]).toEqual([200, { told: [], left: [{ display: gone, why: 'not-connected' }] }])
  })

  test('an incident that there isn’t, or that was removed, is refused in both languages and nobody hears of it', async () => {
    const display = await aDisplay()
    const refused = await send({ incident: 'khong-co-su-co', displays: [display.id] })
    expect([refused.status, problemOf(refused).detail ?? problemOf(refused).title]).toEqual([
      404,
      expect.stringContaining('Không có sự cố này'),
    ])
    await commandDesk(station, { command: 'remove-incident', data: { id } })
    expect((await send({ incident: id, displays: [display.id] })).status).toBe(404)
    expect((await read(id)).status).toBe(404)
    expect(display.orders).toEqual([])
  })

  test.each([
    ['no display', { incident: 'id-nao-cung-duoc', displays: [] }],
    ['an id that is none', { incident: '../x', displays: [randomUUID()] }],
    ['a display that is none', { incident: null, displays: ['x'] }],
    ['something more', { incident: null, displays: [randomUUID()], since: 5 }],
    [
      'one display more than there can be',
      { incident: null, displays: Array.from({ length: DISPLAY_LIMITS.displays + 1 }, () => randomUUID()) },
    ],
  ])('malformed (%s) is refused', async (_what, body) => expect((await send(body)).status).toBe(400))

  test('as many displays as there can be are taken', async () => {
    const displays = Array.from({ length: DISPLAY_LIMITS.displays }, () => randomUUID())
    const { status, body } = await send({ incident: null, displays })
    expect([status, replayReplySchema.parse(body).left.length]).toEqual([200, DISPLAY_LIMITS.displays])
  })

  test('a display reads its words and notes, not what was thought of it nor who wrote', async () => {
    const { body } = await read(id)
    expect(replayedIncidentSchema.parse(body)).toEqual({
      id,
      title: 'Triều cường',
      from: to - 3_600_000,
      to,
      village: 'my-dong',
      annotations: [{ id: NOTE.annotation, at: to - 60_000, text: NOTE.text }],
    })
    expect((await read('khong-co-su-co')).status).toBe(404)
    expect((await read('%00')).status).toBe(404)
  })
})

describe('where people sign in', () => {
  const IDS = { public: randomUUID(), office: randomUUID(), unit: randomUUID() }
  let cookies: Record<keyof typeof IDS, string>
  let operator: Visitor
  const orders = new Map<string, Order[]>()

  beforeEach(async () => {
    cookies = {
      public: await pairDisplay(folder.path, IDS.public, 'public'),
      office: await pairDisplay(folder.path, IDS.office, 'office'),
      unit: await pairDisplay(folder.path, IDS.unit, 'office', { scope: `unit:${OWN_UNIT}` }),
    }
    station = await startTestStation({ access: 'required', dataDir: folder.path })
    operator = await openPerson(station, 'truc-ban', [{ role: 'operator', unit: LAN.unit }])
    for (const kind of ['public', 'office', 'unit'] as const) {
      const screen = await openScreen(station.url, { headers: { cookie: cookies[kind] } })
      screens.push(screen)
      orders.set(kind, [])
      screen.socket.on('order', order => orders.get(kind)?.push(order))
      const reply = await screen.socket.timeout(5_000).emitWithAck('report', aReport({ display: IDS[kind] }))
      expect(reply).toEqual({ ok: true })
    }
  })
  async function save(village: string | null): Promise<string> {
    const incident = anIncident({ village })
    const { status } = await operator.post('/api/v1/desk/commands', { ...incident, actor: LAN })
    expect(status).toBe(200)
    return 'id' in incident.data ? incident.data.id : ''
  }
  const readAs = (kind: keyof typeof IDS, id: string) =>
    get(`${station.url}/api/v1/displays/incidents/${id}`, { headers: { cookie: cookies[kind] } })

  test('a public display shows none, one of a unit only its own; the office of the province every one', async () => {
    const whole = await save(null)
    const { body } = await operator.post('/api/v1/displays/replays', { incident: whole, displays: Object.values(IDS) })
    expect(replayReplySchema.parse(body)).toEqual({
      told: [IDS.office],
      left: [
        { display: IDS.public, why: 'not-allowed' },
        { display: IDS.unit, why: 'not-allowed' },
      ],
    })
    await expect.poll(() => orders.get('office')?.length).toBe(1)
    expect([orders.get('public'), orders.get('unit')]).toEqual([[], []])
    const statuses = await Promise.all((['public', 'unit', 'office'] as const).map(kind => readAs(kind, whole)))
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 200])
    const own = await save('dinh-yen')
    expect((await readAs('unit', own)).status).toBe(200)
    expect((await readAs('unit', await save('my-dong'))).status).toBe(404)
  })

  test('who keeps incidents or looks after the displays may order it; who only looks may not, and no display', async () => {
    const incident = await save(null)
    const body = { incident, displays: [IDS.office] }
    const administrator = await openPerson(station, 'quan-tri', [{ role: 'administrator', unit: LAN.unit }])
    const viewer = await openPerson(station, 'nguoi-xem', [{ role: 'viewer', unit: null }])
    const sent = await Promise.all([administrator, viewer].map(who => who.post('/api/v1/displays/replays', body)))
    expect(sent.map(({ status }) => status)).toEqual([200, 403])
    expect((await viewer.get(`/api/v1/displays/incidents/${incident}`)).status).toBe(403)
    const asDisplay = await get(`${station.url}/api/v1/displays/replays`, {
      method: 'POST',
      headers: { cookie: cookies.office, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(asDisplay.status).toBe(403)
    expect((await get(`${station.url}/api/v1/displays/incidents/${incident}`)).status).toBe(401)
  })
})
