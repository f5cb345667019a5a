// The PIN of a display's service page: set by whoever manages displays, typed at the display, slow for whoever guesses.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemCodes } from '../support/door.ts'
import { ADMINISTRATOR, pairWall, type TestWall } from '../support/pairing.ts'
import { openPerson, type Visitor } from '../support/people.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

const PINS = '/api/v1/access/service/pins'
const ENTER = '/api/v1/access/service/enter'
const FOR_ALL = '486975'
const ITS_OWN = '730264'
const WRONG = '205817'

let at = Date.parse('2026-11-26T10:00:00+07:00')
let station: TestStation
let administrator: Visitor
let wall: TestWall
beforeAll(async () => {
  station = await startTestStation({ access: 'required', now: () => at })
  administrator = await openPerson(station, 'quan-tri', ADMINISTRATOR)
  wall = await pairWall(station, administrator, { scope: 'unit:commune-30055' })
})
afterAll(() => station.stop())

const enter = (pin: string, to: 'look' | 'leave' = 'look', { visitor, display } = wall) =>
  visitor.post(ENTER, { display, pin, to })
const set = (display: string | null, pin: string | null, who = administrator) => who.post(PINS, { display, pin })

describe('the PIN', () => {
  test('there is none until somebody sets it', async () => {
    const answer = await enter(FOR_ALL)
    expect([answer.status, problemCodes(answer)]).toEqual([422, ['service-pin-none']])
  })

  test('is none that everybody tries first', async () => {
    for (const pin of ['123456', '111111', '12345', '26112026']) {
      const answer = await set(null, pin)
      expect([pin, answer.status]).toEqual([pin, 422])
    }
    expect((await administrator.get(PINS)).body).toEqual({ pins: [] })
  })

  test('for all opens a display that has none of its own; its own replaces it, until it is taken away', async () => {
    expect((await set(null, FOR_ALL)).status).toBe(200)
    const opened = await enter(FOR_ALL)
    expect([opened.status, opened.body]).toEqual([200, { done: true, address: station.url }])
    expect((await set(wall.display, ITS_OWN)).status).toBe(200)
    expect((await enter(FOR_ALL)).status).toBe(422)
    expect((await enter(ITS_OWN)).status).toBe(200)
    expect((await set(wall.display, null)).status).toBe(200)
    expect((await enter(FOR_ALL)).status).toBe(200)
  })

  test('is told to nobody: neither itself nor its hash', async () => {
    const { body } = await administrator.get(PINS)
    expect(body).toEqual({ pins: [{ display: null, setAt: at, setBy: expect.stringContaining('person:') }] })
  })
})

test('whoever guesses waits, and the right PIN doesn’t shorten that', async () => {
  const other = await pairWall(station, administrator)
  const guess = (pin: string) => enter(pin, 'look', other)
  for (let tries = 0; tries < 5; tries++) expect((await guess(WRONG)).status).toBe(422)
  const refused = await guess(FOR_ALL)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  at += 1_000
  expect((await guess(WRONG)).status).toBe(422)
  expect((await guess(WRONG)).headers.get('retry-after')).toBe('2')
  // Another display isn't made to wait by it.
  expect((await enter(FOR_ALL)).status).toBe(200)
  at += 2_000
  expect((await guess(FOR_ALL)).status).toBe(200)
})

test('a display speaks for itself only, and sets nothing', async () => {
  const other = await pairWall(station, administrator)
  const asOther = await wall.visitor.post(ENTER, { display: other.display, pin: FOR_ALL, to: 'leave' })
  expect(asOther.status).toBe(403)
  expect((await set(null, ITS_OWN, wall.visitor)).status).toBe(403)
  expect((await wall.visitor.get(PINS)).status).toBe(403)
  expect((await other.visitor.me()).who.kind).toBe('display')
  const viewer = await openPerson(station, 'nguoi-xem', [{ role: 'viewer', unit: null }])
  expect((await set(null, ITS_OWN, viewer)).status).toBe(403)
})

test('with it a display gives its pairing back, and its own PIN with it', async () => {
  const leaving = await pairWall(station, administrator)
  expect((await set(leaving.display, ITS_OWN)).status).toBe(200)
  expect((await enter(WRONG, 'leave', leaving)).status).toBe(422)
  expect((await leaving.visitor.me()).who.kind).toBe('display')
  expect((await enter(ITS_OWN, 'leave', leaving)).status).toBe(200)
  expect((await leaving.visitor.me()).who.kind).toBe('nobody')
  expect((await administrator.get(PINS)).body).toMatchObject({ pins: [{ display: null }] })
})
