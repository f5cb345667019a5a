// The programme's door against a real station: what is refused and why, what is done once and only once, and what moves the screens.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fold } from '../../shared/programme/fold.ts'
import type { FollowedEvents } from '../../shared/protocol.ts'
import { get, problemOf } from '../support/door.ts'
import { aCommand, anUpdate, carryOut, LEAD, post, stateOf } from '../support/programme.ts'
import { openScreen } from '../support/screen.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Done = { readonly repeated: boolean; readonly events: readonly { readonly id: number; readonly actor: string }[] }

const folder = temporaryFolder()
let station: TestStation
beforeAll(async () => {
  station = await startTestStation({ dataDir: folder.path })
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const versionOf = async (subject: string) => (await stateOf(station)).versions.get(subject) ?? 0
const eventsOf = async (query: string) =>
  (await get(`${station.url}/api/v1/programme/events${query}`)).body as {
    readonly events: readonly { readonly id: number; readonly at: number; readonly type: string }[]
    readonly next: number | null
  }

test('a new station begins with the facts of the seed, and no simulated word', async () => {
  const state = await stateOf(station)
  expect([state.villages.size, state.plan?.tasks.length]).toEqual([9, 27])
  const { events } = await eventsOf('?limit=1000')
  expect(events.length).toBeGreaterThan(30)
  expect(JSON.stringify(events)).not.toContain('"simulated:')
})

describe('a command', () => {
  test('is done, says by whom, and stands in the state', async () => {
    const answer = await carryOut(station, aCommand('update-task', anUpdate('Đã họp tổ công tác')))
    const [event] = (answer.body as Done).events
    expect(event?.actor).toBe('declared:Lan · Sở Khoa học và Công nghệ')
    const latest = (await stateOf(station)).tasks.get('1.4')?.latest
    expect(latest).toMatchObject({ text: 'Đã họp tổ công tác', by: event?.actor, eventId: event?.id })
  })

  test('sent again under its key is answered as the first time, also when it would now be refused', async () => {
    const key = randomUUID()
    const body = aCommand('raise-obstacle', {
      obstacle: `o-${key}`,
      kind: 'obstacle',
      title: 'Thiếu đường truyền',
      text: 'Ấp chưa có cáp quang',
      village: 'phu-cuong',
      task: null,
    })
    const first = await post(station, body, { 'idempotency-key': key })
    const again = await post(station, body, { 'idempotency-key': key })
    expect([first.status, again.status]).toEqual([200, 200])
    expect((again.body as Done).events).toEqual((first.body as Done).events)
    expect([(first.body as Done).repeated, (again.body as Done).repeated]).toEqual([false, true])
    const other = await post(station, { ...body, actor: { ...LEAD, name: 'Bình' } }, { 'idempotency-key': key })
    expect([other.status, problemOf(other).type]).toEqual([409, 'urn:dai-sen:problem:key-reused'])
  })

  test('on top of something that moved on is refused, names the change and changes nothing', async () => {
    await carryOut(station, aCommand('update-task', anUpdate('Bản của Lan')))
    const seen = await versionOf('task:1.4')
    await carryOut(station, aCommand('update-task', anUpdate('Bản của Bình'), { actor: { ...LEAD, name: 'Bình' } }))
    const late = await post(station, aCommand('update-task', anUpdate('Ghi đè'), { expected: seen }))
    expect(late.status).toBe(409)
    expect(problemOf(late)).toMatchObject({
      type: 'urn:dai-sen:problem:conflict',
      newest: { actor: 'declared:Bình · Sở Khoa học và Công nghệ', type: 'programme.task-updated' },
    })
    expect((await stateOf(station)).tasks.get('1.4')?.latest?.text).toBe('Bản của Bình')
  })

  test('of many at once on the same thing, one is done and every other is told so', async () => {
    const expected = await versionOf('task:1.5')
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        post(station, aCommand('update-task', anUpdate(`Bản ${i}`, { task: '1.5' }), { expected })),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 11 }, () => 409),
    ])
  })

  test('that the rules refuse comes back with every reason, in both languages, by field', async () => {
    const answer = await post(
      station,
      aCommand('book-funding', {
        village: 'phu-cuong',
        source: 'nowhere',
        year: 2026,
        kind: 'disbursed',
        amount: 0,
        on: '2999-01-01',
        document: null,
        note: null,
      }),
    )
    expect(answer.status).toBe(422)
    const errors = problemOf(answer).errors ?? []
    expect(errors.map(({ field }) => field)).toEqual(expect.arrayContaining(['source', 'amount', 'on']))
    for (const { vi, en } of errors) expect([vi.length > 10, en.length > 10, vi !== en]).toEqual([true, true, true])
  })

  test('that is no command is refused at the door, with the path of what is wrong', async () => {
    for (const body of ['', '{', '[]', 'null', '{"command":"drop-table"}', { command: 'update-task', data: {} }]) {
      const { status } = await post(station, body)
      expect([body, status]).toEqual([body, 400])
    }
    const odd = await post(station, { ...aCommand('update-task', anUpdate('x')), more: 1 })
    expect([odd.status, (problemOf(odd).errors ?? []).length]).toEqual([400, 1])
  })

  test.each([
    ['7 characters', '1234567', 400],
    ['8 characters', '12345678', 200],
    ['128 characters', 'k'.repeat(128), 200],
    ['129 characters', 'k'.repeat(129), 400],
    ['a space', 'abc defgh', 400],
    ['nothing', '', 400],
  ])('needs a key: one of %s', async (_about, key, status) => {
    const expected = await versionOf('task:3.1')
    const command = aCommand('update-task', anUpdate('x', { task: '3.1' }), { expected, actor: LEAD })
    expect((await post(station, command, { 'idempotency-key': key })).status).toBe(status)
  })

  test.each([
    ['a page of another origin', { origin: 'https://evil.example' }, 403],
    ['a page that a browser says is another site’s', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
  ])('of %s is not even read', async (_about, headers, status) => {
    const answer = await post(station, 'not even json', headers)
    expect([answer.status, problemOf(answer).type]).toEqual([status, 'urn:dai-sen:problem:forbidden'])
  })

  test('of our own page is', async () => {
    const expected = await versionOf('task:3.3')
    const command = aCommand('update-task', anUpdate('x', { task: '3.3' }), { expected })
    expect((await post(station, command, { origin: station.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('may name only evidence that is here', async () => {
    const file = { hash: 'a'.repeat(64), name: 'bien-ban.pdf', size: 9, type: 'application/pdf' }
    const lost = await post(station, aCommand('update-task', anUpdate('x', { files: [file] })))
    expect(lost.status).toBe(422)
    expect(problemOf(lost).errors).toMatchObject([
      { code: 'evidence-missing', field: 'files', vi: expect.stringContaining('bien-ban.pdf') },
    ])
    const bytes = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
    const kept = (await get(`${station.url}/api/v1/programme/files`, { method: 'POST', body: bytes })).body as object
    const expected = await versionOf('task:1.4')
    const files = [{ ...file, ...kept }]
    expect((await post(station, aCommand('update-task', anUpdate('x', { files }), { expected }))).status).toBe(200)
  })
})

describe('the past', () => {
  test('is the programme as it stood: a day stands for its end in the province', async () => {
    const before = await stateOf(station, '?at=2025-05-19')
    const after = await stateOf(station, '?at=2025-05-20')
    const recognised = (state: typeof before) =>
      [...state.villages.values()].filter(({ recognition }) => recognition?.state === 'recognised').length
    expect([recognised(before), recognised(after)]).toEqual([0, 6])
    expect((await stateOf(station, '?at=2023-01-01')).villages.size).toBe(0)
  })

  test.each(['?at=yesterday', '?at=2025-02-30', '?at=2025-05-20T00:00', '?at=', '?since=2025-01-01'])(
    'of %s is no past',
    async query => {
      expect((await get(`${station.url}/api/v1/programme/state${query}`)).status).toBe(400)
    },
  )

  test('the events come in pages, oldest first, and about one thing newest first', async () => {
    const first = await eventsOf('?limit=5')
    const second = await eventsOf(`?limit=5&after=${first.next}`)
    const ids = [...first.events, ...second.events].map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
    const about = await eventsOf('?subject=task:1.4')
    expect(about.events.length).toBeGreaterThan(2)
    expect(about.events.map(({ id }) => id)).toEqual(about.events.map(({ id }) => id).toSorted((a, b) => b - a))
    const last = await eventsOf(`?before=999999999999999&limit=3`)
    expect(last.events.map(({ id }) => id)).toEqual(last.events.map(({ id }) => id).toSorted((a, b) => b - a))
    const older = await eventsOf(`?before=${last.next}&limit=3`)
    expect(older.events[0]?.id).toBeLessThan(last.events.at(-1)?.id ?? 0)
    for (const query of ['?before=0', '?limit=0', '?limit=1001', '?after=x'])
      expect((await get(`${station.url}/api/v1/programme/events${query}`)).status).toBe(400)
  })

  test('the chain is checked on demand', async () => {
    expect((await get(`${station.url}/api/v1/programme/audit`)).body).toMatchObject({ holds: true, brokenId: null })
  })
})

describe('a screen', () => {
  test('that follows holds the station’s state, a second after a change at the most', async () => {
    const screen = await openScreen(station.url)
    let held = await stateOf(station)
    const batches: FollowedEvents[] = []
    screen.socket.on('events', (body, applied) => {
      batches.push(body)
      held = fold(held, body.events)
      applied()
    })
    const snapshot = (await get(`${station.url}/api/v1/programme/state`)).body as { readonly hash: string }
    const from = { family: 'programme', after: held.lastId, hash: snapshot.hash }
    const answer = await screen.socket.timeout(5_000).emitWithAck('follow', from)
    expect(answer).toMatchObject({ ok: true })
    const sentAt = performance.now()
    await carryOut(station, aCommand('update-task', anUpdate('Nhìn thấy trên tường', { task: '6.3' })))
    await expect
      .poll(() => held.tasks.get('6.3')?.latest?.text, { timeout: 20_000, interval: 10 })
      .toBe('Nhìn thấy trên tường')
    // A figure to see, not a promise that a busy machine could break.
    process.stdout.write(`from command to screen: ${Math.round(performance.now() - sentAt)} ms\n`)
    screen.leave()
  })

  test('that followed another log is told so', async () => {
    const screen = await openScreen(station.url)
    const answer = await screen.socket
      .timeout(5_000)
      .emitWithAck('follow', { family: 'programme', after: 5, hash: 'f'.repeat(64) })
    expect(answer).toEqual({ ok: false, error: 'unknown' })
    screen.leave()
  })

  test('loads one compressed snapshot', async () => {
    const sizes = await Promise.all(
      ['br', 'gzip', 'identity'].map(async encoding => {
        const response = await fetch(`${station.url}/api/v1/programme/state`, {
          headers: { 'accept-encoding': encoding },
        })
        const whole = await response.text()
        return [response.headers.get('content-encoding'), Number(response.headers.get('content-length')), whole.length]
      }),
    )
    expect(sizes.map(([encoding]) => encoding)).toEqual(['br', 'gzip', null])
    for (const [, sent, whole] of sizes.slice(0, 2)) expect(Number(sent)).toBeLessThan(Number(whole) / 3)
  })
})

test('a station that starts again knows all it knew, and plants no fact twice', async () => {
  const before = await eventsOf('?limit=1000')
  await carryOut(station, aCommand('update-task', anUpdate('Trước khi khởi động lại', { task: '6.5' })))
  await station.stop()
  station = await startTestStation({ dataDir: folder.path })
  expect((await eventsOf('?limit=1000')).events.length).toBe(before.events.length + 1)
  expect((await stateOf(station)).tasks.get('6.5')?.latest?.text).toBe('Trước khi khởi động lại')
})

test('a second station on the same store sees what the first did, and never overwrites it', async () => {
  const second = await startTestStation({ dataDir: folder.path })
  try {
    await carryOut(station, aCommand('update-task', anUpdate('Từ trạm thứ nhất', { task: '3.2' })))
    const stale = await post(second, aCommand('update-task', anUpdate('Từ trạm thứ hai', { task: '3.2' })))
    expect(stale.status).toBe(409)
    const textAt = async () => (await stateOf(second, `?at=${Date.now() + 60_000}`)).tasks.get('3.2')?.latest?.text
    await expect.poll(textAt, { timeout: 20_000 }).toBe('Từ trạm thứ nhất')
    await carryOut(second, aCommand('update-task', anUpdate('Sau khi xem lại', { task: '3.2' })))
  } finally {
    await second.stop()
  }
})
