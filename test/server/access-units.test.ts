// Rights follow units through the reorganisation: a role given for a unit that ended is held by whoever carries it on today.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localKeyOf } from '../../server/running.ts'
import { commandAccess, openPerson } from '../support/people.ts'
import { post } from '../support/programme.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { ask } from '../unit/programme/decide-sample.ts'

let station: TestStation
beforeAll(async () => {
  station = await startTestStation({ access: 'required', now: () => Date.parse('2026-11-26T10:00:00+07:00') })
})
afterAll(() => station.stop())

const raise = (unit: string) => ask('raise-obstacle', { obstacle: randomUUID(), village: null, task: null }, { unit })
const unitsOf = async (visitor: Awaited<ReturnType<typeof openPerson>>) => {
  const { who } = await visitor.me()
  return who.kind === 'person' ? who.units.map(({ id }) => id) : []
}

test('a department that was renamed is acted for under its name of today, not under its old one', async () => {
  const person = await openPerson(station, 'so-khcn', [{ role: 'unit-officer', unit: 'so-khcn' }])
  expect(await unitsOf(person)).toEqual(['so-khcn-2025'])
  expect((await person.post('/api/v1/programme/commands', raise('so-khcn-2025'))).status).toBe(200)
  expect((await person.post('/api/v1/programme/commands', raise('so-khcn'))).status).toBe(403)
})

test('a commune of the plan is its commune of today', async () => {
  const person = await openPerson(station, 'xa-my-quy', [{ role: 'unit-officer', unit: 'old-commune-30058' }])
  expect(await unitsOf(person)).toEqual(['commune-30055'])
  expect((await person.post('/api/v1/programme/commands', raise('commune-30055'))).status).toBe(200)
})

test('a district that ended is nobody, until the province says who does what it did', async () => {
  const person = await openPerson(station, 'huyen', [{ role: 'unit-officer', unit: 'district-872' }])
  expect(await unitsOf(person)).toEqual([])
  expect((await person.post('/api/v1/programme/commands', raise('commune-30055'))).status).toBe(403)
  const heirs = ask('change-setting', { key: 'districtStep', value: { kind: 'commune' }, reason: null })
  const set = await post(station, heirs, { authorization: `Bearer ${localKeyOf(station.dataDir)}` })
  expect(set.status).toBe(200)
  const units = await unitsOf(person)
  expect(units).toContain('commune-30055')
  expect((await person.post('/api/v1/programme/commands', raise('commune-30055'))).status).toBe(200)
})

test('a role that is taken away is gone at once, also for whoever is signed in', async () => {
  const person = await openPerson(station, 'doi', [{ role: 'unit-officer', unit: 'commune-30055' }])
  const { who } = await person.me()
  const account = who.kind === 'person' ? who.account : ''
  await commandAccess(station, 'change-account', {
    account,
    name: 'Nguyễn Thị Sen',
    grants: [{ role: 'viewer', unit: null }],
  })
  expect((await person.post('/api/v1/programme/commands', raise('commune-30055'))).status).toBe(403)
})
