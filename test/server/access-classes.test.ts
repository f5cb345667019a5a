// What each class of screen sees: a person's name, phone number, address and file are planted wherever people leave them, and then
// looked for in every answer and every event that a public or an office screen gets.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audienceOf } from '../../shared/access/judge.ts'
import { HIDDEN } from '../../shared/access/mask.ts'
import type { Audience } from '../../shared/access/role.ts'
import { OPERATIONS } from '../../shared/operations.ts'
import type { FollowedEvents } from '../../shared/protocol.ts'
import { FAMILIES } from '../../shared/wire.ts'
import { alarmOf } from '../support/alarms.ts'
import { type Answer, deliver, get } from '../support/door.ts'
import { pairDisplay } from '../support/paired.ts'
import { openPerson, type Visitor } from '../support/people.ts'
import { openScreen } from '../support/screen.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { EMAIL, PHONE, PLANTED, plantPersonal, SEN } from './access-classes-sample.ts'
import { DEMO_SET, NOW } from './programme-sample.ts'

const METER_ALARM = alarmOf('gauge-1', 'test-meter', 'water_meter')
const MASKED = ['public', 'office'] as const

const folder = temporaryFolder()
const cookies = new Map<Audience, string>()
let station: TestStation
let viewer: Visitor
let fileAddress = ''

beforeAll(async () => {
  const token = await registerDevice(
    folder.path,
    aDevicePlan({
      name: `Trạm thử ${PHONE}`,
      quantities: [
        { code: 'water_level', intervalMs: 10_000 },
        { code: 'water_meter', intervalMs: 10_000 },
      ],
    }),
  )
  station = await startTestStation({ dataDir: folder.path, now: () => NOW })
  await deliver(station, token, { ts: NOW, values: { water_level: 5, water_meter: 7 } })
  fileAddress = (await plantPersonal(station, METER_ALARM)).fileAddress
  await station.stop()
  for (const audience of ['public', 'office', 'leader'] as const)
    cookies.set(audience, await pairDisplay(folder.path, randomUUID(), audience, { now: () => NOW }))
  station = await startTestStation({ dataDir: folder.path, access: 'required', now: () => NOW })
  viewer = await openPerson(station, 'nguoi-xem', [{ role: 'viewer', unit: null }], 'Trần Văn Xem')
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const ask = (audience: Audience, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  get(`${station.url}/api/v1/${path}`, { headers: { cookie: cookies.get(audience) ?? '', ...headers } })
const textOf = ({ body }: Answer): string => (typeof body === 'string' ? body : JSON.stringify(body))
const foundIn = (text: string) => PLANTED.filter(one => text.includes(one))

const ADDRESS: Readonly<Record<string, string>> = {
  readings: '/api/v1/series/gauge-1.water_level/readings',
  state: `/api/v1/state?at=${NOW}`,
  programmeVillage: '/api/v1/programme/villages/my-dong',
  programmeCriteriaSet: `/api/v1/programme/criteria-sets/${DEMO_SET.id}`,
  programmeCompareSets: `/api/v1/programme/criteria-sets/${DEMO_SET.id}/compare/qd-384-2023`,
  programmeExport: '/api/v1/programme/export/tasks',
  displayPicture: `/api/v1/displays/${randomUUID()}/thumbnail`,
  alarmDeadband: `/api/v1/alarms/deadband?alarm=${encodeURIComponent(alarmOf('gauge-1'))}`,
}
async function addresses(): Promise<readonly string[]> {
  const feed = textOf(await ask('leader', 'alarms/cap'))
  const message = /\/alarms\/cap\/([\w-]+)/.exec(feed)?.[1]
  expect(message).toBeDefined()
  return OPERATIONS.filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1/')).flatMap(
    ({ id, path }) => {
      if (id === 'programmeFile') return [fileAddress]
      if (id === 'capMessage') return [`alarms/cap/${message}`]
      if (id === 'alarms') return ['alarms', 'alarms?standing=shelved']
      const address = (ADDRESS[id] ?? path).slice('/api/v1/'.length)
      // The past is another copy of the same.
      return id.endsWith('State') && id !== 'displayState'
        ? [address, `${address}?at=${NOW + 1}`, `${address}?at=${NOW}`]
        : [address]
    },
  )
}

describe('a leader', () => {
  test.each([
    'programme/state',
    'programme/events',
    'programme/obstacles',
    'programme/villages/my-dong',
    'alarms?standing=shelved',
    'alarms/state',
  ])('sees who did it: %s', async path => expect(textOf(await ask('leader', path))).toContain(SEN.name))
  test('sees what was planted, all of it', async () => {
    const everything = await Promise.all(['programme/state', 'alarms/state'].map(path => ask('leader', path)))
    expect(foundIn(everything.map(textOf).join())).toEqual(PLANTED)
  })
})

describe.each(MASKED)('a screen of the class %s', audience => {
  test('finds nothing of it in any answer', async () => {
    const told: [string, number, string[]][] = []
    for (const path of await addresses()) {
      // Whoever sees everything asks first: what is kept for them must not be handed on.
      await ask('leader', path)
      for (const encoding of ['identity', 'br', 'gzip']) {
        const answer = await ask(audience, path, { 'accept-encoding': encoding })
        told.push([path, answer.status, foundIn(textOf(answer))])
      }
    }
    expect(told.filter(([, , found]) => found.length > 0)).toEqual([])
    const answered = new Set(told.filter(([, status]) => status === 200).map(([path]) => path))
    const isOffice = audience === 'office'
    expect([answered.has('series'), answered.has('programme/state'), answered.has('alarms/state')]).toEqual([
      true,
      isOffice,
      isOffice,
    ])
    expect(answered.has(fileAddress)).toBe(false)
  })

  test('finds nothing of it in what the live link tells', async () => {
    const screen = await openScreen(station.url, {
      scope: 'province',
      headers: { cookie: cookies.get(audience) ?? '' },
    })
    try {
      const told: FollowedEvents[] = []
      const catalogues: unknown[] = []
      screen.socket.on('events', (body, applied) => {
        told.push(body)
        applied()
      })
      screen.socket.on('catalogue', body => catalogues.push(body))
      const answers = new Map<string, boolean>()
      for (const family of FAMILIES) {
        const answer = await screen.socket.timeout(5_000).emitWithAck('follow', { family, after: 0, hash: '' })
        answers.set(family, answer.ok)
      }
      await screen.watch({ scope: 'province' })
      const isOffice = audience === 'office'
      expect([...answers.values()]).toEqual([isOffice, isOffice, true, false])
      await expect
        .poll(() => new Set(told.map(({ family }) => family)).size, { timeout: 10_000 })
        .toBe(isOffice ? FAMILIES.length - 1 : 1)
      await expect.poll(() => catalogues.length, { timeout: 10_000 }).toBeGreaterThan(0)
      expect(foundIn(JSON.stringify([told, catalogues]))).toEqual([])
      expect(JSON.stringify(told)).toContain('declared: · ')
    } finally {
      screen.leave()
    }
  })

  test('has no meters of households', async () => {
    const codes = async (by: Audience) =>
      ((await ask(by, 'series')).body as { series: { quantity: string }[] }).series.map(({ quantity }) => quantity)
    expect(await codes('leader')).toContain('water_meter')
    expect(await codes(audience)).toContain('water_level')
    expect(await codes(audience)).not.toContain('water_meter')
    expect((await ask(audience, 'series/gauge-1.water_meter/readings')).status).toBe(404)
  })
})

test('an office reads a CAP message as anybody does, but for what is personal', async () => {
  const path = (await addresses()).find(one => one.startsWith('alarms/cap/')) ?? ''
  const [whole, cut] = [textOf(await ask('leader', path)), textOf(await ask('office', path))]
  expect(cut).toBe(whole.replaceAll(PHONE, HIDDEN).replaceAll(EMAIL, HIDDEN))
  expect(cut).toMatch(/<sender>[^<•]+<\/sender>/)
  expect(cut).toContain(HIDDEN)
})

test('an alarm about the meter of a household has no figures in an office', async () => {
  const FIGURE = /"(?:value|limit)":[\d.]+/
  const bodyOf = async (by: Audience, path: string) => (await ask(by, path)).body
  const row = async (by: Audience) =>
    ((await bodyOf(by, 'alarms')) as { alarms: { id: string }[] }).alarms.find(({ id }) => id === METER_ALARM)
  const events = async (by: Audience) =>
    ((await bodyOf(by, 'alarms/events?limit=1000')) as { events: { subject: string }[] }).events.filter(
      ({ subject }) => subject === `alarm:${METER_ALARM}`,
    )
  const entry = async (by: Audience) => {
    const { state } = (await bodyOf(by, 'alarms/state')) as { state: { alarms: { $map: [string, unknown][] } } }
    return state.alarms.$map.find(([id]) => id === METER_ALARM)
  }
  for (const told of [row, events, entry]) {
    expect(JSON.stringify(await told('leader'))).toMatch(FIGURE)
    const cut = JSON.stringify(await told('office'))
    expect(cut).toContain(METER_ALARM)
    expect(cut).not.toMatch(FIGURE)
  }
  // Other alarms keep theirs.
  expect(JSON.stringify(await bodyOf('office', 'alarms/state'))).toMatch(FIGURE)
})

describe('a person who only looks', () => {
  test('sees as an office does, and their own name', async () => {
    for (const path of ['programme/state', 'programme/obstacles', 'alarms/state', 'alarms', 'programme/events'])
      expect([path, foundIn(textOf(await viewer.get(`/api/v1/${path}`)))]).toEqual([path, []])
    expect((await viewer.me()).who).toMatchObject({ name: 'Trần Văn Xem' })
  })

  test('takes no table and no file along', async () => {
    const officer = await openPerson(station, 'chuyen-vien', [{ role: 'unit-officer', unit: 'so-khcn-2025' }])
    for (const path of [
      'programme/obstacles?format=csv',
      'programme/obstacles?format=xlsx',
      `programme/criteria-sets/${DEMO_SET.id}?format=xlsx`,
      'programme/export/tasks',
      fileAddress,
    ]) {
      const [refused, given] = [await viewer.get(`/api/v1/${path}`), await officer.get(`/api/v1/${path}`)]
      expect([path, refused.status, given.status]).toEqual([path, 403, 200])
      expect(refused.headers.get('content-disposition')).toBeNull()
    }
  })
})

describe('no cache hands one reader’s answer to another:', () => {
  test('every answer says whom it is for', async () => {
    for (const path of await addresses())
      for (const audience of ['leader', 'office'] as const) {
        const { headers, status } = await ask(audience, path)
        if (status !== 200) continue
        expect([path, headers.get('vary')]).toEqual([path, expect.stringMatching(/\bCookie\b/)])
        expect([path, headers.get('cache-control')]).toEqual([path, expect.stringMatching(/private|no-store/)])
      }
  })

  test('what a leader holds is no answer to an office', async () => {
    for (const path of ['programme/obstacles', 'programme/state', 'alarms?standing=shelved', 'alarms/state']) {
      const held = (await ask('leader', path)).headers.get('etag') ?? ''
      const headers = { 'if-none-match': held, 'cache-control': 'max-age=0' }
      expect([path, (await ask('leader', path, headers)).status]).toEqual([path, 304])
      const answer = await ask('office', path, headers)
      expect([path, answer.status]).toEqual([path, 200])
    }
  })
})

describe('cameras', () => {
  test('are a state and counts: nothing takes or serves a picture of one', async () => {
    const pictures = OPERATIONS.filter(({ answers, bodyTypes = [] }) =>
      [...answers.map(({ type }) => type), ...bodyTypes].some(type => /^(?:image|video|audio|multipart)\//.test(type)),
    )
    // The picture that a display takes of itself, and what people handed in as evidence.
    expect(pictures.map(({ id }) => id).sort()).toEqual(['displayPicture', 'displayThumbnail', 'programmeFile'])
    const { quantities } = (await ask('leader', 'registry')).body as { quantities: { code: string; kind: string }[] }
    const ofCameras = quantities.filter(({ code }) => /camera|people|person|face|plate/.test(code))
    expect(ofCameras.map(({ code, kind }) => [code, kind])).toEqual([['camera_online', 'state']])
  })
})

test('the classes are what the judge says they are', () => {
  expect(audienceOf({ kind: 'nobody' })).toBe('public')
  expect(audienceOf({ kind: 'local' })).toBe('leader')
})
