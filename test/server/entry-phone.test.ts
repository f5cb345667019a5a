// Who comes in at a kiosk without a PIN: by the phone they are signed in with, or, where nobody signs in, by saying who they are.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { problemCodes } from '../support/door.ts'
import { startEntryStation } from '../support/entry-station.ts'
import { anObstacle, KIOSK_UNIT, pairKiosk, sendEntry } from '../support/kiosk.ts'
import { type TestWall } from '../support/pairing.ts'
import { openVisitor, type Visitor } from '../support/people.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

let station: TestStation
let administrator: Visitor
let officer: Visitor
let kiosk: TestWall
let clock: number

beforeEach(async () => {
  clock = Date.now()
  const all = await startEntryStation(() => clock)
  ;({ station, administrator, officer, kiosk } = all)
})
afterEach(() => station.stop())

describe('by phone', () => {
  const ask = () => kiosk.visitor.post('/api/v1/entry/codes', { display: kiosk.display, unit: KIOSK_UNIT })
  const claim = (secret: string, from = kiosk) => from.visitor.post('/api/v1/entry/codes/claim', { secret })
  const approve = (code: string, who = officer) => who.post('/api/v1/entry/codes/approve', { code })

  test('an officer scans, sees which kiosk asks, approves; the kiosk is in: once', async () => {
    const { code, secret, address } = (await ask()).body as { code: string; secret: string; address: string }
    expect(address).toBe(`${station.url}/account/kiosk?code=${code}`)
    expect((await claim(secret)).body).toEqual({ state: 'waiting' })
    const looked = await officer.post('/api/v1/entry/codes/look', { code })
    expect(looked.body).toMatchObject({
      display: kiosk.display,
      displayName: 'Ki-ốt xã',
      unit: KIOSK_UNIT,
      mayEnter: true,
    })
    expect((await approve(code)).status).toBe(200)
    expect((await claim(secret)).body).toMatchObject({ state: 'open', entry: { name: 'Lê Văn Bưởi' } })
    expect((await claim(secret)).status).toBe(404)
    expect(problemCodes(await approve(code))).toEqual(['entry-code-wrong'])
  })

  test('a code is good for two minutes, for its own kiosk, and for who may enter there', async () => {
    const late = (await ask()).body as { code: string; secret: string }
    clock += 2 * 60_000
    expect(problemCodes(await approve(late.code))).toEqual(['entry-code-wrong'])
    const { code, secret } = (await ask()).body as { code: string; secret: string }
    expect((await approve(code, administrator)).status).toBe(200)
    expect(problemCodes(await claim(secret))).toEqual(['entry-no-right'])
    const next = (await ask()).body as { code: string; secret: string }
    await approve(next.code)
    const other = await pairKiosk(station, administrator)
    expect((await claim(next.secret, other)).status).toBe(404)
  })
})

test('where nobody signs in, whoever enters says who they are, and every list shows it as said', async () => {
  const open = await startTestStation({ now: () => clock })
  try {
    const visitor = openVisitor(open.url)
    const place = { display: randomUUID() as string, unit: KIOSK_UNIT }
    const declared = await visitor.post('/api/v1/entry/declare', { ...place, name: 'Lê Văn Bưởi' })
    expect(declared.body).toMatchObject({ standing: 'declared', unit: KIOSK_UNIT })
    const { ticket } = declared.body as { ticket: string }
    const wall = { visitor, ...place } as unknown as TestWall
    expect((await sendEntry(wall, ticket, anObstacle('tu-khai'), clock)).status).toBe(200)
    const { events } = (await visitor.get('/api/v1/programme/events?limit=100')).body as { events: { actor: string }[] }
    expect(events.at(-1)?.actor ?? events[0]?.actor).toMatch(/^declared:Lê Văn Bưởi · /)
  } finally {
    await open.stop()
  }
})
