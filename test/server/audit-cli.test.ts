import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { NewEvent, StoredEvent } from '../../server/store/store.ts'
import { linesOf, type Outcome, runCommand } from '../support/command.ts'
import { startTestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** 22/11/2026, five past midnight in Đồng Tháp: still the day before in UTC. */
const MIDNIGHT = Date.UTC(2026, 10, 21, 17, 5, 3)

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const audit = (...args: string[]): Promise<Outcome> =>
  runCommand('server/audit/audit-cli.ts', [...args, '--data-dir', folder.path])

const anEvent = (about: Partial<NewEvent> = {}): NewEvent => ({
  at: MIDNIGHT,
  actor: 'anna',
  type: 'programme.task-updated',
  subject: 'task:1',
  data: {},
  ...about,
})
/** Appends them in one command; returns them as stored. */
async function write(...events: NewEvent[]): Promise<readonly StoredEvent[]> {
  const store = await openSqliteStore({ path: databasePath(folder.path) })
  try {
    const outcome = await store.appendEvents({ events, expected: [], key: crypto.randomUUID(), fingerprint: 'f' })
    return outcome.kind === 'appended' ? outcome.events : []
  } finally {
    await store.close()
  }
}
function tamper(sql: string): void {
  const db = new DatabaseSync(databasePath(folder.path), { enableForeignKeyConstraints: false })
  db.exec('drop trigger event_is_append_only_update; drop trigger event_is_append_only_delete')
  db.exec(sql)
  db.close()
}

describe('the check', () => {
  test('says in one line how many events there are, and the last id and hash to keep elsewhere', async () => {
    const events = await write(anEvent(), anEvent(), anEvent())
    const { code, out, err } = await audit()
    expect([code, err]).toEqual([0, ''])
    expect(linesOf(out)).toEqual([
      `chuỗi sự kiện toàn vẹn: 3 sự kiện, số cuối 3 · event chain holds: 3 events, last id 3, hash ${events[2]?.hash}`,
    ])
  })

  test('of a log without events says that there are none', async () => {
    await (await openSqliteStore({ path: databasePath(folder.path) })).close()
    expect(await audit()).toEqual({ code: 0, out: 'chưa có sự kiện nào · no events yet\n', err: '' })
  })

  test('works beside a running station', async () => {
    const station = await startTestStation({ dataDir: folder.path })
    // The station has planted what it begins with; ours comes after that.
    const [event] = await write(anEvent())
    const { code, out } = await audit()
    await station.stop()
    expect(event?.id).toBeGreaterThan(1)
    expect([code, out]).toEqual([0, expect.stringContaining(`${event?.id} sự kiện`)])
  })

  test.each([
    ['who', "update event set actor = 'bình' where id = 2", '#2 · 22/11/2026 00:05:03 · bình · programme.x · task:2'],
    [
      'when',
      'update event set at = at + 86400000 where id = 2',
      '#2 · 23/11/2026 00:05:03 · anna · programme.x · task:2',
    ],
    ['what', `update event set data = '{"progress":100}' where id = 2`, '#2 · 22/11/2026 00:05:03 · anna'],
    ['when, to what is no time', 'update event set at = 9000000000000000 where id = 2', '#2 · 9000000000000000 · anna'],
    ['what, to what is no JSON', "update event set data = '{' where id = 2", "doesn't follow: #2\n"],
    [
      'that it was',
      'delete from event where id = 2',
      '#3 · 22/11/2026 00:05:03 · anna · programme.task-updated · task:1',
    ],
  ])('names the first event that was tampered with: %s', async (_what, sql, named) => {
    await write(anEvent(), anEvent({ type: 'programme.x', subject: 'task:2' }), anEvent())
    tamper(sql)
    const { code, out, err } = await audit()
    expect([code, err]).toEqual([1, ''])
    expect(linesOf(out)).toHaveLength(1)
    expect(out).toMatch(/ĐÃ BỊ SỬA.* · event chain BROKEN/)
    expect(out).toContain(named)
  })

  test('without a database says so and creates none', async () => {
    const { code, out, err } = await audit()
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe(`chưa có cơ sở dữ liệu ở · no database at ${databasePath(folder.path)}\n`)
    expect(readdirSync(folder.path)).toEqual([])
    const nowhere = join(folder.path, 'nowhere')
    expect((await runCommand('server/audit/audit-cli.ts', ['--data-dir', nowhere])).code).toBe(2)
    expect(existsSync(nowhere)).toBe(false)
  })

  test('of a database it cannot read is neither "whole" nor "tampered with"', async () => {
    await write(anEvent())
    tamper('pragma user_version = 99')
    const { code, out, err } = await audit()
    expect([code, out]).toEqual([3, ''])
    expect(linesOf(err)).toHaveLength(1)
  })
})

describe('the list', () => {
  const SOME = [
    anEvent({ data: { reason: 'họp giao ban', note: 'không dùng' } }),
    anEvent({ actor: 'bình', subject: 'task:2', data: { note: 'đã gửi công văn' } }),
    anEvent({ type: 'programme.disbursed', data: { reason: ' ', amount: 5 } }),
    anEvent({ data: 'text' }),
  ]

  test('says who, when in Vietnam, what and why, oldest first, with the verdict beside it', async () => {
    await write(...SOME)
    const { code, out, err } = await audit('--list')
    expect(code).toBe(0)
    expect(err).toContain('event chain holds: 4 events')
    expect(linesOf(out)).toEqual([
      '1\t22/11/2026 00:05:03\tanna\tprogramme.task-updated\ttask:1\thọp giao ban',
      '2\t22/11/2026 00:05:03\tbình\tprogramme.task-updated\ttask:2\tđã gửi công văn',
      '3\t22/11/2026 00:05:03\tanna\tprogramme.disbursed\ttask:1\t—',
      '4\t22/11/2026 00:05:03\tanna\tprogramme.task-updated\ttask:1\t—',
    ])
  })

  test('as JSON holds the event as it is stored, its time and its reason', async () => {
    const events = await write(...SOME)
    const { out } = await audit('--list', '--json')
    expect(linesOf(out).map(line => JSON.parse(line))).toEqual(
      events.map((event, i) => ({
        ...event,
        when: '2026-11-22T00:05:03.000+07:00',
        why: ['họp giao ban', 'đã gửi công văn', null, null][i],
      })),
    )
  })

  test('is cut by subject, first id and number, over pages', async () => {
    await write(...Array.from({ length: 2_100 }, (_, i) => anEvent({ subject: `task:${i % 2}` })))
    const ids = async (...args: string[]) =>
      linesOf((await audit('--list', ...args)).out).map(line => Number.parseInt(line))
    expect(await ids()).toEqual(Array.from({ length: 2_100 }, (_, i) => i + 1))
    expect(await ids('--subject', 'task:1', '--after', '2', '--limit', '2')).toEqual([4, 6])
    expect(await ids('--subject', 'task:1', '--after', '2000')).toHaveLength(50)
    expect(await ids('--after', '2099', '--limit', '5')).toEqual([2_100])
    expect(await ids('--after', '2100')).toEqual([])
    expect(await ids('--subject', 'task:9')).toEqual([])
  })

  test('of a tampered log comes with the verdict and its exit code, as far as it can be read', async () => {
    await write(...SOME)
    tamper("update event set actor = 'mallory' where id = 2; update event set data = '{' where id = 4")
    const { code, out, err } = await audit('--list')
    expect(code).toBe(1)
    expect(err).toContain('#2 · 22/11/2026 00:05:03 · mallory')
    expect(err).toContain('the list ends here')
    expect(linesOf(out).map(line => line.split('\t')[2])).toEqual(['anna', 'mallory', 'anna'])
  })

  test('keeps each event on its line, whatever its text would do to a terminal', async () => {
    const reason = 'x\n9\t01/01/2026\u001b[2J\u202edược'
    await write(anEvent({ actor: 'a\tb', data: { reason } }))
    const { out } = await audit('--list')
    expect(linesOf(out)).toEqual([
      '1\t22/11/2026 00:05:03\ta\\u{9}b\tprogramme.task-updated\ttask:1\tx\\u{a}9\\u{9}01/01/2026\\u{1b}[2J\\u{202e}dược',
    ])
  })
})

describe('what is mistyped', () => {
  test.each([
    [['--limit', '5'], /--list/],
    [['--json'], /--list/],
    [['--list', '--limit', '0'], /--limit 0: cần số nguyên từ 1 · must/],
    [['--list', '--limit', 'ten'], /--limit ten/],
    [['--list', '--after', '1.5'], /--after 1\.5: cần số nguyên từ 0 · must/],
    [['--list', '--after=-1'], /--after -1/],
    [['--list', '--subject', ''], /--subject/],
    [['--colour'], /--colour/],
    [['list'], /list/],
  ])('%j ends with 2 and says what', async (args, words) => {
    await write(anEvent())
    const { code, out, err } = await audit(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(words)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('--help is no mistake', async () => {
    const { code, out } = await audit('--help')
    expect([code, out]).toEqual([0, expect.stringContaining('--list')])
  })
})
