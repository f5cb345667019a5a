// Signing in through a real identity provider: a browser walks all the redirects; what was tampered with is turned back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FLOW_MS } from '../../server/access/outside-flows.ts'
import type { Grant } from '../../shared/access/role.ts'
import { CLIENT_ID, type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts'
import { addPerson, commandAccess, openPerson, openVisitor, type Visitor } from '../support/people.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openTraveller, type Traveller } from '../support/traveller.ts'

const MAPPING = [
  { group: 'lanh-dao', role: 'leader', unit: null },
  { group: 'so-khcn', role: 'unit-officer', unit: 'so-khcn-2025' },
  // Abolished on 2025-07-01: the rights are with whoever does its work today.
  { group: 'phong-nn-cu', role: 'unit-officer', unit: 'so-tttt' },
]
const SEN = { sub: 'a-1', name: 'Nguyễn Thị Sen', preferred_username: 'sen.nguyen', groups: ['lanh-dao', 'khac'] }
const SECRET = 'a secret of the tests'

const folder = temporaryFolder()
const mappingFile = join(folder.path, 'mapping.json')
writeFileSync(mappingFile, JSON.stringify(MAPPING))

let provider: IdentityProvider
let station: TestStation
let clock: number

async function start({
  clientSecret,
  isKnown = true,
}: {
  clientSecret?: string
  isKnown?: boolean
} = {}): Promise<void> {
  station = await startTestStation({
    access: 'required',
    now: () => clock,
    oidc: {
      issuer: provider.issuer,
      clientId: CLIENT_ID,
      clientSecret,
      name: 'Đăng nhập của tỉnh',
      groupsClaim: 'groups',
      mappingFile,
    },
  })
  if (isKnown) provider.register(station.url, clientSecret)
}

beforeEach(async () => {
  clock = Date.now()
  provider = await startIdentityProvider()
  await start()
  provider.stand(SEN)
})
afterEach(async () => {
  await station.stop()
  await provider.stop()
})

const startUrl = (to = '/alarms') => `${station.url}/access/outside/start?to=${encodeURIComponent(to)}`
const isOurs = (url: URL) => url.origin === station.url && !url.pathname.startsWith('/access/')
const isCallback = (url: URL) => url.pathname === '/access/outside/callback'
/** Where the station sends a browser in the end. */
const walk = async (traveller: Traveller, from = startUrl()) => {
  const { url } = await traveller.go(from, isOurs)
  return url.href.slice(station.url.length)
}
function visitorOf(traveller: Traveller): Visitor {
  const visitor = openVisitor(station.url)
  const session = traveller.jarOf(station.url).get('daisen-session')
  if (session !== undefined) visitor.setCookies(`daisen-session=${session}`)
  return visitor
}
const whoIs = async (traveller: Traveller) => (await visitorOf(traveller).me()).who
const enter = async (account = SEN as Parameters<IdentityProvider['stand']>[0]) => {
  provider.stand(account)
  const traveller = openTraveller()
  return { traveller, end: await walk(traveller) }
}
const events = async () => {
  const auditor = await openPerson(station, `kiem-toan-${Math.random()}`.replace('.', ''), [
    { role: 'auditor', unit: null },
  ])
  const { body } = await auditor.get('/api/v1/access/events?limit=500')
  return (body as { events: { type: string; data: Record<string, unknown>; subject: string }[] }).events
}

describe('somebody whom the provider vouches for', () => {
  test('comes in as who they are there, with the roles of their groups, to the page they wanted', async () => {
    const { traveller, end } = await enter()
    expect(end).toBe('/alarms')
    expect(await whoIs(traveller)).toMatchObject({
      kind: 'person',
      login: 'sen.nguyen',
      name: 'Nguyễn Thị Sen',
      grants: [{ role: 'leader', unit: null }],
      hasPassword: false,
    })
    expect(traveller.jarOf(station.url).has('daisen-outside')).toBe(false)
    expect((await visitorOf(traveller).me()).outside).toBe('Đăng nhập của tỉnh')
    const own = (await visitorOf(traveller).get('/api/v1/access/sessions')).body
    expect(own).toMatchObject({ sessions: [{ how: 'outside', isThis: true }] })
    expect(await events()).toContainEqual(
      expect.objectContaining({ type: 'access.signed-in', data: expect.objectContaining({ how: 'outside' }) }),
    )
  })

  test('has one account however often they come, under whatever name', async () => {
    const first = await whoIs((await enter()).traveller)
    const again = await whoIs(
      (await enter({ ...SEN, name: 'Nguyễn Thị Sen Hồng', preferred_username: 'khac' })).traveller,
    )
    expect(again).toMatchObject({ name: 'Nguyễn Thị Sen Hồng', login: 'sen.nguyen' })
    expect('account' in again && 'account' in first && again.account === first.account).toBe(true)
  })

  test('with a station that has a secret at the provider comes in as well', async () => {
    await station.stop()
    await start({ clientSecret: SECRET })
    expect((await enter()).end).toBe('/alarms')
  })

  test('has the groups of today: what an administrator changed here lasts until they come again', async () => {
    const { traveller } = await enter()
    const who = await whoIs(traveller)
    const account = who.kind === 'person' ? who.account : ''
    const grants: Grant[] = [{ role: 'auditor', unit: null }]
    await commandAccess(station, 'change-account', { account, name: 'Nguyễn Thị Sen', grants })
    expect(await whoIs(traveller)).toMatchObject({ grants })
    expect(await whoIs((await enter()).traveller)).toMatchObject({ grants: [{ role: 'leader', unit: null }] })
  })

  test('acts for the successor of a unit that their group names and that is no more', async () => {
    const { traveller } = await enter({ ...SEN, groups: 'phong-nn-cu' })
    const who = await whoIs(traveller)
    const units = who.kind === 'person' ? who.units.map(({ id }) => id) : []
    expect(units.length).toBeGreaterThan(0)
    expect(units).not.toContain('so-tttt')
  })

  test('ends the session that came along', async () => {
    const other = await openPerson(station, 'khac', [{ role: 'leader', unit: null }])
    const traveller = openTraveller()
    traveller.jarOf(station.url).set('daisen-session', other.cookies().split('=')[1] ?? '')
    await walk(traveller)
    expect((await other.me()).who.kind).toBe('nobody')
    expect(await whoIs(traveller)).toMatchObject({ login: 'sen.nguyen' })
  })

  test('is told apart from a local account of the same name, and never gets it', async () => {
    const local = await addPerson(station, 'sen.nguyen', [{ role: 'auditor', unit: null }])
    const who = await whoIs((await enter({ ...SEN, email: 'sen.nguyen' })).traveller)
    expect(who).toMatchObject({ login: 'sen.nguyen-2', grants: [{ role: 'leader', unit: null }] })
    expect(who.kind === 'person' && who.account).not.toBe(local)
    // Nor do they have a password here, or get one by a link.
    const refused = await commandAccess(station, 'invite', { account: who.kind === 'person' ? who.account : '' })
    expect(refused.status).toBe(422)
    expect((await openVisitor(station.url).signIn('sen.nguyen-2')).status).toBe(401)
  })
})

describe('is turned back:', () => {
  test('who is in no group that means anything here, without an account', async () => {
    for (const groups of [[], ['khac'], undefined]) {
      const { traveller, end } = await enter({ ...SEN, ...(groups ? { groups } : { groups: [] }) })
      expect([end, (await whoIs(traveller)).kind]).toEqual(['/sign-in?outside=refused', 'nobody'])
    }
    expect((await events()).filter(({ data }) => data['why'] === 'no-group')).toHaveLength(3)
    expect((await events()).filter(({ data }) => data['outside'] !== undefined)).toEqual([])
  })

  test('who lost their groups, and is out wherever they are signed in', async () => {
    const { traveller } = await enter()
    expect((await enter({ ...SEN, groups: [] })).end).toBe('/sign-in?outside=refused')
    expect((await whoIs(traveller)).kind).toBe('nobody')
  })

  test('whose account is disabled here', async () => {
    const who = await whoIs((await enter()).traveller)
    await commandAccess(station, 'disable-account', { account: who.kind === 'person' ? who.account : '' })
    expect((await enter()).end).toBe('/sign-in?outside=refused')
  })

  test('an answer that was used once', async () => {
    const traveller = openTraveller()
    const { url } = await traveller.go(startUrl(), isCallback)
    const before = new Map(traveller.jarOf(station.url))
    expect(await walk(traveller, url.href)).toBe('/alarms')
    for (const [name, value] of before) traveller.jarOf(station.url).set(name, value)
    expect(await walk(traveller, url.href)).toBe('/sign-in?outside=refused')
  })

  test('an answer meant for another browser: nobody is signed in as somebody else by a link', async () => {
    const attacker = openTraveller()
    const { url } = await attacker.go(startUrl(), isCallback)
    const victim = openTraveller()
    expect(await walk(victim, url.href)).toBe('/sign-in?outside=refused')
    await victim.go(startUrl(), isCallback)
    expect(await walk(victim, url.href)).toBe('/sign-in?outside=refused')
    expect((await whoIs(victim)).kind).toBe('nobody')
    expect(await walk(attacker, url.href)).toBe('/alarms')
  })

  test('a code put into an answer of one’s own', async () => {
    const [thief, victim] = [openTraveller(), openTraveller()]
    const stolen = (await victim.go(startUrl(), isCallback)).url.searchParams.get('code') ?? ''
    provider.stand({ sub: 'b-2', name: 'Kẻ Gian', groups: ['lanh-dao'] })
    const { url } = await thief.go(startUrl(), isCallback)
    url.searchParams.set('code', stolen)
    expect(await walk(thief, url.href)).toBe('/sign-in?outside=refused')
  })

  test('an identity of an earlier sign-in, and one with anything in it changed', async () => {
    let old: unknown
    provider.distort(body => {
      old ??= body['id_token']
      return body
    })
    expect((await enter()).end).toBe('/alarms')
    provider.distort(body => ({ ...body, id_token: old }))
    expect((await enter()).end).toBe('/sign-in?outside=refused')
    const changed = (change: (claims: Record<string, unknown>) => object) => (body: Record<string, unknown>) => {
      const [head, claims = '', signature] = String(body['id_token']).split('.')
      const next = change(JSON.parse(Buffer.from(claims, 'base64url').toString()))
      return { ...body, id_token: [head, Buffer.from(JSON.stringify(next)).toString('base64url'), signature].join('.') }
    }
    provider.distort(changed(claims => ({ ...claims })))
    expect((await enter()).end).toBe('/alarms')
    for (const change of [{ sub: 'somebody-else' }, { aud: 'another' }, { nonce: 'another' }, { exp: 1 }]) {
      provider.distort(changed(claims => ({ ...claims, ...change })))
      expect([change, (await enter()).end]).toEqual([change, '/sign-in?outside=refused'])
    }
  })

  test('who took longer than ten minutes', async () => {
    for (const [late, end] of [
      [FLOW_MS - 1, '/alarms'],
      [FLOW_MS, '/sign-in?outside=refused'],
    ] as const) {
      const traveller = openTraveller()
      const { url } = await traveller.go(startUrl(), isCallback)
      clock += late
      expect(await walk(traveller, url.href)).toBe(end)
    }
  })

  test('nobody to another site', async () => {
    for (const to of [
      '//xau.example',
      '/\\xau.example',
      'https://xau.example/',
      '/.//xau.example',
      '/\t/xau.example',
      '@xau',
    ])
      expect([to, await walk(openTraveller(), startUrl(to))]).toEqual([to, '/'])
    expect(await walk(openTraveller(), startUrl('/programme?at=2025-07-01#x'))).toBe('/programme?at=2025-07-01#x')
  })

  test('who says no at the provider', async () => {
    const traveller = openTraveller()
    await traveller.go(startUrl(), isCallback)
    const { url } = await traveller.go(startUrl(), to => to.pathname === '/auth')
    const state = url.searchParams.get('state')
    const back = `${station.url}/access/outside/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
    expect(await walk(traveller, back)).toBe('/sign-in?outside=refused')
  })
})

test('a browser that calls the station by another name ends where the provider sends it', async () => {
  const traveller = openTraveller()
  const elsewhere = startUrl().replace('127.0.0.1', 'localhost')
  expect(await walk(traveller, elsewhere)).toBe('/alarms')
})

test('a provider that is away keeps nobody else out, and is asked again when it is back', async () => {
  await station.stop()
  await provider.stop()
  provider = await startIdentityProvider()
  await start({ isKnown: false })
  expect(await walk(openTraveller())).toBe('/sign-in?outside=away')
  expect((await (await openPerson(station, 'sen', [{ role: 'leader', unit: null }])).me()).who.kind).toBe('person')
  provider.register(station.url)
  provider.stand(SEN)
  expect(await walk(openTraveller())).toBe('/alarms')
})

test('a provider that goes away in the middle', async () => {
  const traveller = openTraveller()
  const { url } = await traveller.go(startUrl(), isCallback)
  await provider.stop()
  expect(await walk(traveller, url.href)).toBe('/sign-in?outside=away')
  expect((await whoIs(traveller)).kind).toBe('nobody')
})

test('a station without a provider, or where nobody signs in, has no such addresses', async () => {
  for (const access of ['required', 'open'] as const) {
    await station.stop()
    station = await startTestStation({ access })
    expect((await fetch(startUrl(), { redirect: 'manual' })).status).toBe(404)
    expect((await openVisitor(station.url).me()).outside).toBeNull()
  }
})
