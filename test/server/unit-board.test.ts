// A unit's board: all of one unit, nothing of another, to whoever may see it; and asked for again it costs a line.
import { randomUUID } from 'node:crypto'
import { assert, asyncProperty, constantFrom } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadRegistry } from '../../server/registry/seed.ts'
import type { Audience } from '../../shared/access/role.ts'
import { isEverybodys, ownUnits, ownVillages } from '../../shared/unit-board/own-units.ts'
import { type UnitBoard, unitBoardSchema } from '../../shared/unit-board/unit-board-schema.ts'
import { alarmAt, alarmOf, anAlarmCommand, aRule, doToAlarms, publishRule, seen } from '../support/alarms.ts'
import { type Answer, deliver, get, problemOf } from '../support/door.ts'
import { pairDisplay } from '../support/paired.ts'
import { openPerson, type Visitor } from '../support/people.ts'
import { aCommand, anUpdate, post } from '../support/programme.ts'
import { rawRequest, sendRaw } from '../support/raw-http.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { ask } from '../unit/programme/decide-sample.ts'
import { ACTOR, fill, NOW } from './programme-sample.ts'

const OWN = 'commune-30055'
const OTHER = 'commune-30226'
const DISTRICT = 'district-872'
const PHONE = '0912 345 678'
const registry = loadRegistry()
const places = registry.units.filter(unit => !isEverybodys(unit))
const folder = temporaryFolder()
const cookies = new Map<string, string>()
let station: TestStation
let viewer: Visitor

beforeAll(async () => {
  const tokens: string[] = []
  for (const { id, centre } of registry.villages) {
    const [lon, lat] = centre
    const quantities = ['water_level', 'water_meter'].map(code => ({ code, intervalMs: 10_000 }))
    const plan = aDevicePlan({ id: `tram-${id}`, name: `Trạm ${id}`, village: id, lon, lat, quantities })
    tokens.push(await registerDevice(folder.path, plan))
  }
  station = await startTestStation({ dataDir: folder.path, now: () => NOW })
  await fill(station)
  const heirs = ask('change-setting', { key: 'districtStep', value: { kind: 'commune' }, reason: null })
  expect((await post(station, heirs)).status).toBe(200)
  for (const { id } of registry.villages) {
    const unit = registry.villages.find(one => one.id === id)?.links.find(({ to }) => to === null)?.unit ?? ''
    const raised = ask(
      'raise-obstacle',
      { obstacle: randomUUID(), title: `Của ${id}`, text: `Gọi ${PHONE}`, village: id, task: null },
      { unit, name: ACTOR.name },
    )
    expect((await post(station, raised)).status).toBe(200)
  }
  const update = (unit: string) =>
    aCommand('update-task', anUpdate(`Việc của ${unit}`, { task: '7.3' }), { actor: { name: ACTOR.name, unit } })
  expect((await post(station, update(OWN))).status).toBe(200)
  await publishRule(station, aRule())
  await publishRule(station, aRule({ id: 'test-meter', quantity: 'water_meter' }))
  for (const token of tokens) await deliver(station, token, { ts: NOW, values: { water_level: 5, water_meter: 7 } })
  const ids = registry.villages.map(({ id }) => alarmOf(`tram-${id}`))
  await vi.waitFor(
    async () => {
      for (const id of [...ids, alarmOf('tram-my-dong', 'test-meter', 'water_meter')])
        expect(await alarmAt(station, id)).toBeDefined()
    },
    { timeout: 20_000, interval: 100 },
  )
  const alarm = await alarmAt(station, alarmOf('tram-my-dong'))
  if (!alarm) throw new Error('not raised')
  const to = { name: ACTOR.name, unit: OTHER }
  await doToAlarms(station, anAlarmCommand('assign', { alarms: [seen(alarm)], to, comment: null }, { actor: ACTOR }))
  await station.stop()

  const pair = (audience: Audience, scope: string) =>
    pairDisplay(folder.path, randomUUID(), audience, { scope, now: () => NOW })
  for (const audience of ['public', 'office', 'leader'] as const)
    for (const scope of ['province', `unit:${OWN}`, `unit:${DISTRICT}`])
      cookies.set(`${audience} ${scope}`, await pair(audience, scope))
  station = await startTestStation({ dataDir: folder.path, access: 'required', now: () => NOW })
  viewer = await openPerson(station, 'nguoi-xem', [{ role: 'viewer', unit: OWN }])
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const address = (unit: string) => `${station.url}/api/v1/units/${unit}/board`
const askAs = (who: string, unit: string): Promise<Answer> =>
  get(address(unit), { headers: { cookie: cookies.get(who) ?? '' } })
async function boardAs(who: string, unit: string): Promise<UnitBoard> {
  const { status, body } = await askAs(who, unit)
  expect([who, unit, status]).toEqual([who, unit, 200])
  return unitBoardSchema.parse(body)
}
const worked = ({ work }: UnitBoard) => {
  if (!work) throw new Error('no work on it')
  return work
}

describe('what is on it', () => {
  test('its villages, stations, tasks, reports, obstacles and alarms', async () => {
    const board = await boardAs(`office unit:${OWN}`, OWN)
    expect(board.unit).toEqual({ id: OWN, name: 'Xã Mỹ Quí', kind: 'commune' })
    expect(board.villages).toEqual([{ id: 'my-dong', name: 'Mỹ Đông', plannedYear: 2024, unitName: 'Xã Mỹ Quí' }])
    expect(board.stations.map(({ id }) => id)).toEqual(['tram-my-dong'])
    const { tasks, reports, obstacles, alarms, villages } = worked(board)
    expect(villages.map(({ id }) => id)).toEqual(['my-dong'])
    expect(tasks.filter(({ part }) => part === 'lead').map(({ id }) => id)).toEqual(['7.1', '7.2', '7.3', '7.4', '7.5'])
    expect(tasks.find(({ id }) => id === '7.3')?.text).toBe(`Việc của ${OWN}`)
    expect(reports.length).toBeGreaterThan(0)
    expect(new Set(reports.map(({ unitName }) => unitName))).toEqual(new Set(['Xã Mỹ Quí']))
    expect(obstacles.map(({ title }) => title).toSorted()).toEqual(['Của my-dong', 'Đường truyền'])
    expect(alarms.map(({ device }) => device)).toContain('tram-my-dong')
  })

  test('what another unit said of a task they share stays with it', async () => {
    const task = worked(await boardAs('leader province', OTHER)).tasks.find(({ id }) => id === '7.3')
    expect(task).toMatchObject({ part: 'lead', status: 'in-progress', text: null, by: null, at: null })
  })

  test('a district of the plan has the villages and the duties of those that carry it on', async () => {
    const board = await boardAs(`office unit:${DISTRICT}`, DISTRICT)
    expect(board.villages.map(({ id }) => id)).toEqual(['my-dong', 'doc-binh-kieu'])
    const { tasks, obstacles } = worked(board)
    expect(tasks.some(({ id, part }) => id === '7.1' && part === 'lead')).toBe(true)
    expect(obstacles.map(({ village }) => village)).toContain('doc-binh-kieu')
  })

  test('whom an alarm was given to is named, but not by the name of another place', async () => {
    const alarm = worked(await boardAs(`leader unit:${OWN}`, OWN)).alarms.find(({ assigned }) => assigned)
    expect(alarm?.assigned).toEqual({ name: ACTOR.name, unit: null })
  })
})

test('no other unit, and none of its villages, stands on a unit’s board', async () => {
  await assert(
    asyncProperty(constantFrom(...places.map(({ id }) => id)), async unit => {
      const { body } = await askAs('leader province', unit)
      const { districts: _districts, work, ...rest } = unitBoardSchema.parse(body)
      // What the plan itself says of a task is everybody's: 3.4 names the village of the pilot.
      const text = JSON.stringify({
        ...rest,
        work: { ...work, tasks: work?.tasks.map(({ title: _title, ...task }) => task) },
      })
      const own = ownUnits(registry, unit) ?? new Set<string>()
      const villages = new Set(ownVillages(registry, unit).map(({ id }) => id))
      const foreign = [
        ...places.filter(({ id }) => !own.has(id)).flatMap(({ id, name }) => [id, name]),
        ...registry.villages.filter(({ id }) => !villages.has(id)).flatMap(({ id }) => [id, `tram-${id}`]),
      ].filter(word => !places.some(({ id, name }) => own.has(id) && (name === word || name.includes(word))))
      const found = foreign.filter(word => new RegExp(`(?<![\\p{L}\\d-])${word}(?![\\p{L}\\d-])`, 'u').test(text))
      expect([unit, found]).toEqual([unit, []])
    }),
    { numRuns: 40, examples: [[OWN], [OTHER], [DISTRICT], ['commune-29869'], ['district-873']] },
  )
})

describe('who gets it', () => {
  test('a display in a public place: the citizens’ part alone', async () => {
    for (const scope of ['province', `unit:${OWN}`]) {
      const board = await boardAs(`public ${scope}`, OWN)
      expect(board.work).toBeNull()
      expect(board.villages).toHaveLength(1)
      expect(board.offers.map(({ village }) => village)).toEqual(['my-dong', 'my-dong'])
    }
  })

  test('names, telephones and the meters of households go to those who work with them', async () => {
    const text = async (who: string) => JSON.stringify(await boardAs(who, OWN))
    for (const audience of ['public', 'office']) {
      const shown = await text(`${audience} unit:${OWN}`)
      expect([audience, [ACTOR.name, PHONE, 'tram-my-dong.water_meter"'].filter(one => shown.includes(one))]).toEqual([
        audience,
        audience === 'office' ? ['tram-my-dong.water_meter"'] : [],
      ])
      expect((await boardAs(`${audience} unit:${OWN}`, OWN)).stations[0]?.series).toHaveLength(1)
    }
    const meter = worked(await boardAs(`office unit:${OWN}`, OWN)).alarms.find(
      ({ quantity }) => quantity === 'water_meter',
    )
    expect(meter).toMatchObject({ value: null, limit: null })
    const whole = await text(`leader unit:${OWN}`)
    expect([ACTOR.name, PHONE].filter(one => whole.includes(one))).toEqual([ACTOR.name, PHONE])
  })

  test('whoever is bound to a unit gets that one; another’s and none are one answer', async () => {
    const nothing = problemOf(await askAs('office province', 'khong-co'))
    expect(nothing.status).toBe(404)
    const asks: ((unit: string) => Promise<Answer>)[] = [
      unit => askAs(`office unit:${OWN}`, unit),
      unit => askAs(`public unit:${OWN}`, unit),
      unit => viewer.get(`/api/v1/units/${unit}/board`),
    ]
    for (const one of asks) {
      expect((await one(OWN)).status).toBe(200)
      for (const unit of [OTHER, DISTRICT, 'old-commune-30058', 'khong-co', 'so-khcn-2025', 'constructor'])
        expect([unit, problemOf(await one(unit))]).toEqual([unit, nothing])
    }
    expect((await get(address(OWN))).status).toBe(401)
  })
})

describe('asked for again', () => {
  /** As a browser asks that has it already: `fetch` of Node says beside it that it wants no cached answer. */
  async function statusAgain(who: string, etag: string): Promise<number> {
    const headers = [`Cookie: ${cookies.get(who)}`, `If-None-Match: ${etag}`]
    const path = new URL(address(OWN)).pathname
    return (await sendRaw(station.url, rawRequest(`GET ${path}`, new URL(station.url).host, ...headers))).status
  }

  test('it is a 304 while nothing has happened, and whole again when something has', async () => {
    const who = `office unit:${OWN}`
    const first = await askAs(who, OWN)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{43}"$/)
    expect(await statusAgain(who, etag)).toBe(304)
    expect(await statusAgain(`public unit:${OWN}`, etag)).toBe(200)
    const officer = await openPerson(station, 'can-bo', [{ role: 'unit-officer', unit: OWN }])
    const raised = ask('raise-obstacle', { obstacle: randomUUID(), village: 'my-dong', task: null }, { unit: OWN })
    expect((await officer.post('/api/v1/programme/commands', raised)).status).toBe(200)
    expect(await statusAgain(who, etag)).toBe(200)
  })
})
