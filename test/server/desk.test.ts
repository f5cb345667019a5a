// The desk over real sockets and HTTP: what is written stays, is written once, is followed live, and can be looked at as it stood.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deskEntriesReplySchema } from '../../shared/desk/api-schema.ts'
import type { DeskSnapshot } from '../../shared/desk/snapshot.ts'
import { eventsReplySchema } from '../../shared/programme/api-schema.ts'
import { aHandOver, anEntry, anIncident, commandDesk, deskAt, LAN, MINH } from '../support/desk.ts'
import { type Answer, get, problemOf } from '../support/door.ts'
import { openScreen } from '../support/screen.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let folder: ReturnType<typeof temporaryFolder>
let station: TestStation
let passed = 0

const start = async () => {
  station = await startTestStation({ dataDir: folder.path, now: () => Date.now() + passed })
}
beforeEach(async () => {
  folder = temporaryFolder()
  passed = 0
  await start()
})
afterEach(async () => {
  await station.stop()
  folder.remove()
})
const firstCode = (answer: Answer) => problemOf(answer).errors?.[0]?.code

test('what is written is there after a restart, with who and when', async () => {
  const id = randomUUID()
  expect((await commandDesk(station, anEntry({ id, village: 'my-dong', alarms: ['high:g.water_level'] }))).status).toBe(
    200,
  )
  await station.stop()
  await start()
  expect((await deskAt(station)).entries.get(id)).toMatchObject({
    by: expect.stringMatching(/^declared:Trần Thị Lan · /),
    village: 'my-dong',
    alarms: ['high:g.water_level'],
    corrections: [],
  })
})

test('the same command sent twice is done once; its key names no other command', async () => {
  const [key, command] = [randomUUID(), anEntry()]
  expect((await commandDesk(station, command, { key })).body).toMatchObject({ repeated: false })
  expect((await commandDesk(station, command, { key })).body).toMatchObject({ repeated: true })
  expect((await commandDesk(station, anEntry(), { key })).status).toBe(409)
  expect((await deskAt(station)).entries.size).toBe(1)
})

test('the id of something that was removed is never used again', async () => {
  const id = randomUUID()
  const save = () => commandDesk(station, { command: 'save-view', data: { id, name: 'Nước cao', address: '/?a=1' } })
  await save()
  expect((await save()).status).toBe(200)
  await commandDesk(station, { command: 'remove-view', data: { id } })
  const again = await save()
  expect([again.status, firstCode(again)]).toEqual([422, 'id-used'])
})

test('a shift is handed over and taken over by somebody else, once, also when two press at the same time', async () => {
  const id = randomUUID()
  await commandDesk(station, aHandOver({ id }))
  const take = (actor = MINH) => commandDesk(station, { command: 'take-over-shift', data: { id } }, { actor })
  expect(firstCode(await take(LAN))).toBe('own-shift')
  const both = await Promise.all([take(MINH), take({ ...MINH, name: 'Võ Thị Hoa' })])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  expect((await deskAt(station)).shifts.get(id)?.taken?.by).toMatch(/^declared:(Lê Văn Minh|Võ Thị Hoa) · /)
})

test('older entries are had page by page, corrected as they are, also from one of them back', async () => {
  const ids = Array.from({ length: 5 }, () => randomUUID())
  for (const [i, id] of ids.entries()) {
    await commandDesk(station, anEntry({ id, text: `mục ${i}` }))
    // What else is written down lies between them.
    await commandDesk(station, anIncident())
  }
  await commandDesk(station, { command: 'correct-log-entry', data: { entry: ids[1] ?? '', text: 'mục một' } })
  const page = async (query: string) =>
    deskEntriesReplySchema.parse((await get(`${station.url}/api/v1/desk/entries?${query}`)).body)
  const first = await page('limit=2')
  expect(first.entries.map(({ id }) => id)).toEqual([ids[4], ids[3]])
  const second = await page(`limit=2&before=${first.next}`)
  expect(second.entries.map(({ id }) => id)).toEqual([ids[2], ids[1]])
  expect(second.entries[1]).toEqual((await deskAt(station)).entries.get(ids[1] ?? ''))
  expect(second.entries[1]?.corrections).toMatchObject([{ text: 'mục một' }])
  expect(await page(`limit=2&before=${second.next}`)).toMatchObject({ entries: [{ id: ids[0] }], next: null })
  expect((await page(`from=${ids[2]}`)).entries.map(({ id }) => id)).toEqual([ids[2], ids[1], ids[0]])
  const ask = async (query: string) => (await get(`${station.url}/api/v1/desk/entries?${query}`)).status
  expect(await ask(`from=${randomUUID()}`)).toBe(404)
  expect(await ask('limit=200')).toBe(200)
  for (const odd of ['limit=201', 'limit=0', `from=${ids[2]}&before=3`, 'from=A b']) expect(await ask(odd)).toBe(400)
})

test('the desk as it stood is had by its instant, and the log page by page', async () => {
  await commandDesk(station, anEntry())
  const then = (await deskAt(station)).lastAt
  passed = 60_000
  await commandDesk(station, anIncident({ to: Date.now() }))
  expect((await deskAt(station, `?at=${then}`)).incidents.size).toBe(0)
  expect((await deskAt(station)).incidents.size).toBe(1)
  const page = async (query: string) =>
    eventsReplySchema.parse((await get(`${station.url}/api/v1/desk/events?${query}`)).body)
  const first = await page('after=0&limit=1')
  const rest = await page(`after=${first.next}&limit=1`)
  expect([...first.events, ...rest.events].map(({ type }) => type)).toEqual([
    'desk.entry-written',
    'desk.incident-saved',
  ])
  expect(rest.next).toBeNull()
})

test('a simulated entry says so, whoever sends it', async () => {
  const body = { ...anEntry(), actor: LAN, isSimulated: true }
  const answer = await get(`${station.url}/api/v1/desk/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
  expect([...(await deskAt(station)).entries.values()][0]?.by).toMatch(/^simulated:Trần Thị Lan · /)
})

test('a page of another site is refused', async () => {
  const { status } = await get(`${station.url}/api/v1/desk/commands`, {
    method: 'POST',
    headers: { origin: 'https://example.org', 'content-type': 'application/json' },
    body: '{}',
  })
  expect(status).toBe(403)
})

test('screens follow it live', async () => {
  const screen = await openScreen(station.url)
  const heard: string[] = []
  screen.socket.on('events', ({ family, events }, applied) => {
    if (family === 'desk') heard.push(...events.map(({ type }) => type))
    applied()
  })
  const { body } = await get(`${station.url}/api/v1/desk/state`)
  const { hash } = body as DeskSnapshot
  await screen.socket.timeout(5_000).emitWithAck('follow', { family: 'desk', after: 0, hash })
  await commandDesk(station, anEntry())
  await expect.poll(() => heard).toEqual(['desk.entry-written'])
  screen.leave()
})
