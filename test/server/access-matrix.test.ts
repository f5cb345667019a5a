// Every route, event and command × every role: what the station lets through is what the one table says, and what it turns away leaves
// no trace but the note that it was turned away.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, may } from '../../shared/access/judge.ts'
import { NOBODY, type Principal } from '../../shared/access/principal.ts'
import { type Grant, ROLES } from '../../shared/access/role.ts'
import type { DeskCommand } from '../../shared/desk/command.ts'
import { OPERATIONS } from '../../shared/operations.ts'
import { FAMILIES } from '../../shared/wire.ts'
import { anAlarmCommand, aRule } from '../support/alarms.ts'
import { aHandOver, anEntry, anIncident } from '../support/desk.ts'
import { aProfile, aReport } from '../support/displays.ts'
import { type Answer, get, problemOf } from '../support/door.ts'
import { openPerson, openVisitor, type Visitor } from '../support/people.ts'
import { openScreen } from '../support/screen.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { ask, COMMAND_NAMES } from '../unit/programme/decide-sample.ts'

const UNIT = 'so-khcn-2025'
const GRANTS: readonly (readonly [string, Grant])[] = [
  ...ROLES.map(role => [role, { role, unit: UNIT } satisfies Grant] as const),
  ['viewer of the province', { role: 'viewer', unit: null }],
  ['viewer of a commune', { role: 'viewer', unit: 'commune-30055' }],
]

type Someone = { readonly name: string; readonly principal: Principal; readonly visitor: Visitor }
let station: TestStation
let clock = Date.now()
const people: Someone[] = []

beforeAll(async () => {
  // Every request has a second of its own: what is tried here is not how fast one may ask.
  station = await startTestStation({ access: 'required', now: () => clock })
  people.push({ name: 'nobody', principal: NOBODY, visitor: openVisitor(station.url) })
  for (const [i, [name, grant]] of GRANTS.entries()) {
    const visitor = await openPerson(station, `nguoi-${i}`, [grant])
    clock += 1_000
    await visitor.me()
    const principal = { kind: 'person', account: 'a', session: 's', name, grants: [grant] } as const
    people.push({ name, principal, visitor })
  }
}, 60_000)
afterAll(() => station.stop())

const DENIALS = new Set(['urn:dai-sen:problem:sign-in-needed', 'urn:dai-sen:problem:forbidden'])
/** What stands behind the door may say no for reasons of its own; that it was asked is enough. */
function isLetThrough(answer: Answer): boolean {
  if (answer.status !== 401 && answer.status !== 403) return true
  return !DENIALS.has(problemOf(answer).type)
}
const addressOf = (path: string) => path.replaceAll(/:[a-z]+/gi, 'khong-co')

async function expectTable(action: Action, knock: (one: Someone) => Promise<Answer>): Promise<void> {
  const observed: string[] = []
  for (const one of people) {
    clock += 10_000
    if (isLetThrough(await knock(one))) observed.push(one.name)
  }
  expect(observed).toEqual(people.filter(({ principal }) => may(principal, action)).map(({ name }) => name))
}

describe('routes', () => {
  const others = OPERATIONS.filter(({ id }) => id !== 'accessSignOut')
  test.each(others.map(one => [one.id, one] as const))('%s', async (id, { method, path }) => {
    await expectTable({ kind: 'operation', id }, ({ visitor }) =>
      method === 'get' ? visitor.get(addressOf(path)) : visitor.post(addressOf(path), {}),
    )
  })

  test('what no table names is there for nobody', async () => {
    for (const path of ['/api/v1/users', '/api/v1/access', '/api/v1/access/me/x', '/api/v1/../v1/nothing', '/api/v1'])
      for (const { name, visitor } of people) {
        clock += 1_000
        const answer = await visitor.get(path)
        expect([path, name, answer.status]).toEqual([path, name, name === 'nobody' ? 401 : 404])
      }
  })

  test('another spelling of an address is the same address', async () => {
    const [nobody] = people
    for (const path of ['/API/V1/SERIES', '/api/v1/series/', '/api/v1//series', '/api/v1/%73eries', '/api/v1/./series'])
      expect([path, (await nobody?.visitor.get(path))?.status]).not.toEqual([path, 200])
  })
})

const actor = { name: 'Ai Đó', unit: UNIT }
const headOf = async (family: string) => {
  const auditor = people.find(({ name }) => name === 'auditor')
  const answer = await auditor?.visitor.get(`/api/v1/${family}/state`)
  return (answer?.body as { readonly lastId: number } | undefined)?.lastId
}

describe('commands', () => {
  test.each(COMMAND_NAMES.map(name => [name, ask(name, {}, actor)] as const))(
    'programme %s',
    async (_name, request) => {
      await expectTable({ kind: 'programme', ...request }, ({ visitor }) =>
        visitor.post('/api/v1/programme/commands', request),
      )
    },
  )

  const alarms = [{ id: 'khong-co', occurrence: 1 }]
  const alarmCommands = [
    anAlarmCommand('acknowledge', { alarms, comment: null }),
    anAlarmCommand('reset', { alarms, comment: null }),
    anAlarmCommand('shelve', { alarms, forMs: 60_000, reason: 'để thử' }),
    anAlarmCommand('unshelve', { alarms, reason: null }),
    anAlarmCommand('assign', { alarms, to: null, comment: null }),
    anAlarmCommand('comment', { alarms, text: 'để thử' }),
    anAlarmCommand('take-out-of-service', { alarms, reason: 'để thử' }),
    anAlarmCommand('return-to-service', { alarms, reason: null }),
    anAlarmCommand('publish-rule', { rule: aRule(), expected: 0, reason: null }),
  ]
  test.each(alarmCommands.map(one => [one.command, one] as const))('alarms %s', async (_name, request) => {
    await expectTable({ kind: 'alarm', ...request }, ({ visitor }) =>
      visitor.post('/api/v1/alarms/commands', { ...request, actor }),
    )
  })

  const displayCommands = [
    { command: 'save-profile', data: { profile: aProfile(), expected: 0 } },
    { command: 'remove-profile', data: { profile: 'khong-co' } },
    { command: 'assign-display', data: { display: randomUUID(), name: 'Thử', profile: 'khong-co', screen: null } },
    { command: 'forget-display', data: { display: randomUUID() } },
  ] as const
  test.each(displayCommands.map(one => [one.command, one] as const))('displays %s', async (command, request) => {
    await expectTable({ kind: 'display', command }, ({ visitor }) =>
      visitor.post('/api/v1/displays/commands', { ...request, actor }),
    )
  })

  const incident = randomUUID()
  const deskCommands = [
    anEntry(),
    { command: 'correct-log-entry', data: { entry: randomUUID(), text: 'để thử' } },
    aHandOver(),
    { command: 'take-over-shift', data: { id: randomUUID() } },
    { command: 'save-view', data: { id: randomUUID(), name: 'Thử', address: '/' } },
    { command: 'remove-view', data: { id: randomUUID() } },
    anIncident(),
    { ...anIncident(), command: 'change-incident' } as DeskCommand,
    { command: 'annotate-incident', data: { incident, annotation: randomUUID(), at: clock, text: 'để thử' } },
    { command: 'remove-annotation', data: { incident, annotation: randomUUID() } },
    { command: 'remove-incident', data: { id: incident } },
  ] as const satisfies readonly DeskCommand[]
  test.each(deskCommands.map(one => [one.command, one] as const))('desk %s', async (command, request) => {
    await expectTable({ kind: 'desk', command }, ({ visitor }) =>
      visitor.post('/api/v1/desk/commands', { ...request, actor }),
    )
  })

  test('of a unit one holds no role in change nothing, whatever the role', async () => {
    const before = await headOf('programme')
    for (const { name, visitor } of people) {
      clock += 10_000
      const request = ask('raise-obstacle', { obstacle: randomUUID() }, { ...actor, unit: 'so-yt' })
      expect([name, isLetThrough(await visitor.post('/api/v1/programme/commands', request))]).toEqual([name, false])
    }
    expect(await headOf('programme')).toBe(before)
  })

  test('carry the name of the account, not the one that was sent', async () => {
    const officer = people.find(({ name }) => name === 'unit-officer')
    clock += 10_000
    const answer = await officer?.visitor.post(
      '/api/v1/programme/commands',
      ask('raise-obstacle', { obstacle: randomUUID() }, { name: 'Chủ Tịch', unit: UNIT }),
    )
    expect(answer?.status).toBe(200)
    expect(answer?.body).toMatchObject({
      events: [{ actor: expect.stringMatching(/^person:Nguyễn Thị Sen · /) }],
    })
  })

  test('of people are never marked as simulated', async () => {
    const officer = people.find(({ name }) => name === 'unit-officer')
    const request = { ...ask('raise-obstacle', { obstacle: randomUUID() }, actor), isSimulated: true }
    expect((await officer?.visitor.post('/api/v1/programme/commands', request))?.status).toBe(403)
  })
})

describe('the live link', () => {
  test('is refused to whoever is nobody', async () => {
    await expect(openScreen(station.url)).rejects.toThrow()
  })

  test('lets each role watch, follow and report what the table says', async () => {
    for (const { name, principal, visitor } of people.slice(1)) {
      const screen = await openScreen(station.url, { headers: { cookie: visitor.cookies() } })
      const { socket } = screen
      const isBound = name === 'viewer' || name === 'viewer of a commune'
      expect([name, (await screen.watch({ scope: 'province' })).ok]).toEqual([name, !isBound])
      for (const family of FAMILIES) {
        const reply = await socket.timeout(5_000).emitWithAck('follow', { family, after: 0, hash: '' })
        expect([name, family, reply.ok]).toEqual([name, family, may(principal, { kind: 'follow', family })])
      }
      const report = await socket.timeout(5_000).emitWithAck('report', aReport())
      expect([name, report.ok]).toEqual([name, false])
      screen.leave()
    }
  })

  test('shows a viewer of one commune that commune, and nothing of the others', async () => {
    const viewer = people.find(({ name }) => name === 'viewer of a commune')
    const screen = await openScreen(station.url, { headers: { cookie: viewer?.visitor.cookies() ?? '' } })
    const allowed = ['unit:commune-30055', 'village:my-dong']
    for (const scope of [...allowed, 'province', 'unit:commune-29869', 'village:dinh-yen', 'unit:district-872'])
      expect([scope, (await screen.watch({ scope })).ok]).toEqual([scope, allowed.includes(scope)])
    screen.leave()
  })

  test('ends within two seconds for whoever signs out', async () => {
    const visitor = await openPerson(station, 'chong-ra', [{ role: 'leader', unit: null }])
    const screen = await openScreen(station.url, { headers: { cookie: visitor.cookies() } })
    const ended = new Promise(resolve => screen.socket.once('disconnect', resolve))
    await visitor.post('/api/v1/access/sign-out', {})
    await ended
    await expect(openScreen(station.url, { headers: { cookie: visitor.cookies() } })).rejects.toThrow()
  })
})

test('every denied attempt is written down, and whoever floods is written down in few lines', async () => {
  type Noted = {
    readonly id: number
    readonly type: string
    readonly data: { readonly asked?: string; readonly unwritten?: number }
  }
  const auditor = people.find(({ name }) => name === 'auditor')
  /** Newest first, page after page. */
  const denials = async () => {
    const noted: Noted[] = []
    for (let before: number | null = 999_999_999_999_999; before !== null; ) {
      const { body } = (await auditor?.visitor.get(`/api/v1/access/events?limit=500&before=${before}`)) ?? {}
      const page = body as { readonly events: Noted[]; readonly next: number | null }
      noted.push(...page.events)
      before = page.next
    }
    return noted.filter(({ type }) => type === 'access.denied')
  }
  const before = await denials()
  expect(before.some(({ data }) => data.asked === 'accessAccounts')).toBe(true)
  for (let i = 0; i < 200; i++) await get(`${station.url}/api/v1/series`)
  clock += 60_000
  await get(`${station.url}/api/v1/series`)
  await expect.poll(async () => (await denials())[0]?.data.unwritten).toBeGreaterThan(150)
  expect((await denials()).length - before.length).toBeLessThanOrEqual(25)
})
