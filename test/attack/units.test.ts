// Reading what belongs to another unit, by every way there is: lists, single series, the past, buckets, every scope of the live link.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadRegistry } from '../../server/registry/seed.ts'
import { villagesOfUnit } from '../../shared/village-units.ts'
import { deliver, problemOf } from '../support/door.ts'
import { openPerson, type Visitor } from '../support/people.ts'
import { openScreen } from '../support/screen.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const registry = loadRegistry()
const OWN = 'commune-30055'
const OWN_VILLAGES = villagesOfUnit(registry, OWN) ?? new Set<string>()
const folder = temporaryFolder()
let station: TestStation
let viewer: Visitor

beforeAll(async () => {
  const tokens: string[] = []
  for (const { id, centre } of registry.villages) {
    const [lon, lat] = centre
    tokens.push(await registerDevice(folder.path, aDevicePlan({ id: `tram-${id}`, village: id, lon, lat })))
  }
  station = await startTestStation({ dataDir: folder.path, access: 'required' })
  for (const token of tokens) await deliver(station, token, { ts: Date.now() - 1_000, values: { water_level: 1 } })
  viewer = await openPerson(station, 'nguoi-xem', [{ role: 'viewer', unit: OWN }])
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

type Listed = { readonly series: readonly { readonly id: string; readonly village: string }[] }
const villagesIn = (body: unknown) => new Set((body as Listed).series.map(({ village }) => village))

describe('a viewer of one commune', () => {
  test('is listed that commune’s series and no other, now and in the past', async () => {
    expect(OWN_VILLAGES.size).toBeGreaterThan(0)
    expect(OWN_VILLAGES.size).toBeLessThan(registry.villages.length)
    for (const path of ['/api/v1/series', `/api/v1/state?at=${Date.now()}`])
      expect([path, villagesIn((await viewer.get(path)).body)]).toEqual([path, OWN_VILLAGES])
  })

  test('is told of another’s series what is told of none', async () => {
    const nothing = await viewer.get('/api/v1/series/khong-co.water_level/readings')
    for (const { id } of registry.villages)
      for (const query of ['', '?points=10', '?limit=1&from=0', '?cursor=0']) {
        const answer = await viewer.get(`/api/v1/series/tram-${id}.water_level/readings${query}`)
        if (OWN_VILLAGES.has(id)) expect(answer.status).toBe(200)
        else expect([id, query, answer.status, answer.body]).toEqual([id, query, 404, problemOf(nothing)])
      }
  })

  test('gets nothing that can’t be cut to a unit: programme, alarms, devices, displays, people', async () => {
    for (const path of [
      'programme/state',
      'programme/overview',
      'programme/events',
      'programme/export/tasks',
      'alarms',
      'alarms/state',
      'alarms/cap',
      'devices',
      'displays',
      'access/accounts',
      'access/events',
    ])
      expect([path, (await viewer.get(`/api/v1/${path}`)).status]).toEqual([path, 403])
  })

  test('may watch no scope but its own, whatever the spelling', async () => {
    const screen = await openScreen(station.url, { headers: { cookie: viewer.cookies() } })
    const scopes = [
      'province',
      ...registry.units.map(({ id }) => `unit:${id}`),
      ...registry.villages.map(({ id }) => `village:${id}`),
      'unit:',
      'unit:commune-30055 ',
      'UNIT:commune-30055',
      'unit:commune-30055/../commune-29869',
      'village:*',
      '*',
    ]
    const allowed: string[] = []
    // A person asks twenty times a second at most.
    for (const scope of scopes) {
      if ((await screen.watch({ scope })).ok) allowed.push(scope)
      await new Promise(resolve => setTimeout(resolve, 60))
    }
    expect(allowed).toEqual([`unit:${OWN}`, ...[...OWN_VILLAGES].map(id => `village:${id}`)])
    screen.leave()
  })

  test('is sent that commune’s series alone, when it watches', async () => {
    const screen = await openScreen(station.url, { headers: { cookie: viewer.cookies() } })
    const catalogue = new Promise<Listed>(resolve => screen.socket.once('catalogue', resolve))
    await screen.watch({ scope: `unit:${OWN}` })
    expect(villagesIn(await catalogue)).toEqual(OWN_VILLAGES)
    screen.leave()
  })
})
