// A station that asks who people are: signing in and out, sessions, invitations, the second factor. Real station, real cookies.
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { INVITATION_MS } from '../../server/access/accounts.ts'
import { IDLE_MS, LIFE_MS, MOST_SESSIONS } from '../../server/access/sessions.ts'
import { get, problemOf } from '../support/door.ts'
import { addPerson, commandAccess, openPerson, openVisitor, PASSWORD } from '../support/people.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

const LEADER = [{ role: 'leader', unit: null }] as const
let station: TestStation
let clock: number

beforeEach(async () => {
  clock = Date.now()
  station = await startTestStation({ access: 'required', now: () => clock })
})
afterEach(() => station.stop())

describe('whoever says nothing of themselves', () => {
  test('learns only that they must sign in, also about what there isn’t', async () => {
    const stranger = openVisitor(station.url)
    for (const path of ['/api/v1/series', '/api/v1/alarms', '/api/v1/access/accounts', '/api/v1/nothing', '/metrics']) {
      const answer = await stranger.get(path)
      expect([path, answer.status, problemOf(answer).type]).toEqual([path, 401, 'urn:dai-sen:problem:sign-in-needed'])
    }
    expect(await stranger.me()).toMatchObject({ mode: 'required', who: { kind: 'nobody' }, rights: [], isNew: true })
    expect((await stranger.get('/healthz')).status).toBe(200)
  })
})

describe('signing in', () => {
  test('gives a session that the station knows and the page cannot read', async () => {
    await addPerson(station, 'sen', LEADER)
    const visitor = openVisitor(station.url)
    const answer = await visitor.signIn('Sen ')
    expect(answer.status).toBe(200)
    const cookie = answer.headers.getSetCookie().join('\n')
    expect(cookie).toMatch(/^daisen-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await visitor.me()).toMatchObject({ who: { kind: 'person', name: 'Nguyễn Thị Sen', login: 'sen' } })
    expect((await visitor.get('/api/v1/series')).status).toBe(200)
  })

  test('answers the same for a wrong password and for nobody', async () => {
    await addPerson(station, 'sen', LEADER)
    const visitor = openVisitor(station.url)
    const [wrong, nobody] = [await visitor.signIn('sen', 'sai mật khẩu rồi'), await visitor.signIn('khong-co')]
    expect([wrong.status, nobody.status]).toEqual([401, 401])
    expect(wrong.body).toEqual(nobody.body)
  })

  test('slows down whoever guesses: five failures are free, then each waits twice as long', async () => {
    await addPerson(station, 'sen', LEADER)
    const visitor = openVisitor(station.url)
    const guess = () => visitor.signIn('sen', 'không phải đâu nhé')
    for (let i = 0; i < 5; i++) expect((await guess()).status).toBe(401)
    const sixth = await guess()
    expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '1'])
    // The right password waits as well, or guessing would go on at full speed.
    expect((await visitor.signIn('sen')).status).toBe(429)
    clock += 1_000
    expect((await guess()).status).toBe(401)
    expect((await guess()).headers.get('retry-after')).toBe('2')
    clock += 2_000
    expect((await visitor.signIn('sen')).status).toBe(200)
  })

  test('never keeps the session that came along: a token planted before is worth nothing', async () => {
    await addPerson(station, 'sen', LEADER)
    const attacker = await openPerson(station, 'ke-gian', LEADER, 'Kẻ Gian')
    const planted = attacker.cookies()
    const victim = openVisitor(station.url)
    victim.setCookies(planted)
    expect((await victim.me()).who).toMatchObject({ login: 'ke-gian' })
    expect((await victim.signIn('sen')).status).toBe(200)
    expect(victim.cookies()).not.toBe(planted)
    expect(await attacker.me()).toMatchObject({ who: { kind: 'nobody' } })
  })

  test('with a second factor asks for its code, and takes each code once', async () => {
    const person = await openPerson(station, 'sen', LEADER)
    const offer = await person.post('/api/v1/access/totp/start', { current: PASSWORD })
    const { secret, address } = offer.body as { secret: string; address: string }
    expect(address).toMatch(/^otpauth:\/\/totp\//)
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    const code = () => totp.generate({ timestamp: clock })
    expect((await person.post('/api/v1/access/totp/confirm', { code: '000000' })).status).toBe(422)
    expect((await person.post('/api/v1/access/totp/confirm', { code: code() })).status).toBe(200)
    const visitor = openVisitor(station.url)
    expect(problemOf(await visitor.signIn('sen')).type).toBe('urn:dai-sen:problem:code-needed')
    expect((await visitor.signIn('sen', PASSWORD, code())).status).toBe(401)
    clock += 30_000
    expect((await visitor.signIn('sen', PASSWORD, code())).status).toBe(200)
    expect((await openVisitor(station.url).signIn('sen', PASSWORD, code())).status).toBe(401)
    // The one before and the one after are taken, two away not.
    clock += 60_000
    expect(
      (await openVisitor(station.url).signIn('sen', PASSWORD, totp.generate({ timestamp: clock + 60_000 }))).status,
    ).toBe(401)
    expect(
      (await openVisitor(station.url).signIn('sen', PASSWORD, totp.generate({ timestamp: clock + 30_000 }))).status,
    ).toBe(200)
  })
})

describe('a session', () => {
  test('ends when nobody asked for an hour, not a moment before', async () => {
    const person = await openPerson(station, 'sen', LEADER)
    clock += IDLE_MS
    expect((await person.me()).who.kind).toBe('person')
    clock += IDLE_MS + 1
    expect((await person.me()).who.kind).toBe('nobody')
  })

  test('is not kept alive by a page that asks by itself before an empty chair', async () => {
    const person = await openPerson(station, 'sen', LEADER)
    const alone = () => get(`${station.url}/api/v1/series`, { headers: { cookie: person.cookies() } })
    for (const minutes of [20, 40]) {
      clock += minutes * 60_000
      expect((await alone()).status).toBe(200)
    }
    clock += 1
    expect((await alone()).status).toBe(401)
  })

  test('ends after twelve hours whatever happens', async () => {
    const person = await openPerson(station, 'sen', LEADER)
    for (let gone = 0; gone < LIFE_MS; gone += IDLE_MS) {
      clock += IDLE_MS
      expect((await person.me()).who.kind).toBe('person')
    }
    clock += 1
    expect((await person.me()).who.kind).toBe('nobody')
  })

  test('ends at once on the server when its holder signs out, and cannot be used again', async () => {
    const person = await openPerson(station, 'sen', LEADER)
    const stolen = person.cookies()
    expect((await person.post('/api/v1/access/sign-out', {})).status).toBe(200)
    const thief = openVisitor(station.url)
    thief.setCookies(stolen)
    expect((await thief.me()).who.kind).toBe('nobody')
  })

  test('is listed for its holder, who can end it elsewhere', async () => {
    const person = await openPerson(station, 'sen', LEADER)
    const lost = openVisitor(station.url)
    await lost.signIn('sen')
    const { sessions } = (await person.get('/api/v1/access/sessions')).body as {
      sessions: { id: string; isThis: boolean }[]
    }
    expect(sessions.length).toBe(3)
    const others = sessions.filter(({ isThis }) => !isThis)
    for (const { id } of others) await person.post('/api/v1/access/sessions/revoke', { session: id })
    expect((await lost.me()).who.kind).toBe('nobody')
    expect((await person.me()).who.kind).toBe('person')
    const stranger = await openPerson(station, 'khac', LEADER)
    const own = sessions.find(({ isThis }) => isThis)?.id
    expect((await stranger.post('/api/v1/access/sessions/revoke', { session: own })).status).toBe(404)
  })

  test(`is one of ${MOST_SESSIONS} at most: the one idle longest makes room`, async () => {
    await addPerson(station, 'sen', LEADER)
    const visitors = []
    for (let i = 0; i <= MOST_SESSIONS; i++) {
      clock += 1_000
      const visitor = openVisitor(station.url)
      await visitor.signIn('sen')
      visitors.push(visitor)
    }
    const kinds = await Promise.all(visitors.map(async one => (await one.me()).who.kind))
    expect(kinds).toEqual(['nobody', ...Array.from({ length: MOST_SESSIONS }, () => 'person')])
  })

  test('that a cookie speaks for changes nothing without what the page was told', async () => {
    const person = await openPerson(station, 'sen', LEADER)
    const withoutSecret = await person.post('/api/v1/access/sign-out', {}, { 'x-form-secret': 'doan-mo' })
    expect(withoutSecret.status).toBe(403)
    const foreign = await person.post('/api/v1/access/sign-out', {}, { origin: 'https://xau.example' })
    expect(foreign.status).toBe(403)
    expect((await person.me()).who.kind).toBe('person')
  })
})

describe('an invitation', () => {
  test('is good once, for a day, and for nobody who was shut out', async () => {
    const added = await commandAccess(station, 'add-account', { login: 'moi', name: 'Trần Văn Mới', grants: LEADER })
    const { invitation, account } = added.body as { invitation: string; account: string }
    const visitor = openVisitor(station.url)
    expect((await visitor.post('/api/v1/access/invitations/look', { invitation })).body).toEqual({
      kind: 'account',
      login: 'moi',
      name: 'Trần Văn Mới',
    })
    const accept = (password: string, secret = invitation) =>
      openVisitor(station.url).post('/api/v1/access/invitations/accept', { invitation: secret, password })
    for (const [password, code] of [
      ['mười một ch', 'password-too-short'],
      ['Password1234', 'password-common'],
      ['aaaaaaaaaaaaaaa', 'password-common'],
    ] as const)
      expect(problemOf(await accept(password)).errors?.[0]?.code).toBe(code)
    expect((await accept(PASSWORD)).status).toBe(200)
    expect((await accept(PASSWORD)).status).toBe(404)
    const again = (await commandAccess(station, 'invite', { account })).body as { invitation: string }
    clock += INVITATION_MS
    expect((await accept(PASSWORD, again.invitation)).status).toBe(404)
  })

  test('used by somebody who had a password ends every session there was', async () => {
    const person = await openPerson(station, 'sen', LEADER)
    const { who } = await person.me()
    const { invitation } = (
      await commandAccess(station, 'invite', { account: who.kind === 'person' ? who.account : '' })
    ).body as { invitation: string }
    await openVisitor(station.url).post('/api/v1/access/invitations/accept', { invitation, password: `${PASSWORD}!` })
    expect((await person.me()).who.kind).toBe('nobody')
  })
})

test('an account asks so often and no more, from wherever it asks', async () => {
  const person = await openPerson(station, 'sen', LEADER)
  clock += 60_000
  const answers = await Promise.all(Array.from({ length: 1_001 }, () => person.get('/api/v1/access/me')))
  expect(answers.map(({ status }) => status).filter(status => status === 429)).toHaveLength(1)
  clock += 20
  expect((await person.me()).who.kind).toBe('person')
  expect((await person.get('/api/v1/access/me')).status).toBe(429)
})

test('passwords, codes and tokens stand nowhere in the log', async () => {
  const person = await openPerson(station, 'sen', LEADER)
  await person.signIn('sen', 'sai mật khẩu rồi')
  const auditor = await openPerson(station, 'kiem-toan', [{ role: 'auditor', unit: null }])
  const log = JSON.stringify((await auditor.get('/api/v1/access/events')).body)
  expect(log).toContain('access.signed-in')
  expect(log).toContain('access.sign-in-refused')
  for (const secret of [PASSWORD, 'sai mật khẩu rồi', ...person.cookies().split('='), person.formSecret() ?? ''])
    if (secret.length > 20 || secret.includes(' ')) expect(log).not.toContain(secret)
})
