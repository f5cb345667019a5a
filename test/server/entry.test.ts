// Entry at kiosks: a real station, a paired display of one unit, officers who come in by PIN or phone, the station's clock moved by days.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EntryChoices } from '../../shared/entry/choices.ts'
import { ENTRY_LIFE_MS, TICKET_LIFE_MS } from '../../shared/entry/entry.ts'
import { ENTRY_OPERATIONS } from '../../shared/entry/operations.ts'
import { type Answer, get, problemCodes, problemOf } from '../support/door.ts'
import { OFFICER, startEntryStation } from '../support/entry-station.ts'
import { anObstacle, beginEntry, KIOSK_UNIT, PIN, pairKiosk, sendEntry, setPin, signInAt } from '../support/kiosk.ts'
import { type TestWall } from '../support/pairing.ts'
import { openPerson, openVisitor, PASSWORD, type Visitor } from '../support/people.ts'
import { type TestStation } from '../support/station.ts'

const SOON = { timeout: 20_000, interval: 20 }
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0])

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

const choicesOf = (session: string): Promise<Answer> =>
  get(`${station.url}/api/v1/entry/choices`, {
    headers: { cookie: kiosk.visitor.cookies(), 'x-entry-session': session },
  })
const eventsOf = async () =>
  (
    (await officer.get('/api/v1/programme/events?limit=100')).body as {
      events: { id: number; type: string; actor: string; subject: string; data: { text?: string } }[]
    }
  ).events.filter(({ type }) => type === 'programme.obstacle-raised')
const accessLog = async () =>
  ((await administrator.get('/api/v1/access/events?limit=200')).body as { events: { type: string; data: object }[] })
    .events
const photograph = (ticket: string, body: Uint8Array): Promise<Answer> =>
  get(`${station.url}/api/v1/entry/files`, {
    method: 'POST',
    headers: {
      cookie: kiosk.visitor.cookies(),
      'x-form-secret': kiosk.visitor.formSecret() ?? '',
      'x-entry-ticket': ticket,
      'content-type': 'application/octet-stream',
    },
    body: body as BodyInit,
  })

describe('by PIN', () => {
  test('an officer comes in, is shown what is the unit’s own, enters, and is written down as signed in', async () => {
    const { session, ticket, unit, name } = await beginEntry(kiosk, 'can-bo')
    expect([unit, name]).toEqual([KIOSK_UNIT, 'Lê Văn Bưởi'])
    const choices = (await choicesOf(session)).body as EntryChoices
    expect(choices.villages.map(({ id }) => id)).toEqual(['dinh-yen'])
    expect(choices.tasks.map(({ id }) => id)).not.toContain('1')
    const sent = await sendEntry(kiosk, ticket, anObstacle('may-do-man'), clock)
    expect(sent.body).toMatchObject({ repeated: false })
    const [event] = await eventsOf()
    expect(event?.actor).toMatch(/^person:Lê Văn Bưởi · /)
    expect(event?.data.text).toBe('Trạm bơm chưa có máy đo độ mặn')
    expect((await accessLog()).map(({ type }) => type)).toContain('access.entry-opened')
  })

  test('wrong PIN, unknown person and a person without a PIN are told the same', async () => {
    await openPerson(station, 'khong-pin', OFFICER)
    const answers = [
      await signInAt(kiosk, 'can-bo', '918273'),
      await signInAt(kiosk, 'khong-co', '918273'),
      await signInAt(kiosk, 'khong-pin', '918273'),
    ]
    expect(new Set(answers.map(one => JSON.stringify([one.status, one.body]))).size).toBe(1)
    expect(problemOf(answers[0] as Answer)).toMatchObject({
      status: 401,
      title: 'Tên đăng nhập, mật khẩu hoặc mã không đúng',
    })
  })

  test('whoever guesses waits, longer each time, and the right PIN waits too', async () => {
    for (let guess = 0; guess < 3; guess++) expect((await signInAt(kiosk, 'can-bo', '918273')).status).toBe(401)
    const waits = await signInAt(kiosk, 'can-bo')
    expect([waits.status, waits.headers.get('retry-after')]).toEqual([429, '1'])
    clock += 1_000
    expect((await signInAt(kiosk, 'can-bo', '918273')).status).toBe(401)
    expect((await signInAt(kiosk, 'can-bo')).headers.get('retry-after')).toBe('2')
    clock += 2_000
    expect((await signInAt(kiosk, 'can-bo')).status).toBe(200)
  })

  test('whoever guesses at one kiosk from many names waits there', async () => {
    for (let guess = 0; guess < 10; guess++) expect((await signInAt(kiosk, `ten-${guess}`, '918273')).status).toBe(401)
    expect((await signInAt(kiosk, 'ten-khac', '918273')).status).toBe(429)
  })

  test('a PIN is set with the password, and an obvious one is not taken', async () => {
    const set = (pin: string, current = PASSWORD) => officer.post('/api/v1/access/pin', { current, pin })
    expect(problemCodes(await set('123456'))).toEqual(['pin-obvious'])
    expect(problemCodes(await set('27491'))).toEqual(['pin-malformed'])
    expect(problemCodes(await set('385206', 'không phải'))).toEqual(['password-wrong'])
    expect((await officer.post('/api/v1/access/pin/remove', { current: PASSWORD })).status).toBe(200)
    expect((await signInAt(kiosk, 'can-bo')).status).toBe(401)
  })

  test('a person of another unit and one who only looks come in nowhere', async () => {
    const other = await openPerson(station, 'xa-khac', [{ role: 'unit-officer', unit: 'commune-29971' }])
    const viewer = await openPerson(station, 'xem', [{ role: 'viewer', unit: KIOSK_UNIT }])
    await setPin(other)
    await setPin(viewer)
    expect(problemCodes(await signInAt(kiosk, 'xa-khac'))).toEqual(['entry-no-right'])
    expect(problemCodes(await signInAt(kiosk, 'xem'))).toEqual(['entry-no-right'])
    expect(problemCodes(await signInAt(kiosk, 'can-bo', PIN, 'commune-29971'))).toEqual(['entry-other-unit'])
  })

  test('nobody says only who they are where people sign in', async () => {
    const declared = await kiosk.visitor.post('/api/v1/entry/declare', {
      display: kiosk.display,
      unit: KIOSK_UNIT,
      name: 'Ai đó',
    })
    expect(problemCodes(declared)).toEqual(['entry-signing-in'])
  })
})

describe('a session', () => {
  test('opens nothing but the entries of its unit', async () => {
    const { session, ticket } = await beginEntry(kiosk, 'can-bo')
    const headers = { 'x-entry-session': session, 'x-entry-ticket': ticket }
    // What the officer may do signed in, the kiosk may not.
    for (const path of ['/api/v1/programme/tasks', '/api/v1/programme/state', '/api/v1/access/sessions'])
      expect(
        (await get(`${station.url}${path}`, { headers: { ...headers, cookie: kiosk.visitor.cookies() } })).status,
      ).toBe(403)
    const direct = await kiosk.visitor.post(
      '/api/v1/programme/commands',
      { ...anObstacle('x1'), expected: 0, actor: { name: 'Lê Văn Bưởi', unit: KIOSK_UNIT } },
      headers,
    )
    expect(direct.status).toBe(403)
    const elsewhere = await sendEntry(kiosk, ticket, anObstacle('x2', { village: 'my-dong' }), clock)
    expect(problemCodes(elsewhere)).toEqual(['entry-not-own'])
    const task = { task: '1', status: 'in-progress', progress: 10, text: 'x', files: [], year: null }
    expect(problemCodes(await sendEntry(kiosk, ticket, { command: 'update-task', data: task }, clock))).toEqual([
      'entry-not-own',
    ])
    const setting = { command: 'change-setting', data: { key: 'dueSoonDays', value: 3, reason: null } }
    expect((await sendEntry(kiosk, ticket, setting, clock)).status).toBe(400)
    expect(await eventsOf()).toEqual([])
  })

  test('is worth nothing at another display, and without the display’s own cookie', async () => {
    const { session, ticket } = await beginEntry(kiosk, 'can-bo')
    const other = await pairKiosk(station, administrator)
    expect(problemCodes(await sendEntry(other, ticket, anObstacle('x'), clock))).toEqual(['entry-ticket-gone'])
    const nobody = { visitor: openVisitor(station.url), display: kiosk.display } as TestWall
    expect((await sendEntry(nobody, ticket, anObstacle('x'), clock)).status).toBe(401)
    expect((await get(`${station.url}/api/v1/entry/choices`, { headers: { 'x-entry-session': session } })).status).toBe(
      401,
    )
  })

  test('ends after a quarter of an hour, by the next person, and when it is said to', async () => {
    const first = await beginEntry(kiosk, 'can-bo')
    const second = await beginEntry(kiosk, 'can-bo')
    expect((await choicesOf(first.session)).status).toBe(401)
    clock += ENTRY_LIFE_MS - 1
    expect((await choicesOf(second.session)).status).toBe(200)
    clock += 1
    expect((await choicesOf(second.session)).status).toBe(401)
    const third = await beginEntry(kiosk, 'can-bo')
    const ended = await kiosk.visitor.post(
      '/api/v1/entry/end',
      { isTicketNeeded: false },
      { 'x-entry-session': third.session },
    )
    expect(ended.status).toBe(200)
    expect((await choicesOf(third.session)).status).toBe(401)
    expect(problemCodes(await sendEntry(kiosk, third.ticket, anObstacle('x'), clock))).toEqual(['entry-ticket-gone'])
  })

  test('of a person who may no longer, or a display that was taken back, ends at once', async () => {
    const { session, ticket } = await beginEntry(kiosk, 'can-bo')
    const { accounts } = (await administrator.get('/api/v1/access/accounts')).body as {
      accounts: { id: string; login: string }[]
    }
    const account = accounts.find(({ login }) => login === 'can-bo')?.id ?? ''
    await administrator.post('/api/v1/access/commands', { command: 'disable-account', data: { account } })
    expect((await choicesOf(session)).status).toBe(401)
    expect(problemCodes(await sendEntry(kiosk, ticket, anObstacle('x'), clock))).toEqual(['entry-ticket-gone'])
    await administrator.post('/api/v1/access/commands', { command: 'enable-account', data: { account } })
    const again = await beginEntry(kiosk, 'can-bo')
    await administrator.post('/api/v1/access/displays/revoke', { display: kiosk.display })
    expect((await choicesOf(again.session)).status).toBe(401)
    // Written down by whoever looks twice a second, whether or not anybody asks.
    await expect
      .poll(
        async () =>
          (await accessLog()).filter(
            ({ type, data }) => type === 'access.entry-ended' && 'why' in data && data.why === 'revoked',
          ).length,
        SOON,
      )
      .toBe(1)
  })
})

describe('a ticket', () => {
  test('brings in what was entered while there was no line, once, with a remark of when', async () => {
    const { ticket } = await beginEntry(kiosk, 'can-bo')
    const enteredAt = clock + 60_000
    clock += 5 * 3_600_000
    const key = randomUUID()
    const send = () => sendEntry(kiosk, ticket, anObstacle('mat-mang'), enteredAt, { key, wasOffline: true })
    const first = await send()
    expect(first.body).toMatchObject({ repeated: false })
    clock += 60_000
    expect((await send()).body).toEqual({ ...(first.body as object), repeated: true })
    await officer.signIn('can-bo')
    const events = await eventsOf()
    expect(events).toHaveLength(1)
    expect(events[0]?.data.text).toMatch(/\n\(Nhập tại ki-ốt lúc .+, khi mất đường truyền\)$/)
  })

  test('is good for what was entered within the session, and for three days', async () => {
    const { ticket } = await beginEntry(kiosk, 'can-bo')
    const openedAt = clock
    clock += ENTRY_LIFE_MS + TICKET_LIFE_MS
    expect(problemCodes(await sendEntry(kiosk, ticket, anObstacle('sau'), openedAt + ENTRY_LIFE_MS + 60_000))).toEqual([
      'entry-outside',
    ])
    expect(problemCodes(await sendEntry(kiosk, ticket, anObstacle('truoc'), openedAt - 60_000))).toEqual([
      'entry-outside',
    ])
    expect((await sendEntry(kiosk, ticket, anObstacle('trong'), openedAt + 60_000)).status).toBe(200)
    clock += 1
    expect(problemCodes(await sendEntry(kiosk, ticket, anObstacle('qua'), openedAt + 60_000))).toEqual([
      'entry-ticket-gone',
    ])
  })

  test('outlives the end of a session that still has something to send, and is kept as a hash only', async () => {
    const { session, ticket } = await beginEntry(kiosk, 'can-bo')
    await kiosk.visitor.post('/api/v1/entry/end', { isTicketNeeded: true }, { 'x-entry-session': session })
    const enteredAt = clock
    clock += 60_000
    expect((await sendEntry(kiosk, ticket, anObstacle('cho-gui'), enteredAt)).status).toBe(200)
    expect(problemCodes(await sendEntry(kiosk, ticket, anObstacle('them'), clock))).toEqual(['entry-outside'])
  })

  test('conflict: somebody else changed it meanwhile', async () => {
    const { ticket } = await beginEntry(kiosk, 'can-bo')
    expect((await sendEntry(kiosk, ticket, { ...anObstacle('xung-dot'), expected: 7 }, clock)).status).toBe(409)
  })

  test('takes photographs and nothing else', async () => {
    const { ticket } = await beginEntry(kiosk, 'can-bo')
    expect((await photograph(ticket, JPEG)).body).toMatchObject({ type: 'image/jpeg' })
    expect((await photograph(ticket, Buffer.from('%PDF-1.4\n%%EOF'))).status).toBe(415)
    expect((await photograph(ticket, new Uint8Array(2 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await photograph('x'.repeat(43), JPEG)).status).toBe(422)
  })
})

test('every door of entry is asked here by what it is called', () =>
  expect(ENTRY_OPERATIONS.map(({ id }) => id).sort()).toEqual([
    'entryApproveCode',
    'entryChoices',
    'entryClaimCode',
    'entryCommand',
    'entryDeclare',
    'entryEnd',
    'entryKeepFile',
    'entryLookCode',
    'entryOpenCode',
    'entrySession',
    'entrySignIn',
  ]))
