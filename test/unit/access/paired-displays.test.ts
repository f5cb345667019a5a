// The token of a paired display over the years: renewed without anybody noticing, lost answers, copies. Real store.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createPairedDisplays,
  LATE_MS,
  MOST_PAIRED,
  type PairedDisplays,
  ROTATE_MS,
} from '../../../server/access/paired-displays.ts'
import { type AccessRecords, createAccessRecords, MOST_SPENT } from '../../../server/access/records.ts'
import { databasePath } from '../../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const WALL = 'a1111111-1111-4111-8111-111111111111'
const GRANT = { scope: 'province', audience: 'office', address: '10.0.0.1' } as const
let clock: number
let folder: ReturnType<typeof temporaryFolder>
let store: Store
let records: AccessRecords
let displays: PairedDisplays

beforeEach(async () => {
  clock = 1_000_000
  folder = temporaryFolder()
  store = await openSqliteStore({ path: databasePath(folder.path) })
  records = await createAccessRecords(store)
  displays = createPairedDisplays({ records, now: () => clock })
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const written = () => records.inTurn(async () => undefined)
async function paired(id = WALL): Promise<string> {
  const token = await displays.pair(id, GRANT, 'person:Sen')
  if (token === undefined) throw new Error('no room')
  return token
}
/** What its next question brings, and whether it is known with it. */
async function ask(token: string): Promise<string> {
  const isKnown = displays.byToken(token) !== undefined
  await written()
  const fresh = isKnown ? await displays.renew(token, '10.0.0.1') : undefined
  return isKnown ? (fresh ?? token) : 'nobody'
}

test('a token is never kept, only its hash', async () => {
  const token = await paired()
  expect(JSON.stringify(await store.accessRecords())).not.toContain(token)
})

describe('the token', () => {
  test('stays for a day, to the millisecond, and is renewed then', async () => {
    const token = await paired()
    clock += ROTATE_MS - 1
    expect(await ask(token)).toBe(token)
    clock += 1
    const fresh = await ask(token)
    expect(fresh).not.toBe(token)
    expect(await ask(fresh)).toBe(fresh)
  })

  test('is renewed every day, and of those before only the last ones are kept', async () => {
    let token = await paired()
    for (let day = 0; day < MOST_SPENT + 5; day++) {
      clock += ROTATE_MS
      token = await ask(token)
    }
    expect(token).not.toBe('nobody')
    expect(displays.all().get(WALL)?.spent.length).toBe(MOST_SPENT)
  })

  test('whose answer was lost is good until a later one arrives', async () => {
    const token = await paired()
    clock += ROTATE_MS
    await ask(token)
    clock += LATE_MS
    const second = await ask(token)
    expect(second).not.toBe(token)
    expect(await ask(second)).toBe(second)
    expect(displays.all().get(WALL)?.copiedAt).toBeNull()
  })

  test('asked for by two windows at the same moment is one: neither is shut out', async () => {
    const token = await paired()
    clock += ROTATE_MS
    const answers = await Promise.all([displays.renew(token, ''), displays.renew(token, '')])
    const fresh = answers.filter(one => one !== undefined)
    expect(fresh.length).toBe(1)
    expect(displays.byToken(fresh[0] ?? '')).toBeDefined()
  })

  test('seen while the next one is being written does not undo that one', async () => {
    const token = await paired()
    clock += ROTATE_MS
    const renewing = displays.renew(token, '')
    expect(displays.byToken(token)).toBeDefined()
    const fresh = await renewing
    await written()
    expect(displays.byToken(fresh ?? '')).toBeDefined()
  })
})

describe('a token that was renewed away', () => {
  test('and comes late, from before the new one arrived, is no copy', async () => {
    const token = await paired()
    clock += ROTATE_MS
    const fresh = await ask(token)
    await ask(fresh)
    clock += LATE_MS - 1
    expect(displays.byToken(token)).toBeDefined()
    await written()
    expect(displays.all().get(WALL)?.copiedAt).toBeNull()
  })

  test('and comes back is a copy: both are shut out, and that is written down once', async () => {
    const token = await paired()
    clock += ROTATE_MS
    const fresh = await ask(token)
    await ask(fresh)
    clock += LATE_MS
    expect(displays.byToken(token)).toBeUndefined()
    expect(displays.byToken(token)).toBeUndefined()
    await written()
    expect(displays.all().get(WALL)?.copiedAt).toBe(clock)
    expect(displays.byToken(fresh)).toBeUndefined()
    expect(await displays.renew(fresh, '')).toBeUndefined()
    const events = await store.eventsBefore('access', Number.MAX_SAFE_INTEGER, 10)
    expect(events.filter(({ type }) => type === 'access.display-copied').length).toBe(1)
  })

  test('ends with a new pairing: then it is nobody’s, and no copy', async () => {
    const token = await paired()
    clock += ROTATE_MS
    await ask(await ask(token))
    const again = await paired()
    expect(displays.byToken(token)).toBeUndefined()
    await written()
    expect(displays.byToken(again)).toBeDefined()
  })
})

test(`${MOST_PAIRED} displays are paired and not one more; one that is paired may be again`, async () => {
  await paired()
  const body = displays.all().get(WALL)
  if (!body) throw new Error('not paired')
  const others = Array.from({ length: MOST_PAIRED - 2 }, (_, i) => ({
    kind: 'display' as const,
    id: `other-${i}`,
    body: { ...body, token: `hash-${i}` },
  }))
  await records.change(others, [])
  await paired('the last one')
  expect(displays.hasRoom('one more')).toBe(false)
  expect(await displays.pair('one more', GRANT, 'person:Sen')).toBeUndefined()
  expect(await displays.pair(WALL, GRANT, 'person:Sen')).toBeDefined()
})

describe('what an administrator changes', () => {
  test.each([
    ['scope', { scope: 'unit:xa-my-hiep', audience: 'office' }],
    ['class', { scope: 'province', audience: 'public' }],
  ] as const)('of the %s ends what stood on the one before', async (_what, to) => {
    const token = await paired()
    const before = displays.byToken(token)?.body
    if (!before) throw new Error('not paired')
    expect(displays.isPaired(WALL, before)).toBe(true)
    await displays.change(WALL, to, 'person:Sen')
    expect(displays.isPaired(WALL, before)).toBe(false)
    expect(displays.byToken(token)?.body).toMatchObject(to)
  })

  test('by taking it back ends it, and outlives a restart', async () => {
    const token = await paired()
    await displays.revoke(WALL, 'person:Sen')
    expect(displays.byToken(token)).toBeUndefined()
    expect(await displays.revoke(WALL, 'person:Sen')).toBe(false)
    expect((await createAccessRecords(store)).all('display').size).toBe(0)
  })
})
