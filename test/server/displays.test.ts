// Displays over real sockets and HTTP: who is there, what they are told, and profiles that stay.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FleetRow, fleetReplySchema } from '../../shared/displays/api-schema.ts'
import { MAX_THUMBNAIL_BYTES } from '../../shared/displays/report.ts'
import { ALIVE_MS, RELOAD_MS } from '../../shared/displays/report-times.ts'
import { type DisplaySnapshot, unpackDisplays } from '../../shared/displays/snapshot.ts'
import { eventsReplySchema } from '../../shared/programme/api-schema.ts'
import { aProfile, aReport, commandDisplays, openDisplay, type TestDisplay } from '../support/displays.ts'
import { get, problemOf } from '../support/door.ts'
import { openScreen } from '../support/screen.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
const WEBP = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBP')])

let folder: ReturnType<typeof temporaryFolder>
let station: TestStation
let passed = 0
const open: TestDisplay[] = []

const start = async () => {
  station = await startTestStation({ dataDir: folder.path, now: () => Date.now() + passed })
}
beforeEach(async () => {
  folder = temporaryFolder()
  passed = 0
  await start()
})
afterEach(async () => {
  for (const one of open.splice(0)) one.screen.leave()
  await station.stop()
  folder.remove()
})

async function aDisplay(id?: string): Promise<TestDisplay> {
  const display = await openDisplay(station.url, id)
  open.push(display)
  return display
}
async function rowOf(id: string): Promise<FleetRow | undefined> {
  const { body } = await get(`${station.url}/api/v1/displays`)
  return fleetReplySchema.parse(body).displays.find(({ display }) => display === id)
}
const assign = (display: string, screen: string | null, profile = 'thu') =>
  commandDisplays(station.url, { command: 'assign-display', data: { display, name: 'Màn trái', profile, screen } })
const save = (about = aProfile(), expected = 0) =>
  commandDisplays(station.url, { command: 'save-profile', data: { profile: about, expected } })
const order = (id: string, kind: string) =>
  get(`${station.url}/api/v1/displays/${id}/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  })
/** The station knows, too. */
async function die({ id, screen }: TestDisplay): Promise<void> {
  screen.leave()
  await expect.poll(async () => (await order(id, 'identify')).status).toBe(404)
}
const sendPicture = (id: string, body: Buffer) =>
  get(`${station.url}/api/v1/displays/${id}/thumbnail`, { method: 'POST', body: new Uint8Array(body) })
const stateOf = async () => {
  const { body } = await get(`${station.url}/api/v1/displays/state`)
  const state = unpackDisplays(body as DisplaySnapshot)
  if (!state) throw new Error('another version')
  return state
}

describe('a display that reports', () => {
  test('is in the fleet, nameless at first, with what it said', async () => {
    const display = await aDisplay()
    expect(await display.report({ scene: 'water', fps: 31.5, troubles: ['silent'] })).toBe(true)
    expect(await rowOf(display.id)).toMatchObject({
      name: null,
      isAlive: true,
      isConnected: true,
      report: { scene: 'water', fps: 31.5, troubles: ['silent'] },
    })
  })

  test('that says nothing for longer than it may is there no more, to the millisecond', async () => {
    const display = await aDisplay()
    await display.report()
    const reportedAt = (await rowOf(display.id))?.reportedAt ?? 0
    passed = reportedAt + ALIVE_MS - Date.now() - 500
    expect((await rowOf(display.id))?.isAlive).toBe(true)
    passed = reportedAt + ALIVE_MS - Date.now() + 1
    expect((await rowOf(display.id))?.isAlive).toBe(false)
  })

  test('whose socket is gone is there no more, once a page would have loaded itself anew; its last words stay', async () => {
    const display = await aDisplay()
    await display.report()
    await die(display)
    passed = RELOAD_MS + 1
    expect((await rowOf(display.id))?.isAlive).toBe(false)
    expect((await rowOf(display.id))?.report?.scene).toBe('overview')
  })

  test.each([
    ['no id', { display: 'x' }],
    ['a word that is none', { troubles: ['bored'] }],
    ['too much', { scene: 'x'.repeat(81) }],
    ['a figure that is none', { fps: -1 }],
  ])('malformed (%s) is refused and leaves no trace', async (_what, about) => {
    const { socket } = (await aDisplay()).screen
    const reply = await socket.timeout(5_000).emitWithAck('report', { ...aReport(), ...about })
    expect(reply).toEqual({ ok: false })
    const { body } = await get(`${station.url}/api/v1/displays`)
    expect(fleetReplySchema.parse(body).displays).toEqual([])
  })
})

test('displays that report are counted for Prometheus', async () => {
  await (await aDisplay()).report()
  const { body } = await get(`${station.url}/metrics`)
  expect(String(body)).toMatch(/^daisen_displays_alive 1$/m)
})

test.each(['commands', `${randomUUID()}/orders`, `${randomUUID()}/thumbnail`])(
  'a page of another site is refused (%#)',
  async path => {
    const { status } = await get(`${station.url}/api/v1/displays/${path}`, {
      method: 'POST',
      headers: { origin: 'https://example.org', 'content-type': 'application/json' },
      body: '{}',
    })
    expect(status).toBe(403)
  },
)

describe('an order', () => {
  test.each(['reload', 'identify', 'thumbnail'] as const)(
    '%s reaches the display it is for, and no other',
    async kind => {
      const [one, other] = [await aDisplay(), await aDisplay()]
      await Promise.all([one.report(), other.report()])
      expect((await order(one.id, kind)).status).toBe(200)
      await expect.poll(() => one.orders).toEqual([{ kind }])
      expect(other.orders).toEqual([])
    },
  )

  test('for a display that isn’t connected is refused, and so is one that there isn’t', async () => {
    expect((await order(randomUUID(), 'reload')).status).toBe(404)
    const display = await aDisplay()
    await display.report()
    expect((await order(display.id, 'dance')).status).toBe(400)
    expect((await order('not-an-id', 'reload')).status).toBe(400)
  })
})

describe('a thumbnail', () => {
  test('is kept as what it is by its first bytes, and had with its time', async () => {
    const display = await aDisplay()
    await display.report()
    for (const [bytes, type] of [
      [JPEG, 'image/jpeg'],
      [WEBP, 'image/webp'],
    ] as const) {
      expect((await sendPicture(display.id, bytes)).status).toBe(200)
      const had = await fetch(`${station.url}/api/v1/displays/${display.id}/thumbnail`)
      expect([had.headers.get('content-type'), had.headers.get('cache-control')]).toEqual([type, 'no-store'])
      expect(had.headers.get('x-content-type-options')).toBe('nosniff')
      expect(Buffer.from(await had.arrayBuffer()).equals(bytes)).toBe(true)
    }
    expect((await rowOf(display.id))?.thumbnailAt).not.toBeNull()
  })

  test('of the largest size is taken, one byte more is not', async () => {
    const display = await aDisplay()
    await display.report()
    const filled = (length: number) => Buffer.concat([JPEG, Buffer.alloc(length - JPEG.length)])
    expect((await sendPicture(display.id, filled(MAX_THUMBNAIL_BYTES))).status).toBe(200)
    expect((await sendPicture(display.id, filled(MAX_THUMBNAIL_BYTES + 1))).status).toBe(413)
  })

  test('that is no picture, or of a display that isn’t connected, is refused', async () => {
    const display = await aDisplay()
    await display.report()
    expect((await sendPicture(display.id, Buffer.from('<svg/>'))).status).toBe(400)
    expect((await sendPicture(randomUUID(), JPEG)).status).toBe(404)
    expect((await get(`${station.url}/api/v1/displays/${randomUUID()}/thumbnail`)).status).toBe(404)
  })
})

describe('profiles', () => {
  test('a new station has some, each sound; what is saved is there after a restart', async () => {
    expect([...(await stateOf()).profiles.keys()]).toContain('ba-man-hinh')
    expect((await save()).status).toBe(200)
    await station.stop()
    await start()
    expect((await stateOf()).profiles.get('thu')?.profile).toEqual(aProfile())
  })

  test('one that somebody has changed since is not overwritten', async () => {
    await save()
    const { version } = (await stateOf()).profiles.get('thu') ?? { version: 0 }
    expect((await save(aProfile({ name: 'Hai' }), version)).status).toBe(200)
    const late = await save(aProfile({ name: 'Ba' }), version)
    expect(late.status).toBe(422)
    expect(problemOf(late).errors?.[0]?.code).toBe('profile-changed')
    expect((await stateOf()).profiles.get('thu')?.profile.name).toBe('Hai')
  })

  test('one that nobody could read is refused with what would help, in both languages', async () => {
    const { errors } = problemOf(await save(aProfile({ distanceMetres: 8 })))
    expect(errors?.[0]).toMatchObject({ code: 'unreadable', field: 'profile.distanceMetres' })
    expect(errors?.[0]?.vi).toMatch(/Đề xuất: đứng cách không quá 5(,\d)? m, hoặc dùng màn hình từ \d+ inch/)
    expect(errors?.[0]?.en).toMatch(/Proposal: stand no farther than 5(\.\d)? m, or use screens of at least \d+ inches/)
  })

  test('one that is used is not removed; the same command sent twice is done once', async () => {
    await save()
    const display = await aDisplay()
    expect((await assign(display.id, 'a')).status).toBe(200)
    const remove = (key?: string) =>
      commandDisplays(station.url, { command: 'remove-profile', data: { profile: 'thu' } }, key)
    expect(problemOf(await remove()).errors?.[0]?.code).toBe('profile-used')
    await commandDisplays(station.url, { command: 'forget-display', data: { display: display.id } })
    const key = randomUUID()
    expect((await remove(key)).body).toMatchObject({ repeated: false })
    expect((await remove(key)).body).toMatchObject({ repeated: true })
  })

  test('what was done to them and by whom stays in the log, page by page', async () => {
    await save()
    await save(aProfile({ name: 'Hai' }), (await stateOf()).lastId)
    const page = async (query: string) =>
      eventsReplySchema.parse((await get(`${station.url}/api/v1/displays/events?${query}`)).body)
    const ofIt = await page('subject=display-profile:thu')
    expect(ofIt.events.map(({ data }) => data)).toEqual([
      { profile: aProfile({ name: 'Hai' }) },
      { profile: aProfile() },
    ])
    expect(ofIt.events[0]?.actor).toMatch(/^declared:Nguyễn Thị Sen · /)
    const all = await page('after=0')
    const first = await page(`after=0&limit=${all.events.length - 1}`)
    const rest = await page(`after=${first.next}&limit=${all.events.length - 1}`)
    expect([...first.events, ...rest.events]).toEqual(all.events)
    expect([all.next, rest.next]).toEqual([null, null])
    expect((await get(`${station.url}/api/v1/displays/events?limit=0`)).status).toBe(400)
    const { body } = await get(`${station.url}/api/v1/programme/events?subject=display-profile:thu`)
    expect(body).toEqual({ events: [], next: null })
  })

  test('screens follow them live', async () => {
    const screen = await openScreen(station.url)
    const heard: string[] = []
    screen.socket.on('events', ({ family, events }, applied) => {
      if (family === 'display') heard.push(...events.map(({ type }) => type))
      applied()
    })
    const { lastId } = await stateOf()
    const { body } = await get(`${station.url}/api/v1/displays/state`)
    const { hash } = body as DisplaySnapshot
    await screen.socket.timeout(5_000).emitWithAck('follow', { family: 'display', after: lastId, hash })
    await save()
    await expect.poll(() => heard).toEqual(['display.profile-saved'])
    screen.leave()
  })
})

describe('the displays of one wall', () => {
  test('are told who is there: one that dies is missed, one that comes back is counted again', async () => {
    await save()
    const [left, right] = [await aDisplay(), await aDisplay()]
    await assign(left.id, 'a')
    await assign(right.id, 'b')
    await left.report()
    await right.report()
    await expect.poll(() => left.fellows.at(-1)).toEqual({ profile: 'thu', alive: ['a', 'b'] })
    await die(right)
    passed = RELOAD_MS + 1
    await expect.poll(() => left.fellows.at(-1), { timeout: 10_000 }).toEqual({ profile: 'thu', alive: ['a'] })
    const back = await aDisplay(right.id)
    await back.report()
    await expect.poll(() => left.fellows.at(-1)).toEqual({ profile: 'thu', alive: ['a', 'b'] })
    await expect.poll(() => back.fellows.at(-1)).toEqual({ profile: 'thu', alive: ['a', 'b'] })
  })

  test('a display of another wall, or of none, is told nothing of it', async () => {
    await save()
    const [own, stranger] = [await aDisplay(), await aDisplay()]
    await assign(own.id, 'a')
    await Promise.all([own.report(), stranger.report()])
    await expect.poll(() => own.fellows.length).toBeGreaterThan(0)
    expect(stranger.fellows).toEqual([])
  })
})
