// Displays that are let in by a code: a real station, real cookies, real sockets, the station's clock moved by years.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LATE_MS, ROTATE_MS } from '../../server/access/paired-displays.ts'
import { CODE_LIFE_MS } from '../../server/access/pairings.ts'
import { PAIRING_OPERATIONS } from '../../shared/access/pairing-operations.ts'
import type { PairedReply, PairedRow } from '../../shared/access/pairing-schema.ts'
import { type DisplaySnapshot, unpackDisplays } from '../../shared/displays/snapshot.ts'
import { aReport } from '../support/displays.ts'
import { type Answer, get, problemOf } from '../support/door.ts'
import { ADMINISTRATOR, anApproval, approve, openWall, pairWall, type TestWall } from '../support/pairing.ts'
import { openPerson, openVisitor, type Visitor } from '../support/people.ts'
import { type LiveScreen, openScreen } from '../support/screen.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0])
/** Has Dinh Yên's village. */
const OWN_UNIT = 'commune-30226'
const SOON = { timeout: 20_000, interval: 20 }

let station: TestStation
let administrator: Visitor
let clock: number
let folder: ReturnType<typeof temporaryFolder>
const screens: LiveScreen[] = []

const start = () => startTestStation({ access: 'required', now: () => clock, dataDir: folder.path })
beforeEach(async () => {
  clock = Date.now()
  folder = temporaryFolder()
  station = await start()
  administrator = await openPerson(station, 'quan-tri', ADMINISTRATOR)
})
afterEach(async () => {
  for (const screen of screens.splice(0)) screen.leave()
  await station.stop()
  folder.remove()
})

async function socketOf(cookie: string): Promise<LiveScreen> {
  const screen = await openScreen(station.url, { headers: { cookie } })
  screens.push(screen)
  return screen
}
async function rowOf({ display }: TestWall): Promise<PairedRow | undefined> {
  const { body } = await administrator.get('/api/v1/access/displays')
  return (body as PairedReply).displays.find(one => one.display === display)
}
const revoke = ({ display }: TestWall) => administrator.post('/api/v1/access/displays/revoke', { display })
const whoIs = async (visitor: Visitor) => (await visitor.me()).who
const sendPicture = (visitor: Visitor, display: string): Promise<Answer> =>
  get(`${station.url}/api/v1/displays/${display}/thumbnail`, {
    method: 'POST',
    headers: { cookie: visitor.cookies(), 'x-form-secret': visitor.formSecret() ?? '' },
    body: JPEG,
  })
/** Old tokens are told apart once the new one was seen. */
async function rotated(wall: TestWall): Promise<string> {
  const old = wall.visitor.cookies()
  clock += ROTATE_MS
  await wall.visitor.me()
  expect(wall.visitor.cookies()).not.toBe(old)
  await wall.visitor.me()
  clock += LATE_MS
  await administrator.signIn('quan-tri')
  return old
}

describe('a screen that nobody knows', () => {
  test('shows a code, waits, is approved, and is a display from then on: every door answers as promised', async () => {
    const tried = new Map<string, Answer>()
    const wall = openVisitor(station.url)
    const display = 'a1111111-1111-4111-8111-111111111111'
    const opened = await wall.post('/api/v1/access/pairings', { display })
    tried.set('accessOpenPairing', opened)
    const { code, secret } = opened.body as { code: string; secret: string }
    const claim = () => wall.post('/api/v1/access/pairings/claim', { secret })
    expect((await claim()).body).toEqual({ state: 'waiting' })
    tried.set('accessLookPairing', await administrator.post('/api/v1/access/pairings/look', { code }))
    tried.set('accessApprovePairing', await approve(administrator, code))
    expect(await whoIs(wall)).toEqual({ kind: 'nobody' })
    tried.set('accessClaimPairing', await claim())
    const cookie = tried.get('accessClaimPairing')?.headers.getSetCookie().join('\n')
    expect(cookie).toMatch(/^daisen-display=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000$/)
    expect(await whoIs(wall)).toEqual({ kind: 'display', display, scope: 'province' })
    expect((await claim()).status).toBe(404)
    tried.set('accessDisplays', await administrator.get('/api/v1/access/displays'))
    const change = { display, scope: `unit:${OWN_UNIT}`, audience: 'public' }
    tried.set('accessChangeDisplay', await administrator.post('/api/v1/access/displays/change', change))
    tried.set('accessRevokeDisplay', await administrator.post('/api/v1/access/displays/revoke', { display }))
    expect([...tried.keys()].sort()).toEqual(PAIRING_OPERATIONS.map(({ id }) => id).sort())
    for (const { id, answers } of PAIRING_OPERATIONS) {
      const answer = tried.get(id)
      expect([id, answer?.status]).toEqual([id, 200])
      answers.find(one => one.status === 200)?.schema?.parse(answer?.body)
    }
    expect((await administrator.post('/api/v1/access/displays/revoke', { display })).status).toBe(404)
  })

  test('gets with the approval its name, its profile, and nothing of it when the profile is none', async () => {
    const wall = await openWall(station)
    const refused = await approve(administrator, wall.code, { profile: 'khong-co' })
    expect(problemOf(refused).errors?.[0]?.code).toBe('profile-unknown')
    expect((await wall.claim()).body).toEqual({ state: 'waiting' })
    expect((await approve(administrator, wall.code)).status).toBe(200)
    await wall.claim()
    await wall.visitor.me()
    const { body } = await wall.visitor.get('/api/v1/displays/state')
    expect(unpackDisplays(body as DisplaySnapshot)?.displays.get(wall.display)).toMatchObject({
      name: 'Sảnh bên trái',
      profile: 'mot-man-hinh',
    })
  })

  test('cannot be let in by a code that ran out, nor for a unit that there isn’t', async () => {
    const wall = await openWall(station)
    const nowhere = await approve(administrator, wall.code, { scope: 'unit:khong-co' })
    expect(problemOf(nowhere).errors?.[0]?.code).toBe('unit-unknown')
    clock += CODE_LIFE_MS
    const late = await approve(administrator, wall.code)
    expect(problemOf(late).errors?.[0]).toMatchObject({ code: 'pairing-code-wrong', field: 'code' })
    expect((await wall.claim()).status).toBe(404)
  })

  test('is not let in over the network in the clear', async () => {
    const display = 'a1111111-1111-4111-8111-111111111111'
    const answer = await get(`${station.url}/api/v1/access/pairings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://daisen.example' },
      body: JSON.stringify({ display }),
    })
    expect(answer.status).toBe(403)
  })

  test('asks so often and no more', async () => {
    const visitor = openVisitor(station.url)
    const display = 'a1111111-1111-4111-8111-111111111111'
    const ask = async () => (await visitor.post('/api/v1/access/pairings', { display })).status
    for (let i = 0; i < 30; i++) expect(await ask()).toBe(200)
    expect(await ask()).toBe(429)
    clock += 2_000
    expect(await ask()).toBe(200)
  })
})

describe('who approves', () => {
  test('has the right to: no leader, no display, nobody', async () => {
    const { code } = await openWall(station)
    const leader = await openPerson(station, 'lanh-dao', [{ role: 'leader', unit: null }])
    const other = await pairWall(station, administrator)
    for (const [visitor, status] of [
      [leader, 403],
      [other.visitor, 403],
      [openVisitor(station.url), 401],
    ] as const)
      for (const [door, body] of [
        ['pairings/look', { code }],
        ['pairings/approve', anApproval(code)],
        ['displays/revoke', { display: other.display }],
        ['displays/change', { display: other.display, scope: 'province', audience: 'leader' }],
      ] as const)
        expect([door, (await visitor.post(`/api/v1/access/${door}`, body)).status]).toEqual([door, status])
    expect((await leader.get('/api/v1/access/displays')).status).toBe(200)
    expect(await whoIs(other.visitor)).toMatchObject({ kind: 'display' })
  })

  test('and types wrong codes, waits, in words', async () => {
    const { code } = await openWall(station)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) expect((await approve(administrator, wrong)).status).toBe(422)
    const waiting = await approve(administrator, code)
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '1'])
    expect(problemOf(waiting).detail).toContain('đợi 1 giây')
    clock += 1_000
    expect((await approve(administrator, code)).status).toBe(200)
  })
})

describe('a paired display', () => {
  test('is renewed every day, and its old token coming back shuts out both and says so', async () => {
    const wall = await pairWall(station, administrator)
    const socket = await socketOf(wall.visitor.cookies())
    const old = await rotated(wall)
    expect(await whoIs(wall.visitor)).toMatchObject({ kind: 'display' })
    const thief = openVisitor(station.url)
    thief.setCookies(old)
    expect(await whoIs(thief)).toEqual({ kind: 'nobody' })
    await expect.poll(async () => (await rowOf(wall))?.copiedAt, SOON).toBe(clock)
    expect(await whoIs(wall.visitor)).toEqual({ kind: 'nobody' })
    await expect.poll(() => socket.socket.connected, SOON).toBe(false)
    await expect(openScreen(station.url, { headers: { cookie: old } })).rejects.toThrow()
  })

  test('outlives a restart of the station', async () => {
    const wall = await pairWall(station, administrator)
    await station.stop()
    station = await start()
    const later = openVisitor(station.url)
    later.setCookies(wall.visitor.cookies())
    expect(await whoIs(later)).toEqual({ kind: 'display', display: wall.display, scope: 'province' })
    const cookies = administrator.cookies()
    administrator = openVisitor(station.url)
    administrator.setCookies(cookies)
    expect(await rowOf(wall)).toMatchObject({ scope: 'province', audience: 'office', copiedAt: null })
    expect((await rowOf(wall))?.pairedBy).toBe('person:Nguyễn Thị Sen')
  })

  test('taken back ends at once, also on a socket that is open', async () => {
    const wall = await pairWall(station, administrator)
    const { socket } = await socketOf(wall.visitor.cookies())
    const gone = new Promise(resolve => socket.once('disconnect', resolve))
    expect((await revoke(wall)).status).toBe(200)
    expect(await whoIs(wall.visitor)).toEqual({ kind: 'nobody' })
    await gone
    await expect(openScreen(station.url, { headers: { cookie: wall.visitor.cookies() } })).rejects.toThrow()
  })

  test.each([
    ['scope', { scope: `unit:${OWN_UNIT}`, audience: 'office' }],
    ['class', { scope: 'province', audience: 'public' }],
  ])('given another %s comes back with it', async (_what, to) => {
    const wall = await pairWall(station, administrator)
    const { socket } = await socketOf(wall.visitor.cookies())
    const gone = new Promise(resolve => socket.once('disconnect', resolve))
    await administrator.post('/api/v1/access/displays/change', { display: wall.display, ...to })
    await gone
    const me = await wall.visitor.me()
    expect([me.who, me.audience]).toEqual([{ kind: 'display', display: wall.display, scope: to.scope }, to.audience])
    const again = await socketOf(wall.visitor.cookies())
    const { ok } = await again.watch({ scope: 'province' })
    expect(ok).toBe(to.scope === 'province')
  })

  test('speaks for itself only, in reports and in pictures', async () => {
    const wall = await pairWall(station, administrator)
    const other = await pairWall(station, administrator)
    const { socket } = await socketOf(wall.visitor.cookies())
    const report = (display: string) => socket.timeout(5_000).emitWithAck('report', aReport({ display }))
    expect(await report(other.display)).toEqual({ ok: false })
    expect(await report(wall.display)).toEqual({ ok: true })
    expect((await sendPicture(wall.visitor, wall.display)).status).toBe(200)
    expect((await sendPicture(wall.visitor, other.display)).status).toBe(403)
    expect((await sendPicture(administrator, wall.display)).status).toBe(403)
  })

  test('of one unit sees that unit and follows the profiles, nothing else', async () => {
    const wall = await pairWall(station, administrator, { scope: `unit:${OWN_UNIT}` })
    const { socket, watch } = await socketOf(wall.visitor.cookies())
    for (const [scope, ok] of [
      [`unit:${OWN_UNIT}`, true],
      ['province', false],
      ['unit:district-872', false],
    ] as const)
      expect([scope, (await watch({ scope })).ok]).toEqual([scope, ok])
    const state = (await wall.visitor.get('/api/v1/displays/state')).body as DisplaySnapshot
    const after = unpackDisplays(state)?.lastId ?? 0
    const follow = (family: string, hash: string) =>
      socket.timeout(5_000).emitWithAck('follow', { family: family as 'display', after, hash })
    expect(await follow('display', state.hash)).toMatchObject({ ok: true })
    expect(await follow('programme', state.hash)).toEqual({ ok: false, error: 'forbidden' })
    expect((await wall.visitor.get('/api/v1/programme/overview')).status).toBe(403)
    expect((await wall.visitor.get('/api/v1/registry')).status).toBe(200)
  })

  test('whose own clock is off says by how much', async () => {
    const wall = await pairWall(station, administrator)
    const { socket } = await socketOf(wall.visitor.cookies())
    await socket.timeout(5_000).emitWithAck('report', aReport({ display: wall.display, clock: clock - 3 * 3_600_000 }))
    const { body } = await administrator.get('/api/v1/displays')
    expect((body as { displays: object[] }).displays).toMatchObject([{ clockOffMs: -3 * 3_600_000 }])
  })
})

test('codes, secrets and tokens stand nowhere in the log', async () => {
  const wall = await openWall(station)
  await approve(administrator, wall.code === '111111' ? '222222' : '111111')
  await approve(administrator, wall.code)
  const claimed = await wall.claim()
  const auditor = await openPerson(station, 'kiem-toan', [{ role: 'auditor', unit: null }])
  const log = JSON.stringify((await auditor.get('/api/v1/access/events')).body)
  expect(log).toContain('access.display-paired')
  expect(log).toContain('access.pairing-refused')
  const token = /=([\w-]{43});/.exec(claimed.headers.getSetCookie().join())?.[1] ?? 'none'
  for (const secret of [`"${wall.code}"`, token]) expect(log).not.toContain(secret)
})
