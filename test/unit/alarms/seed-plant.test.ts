import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AlarmSeedEvent, plantAlarmStory, plantRules } from '../../../server/alarms/seed.ts'
import { databasePath } from '../../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { ruleOf, seed } from './seed-sample.ts'

let folder: ReturnType<typeof temporaryFolder>
let store: Store
beforeEach(async () => {
  folder = temporaryFolder()
  store = await openSqliteStore({ path: databasePath(folder.path) })
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const logged = () => store.eventsOf('alarm', 0, 10_000)
const stateNow = async () => foldAlarms(EMPTY_ALARM_STATE, await logged())
const published = (id: string, change: object): AlarmSeedEvent => ({
  type: 'alarm.rule-published',
  subject: `alarm-rule:${id}`,
  data: { rule: { ...ruleOf(id), ...change }, version: 2, reason: 'khác' },
  at: Date.parse('2026-11-01T00:00:00Z'),
  actor: 'declared:Sen · Sở Khoa học và Công nghệ',
})
const append = (event: AlarmSeedEvent, key: string) =>
  store.appendEvents({ events: [event], expected: [], key, fingerprint: key })

const [first] = seed
if (!first) throw new Error('no rules')
const STORY_AT = Date.parse('2026-11-10T00:00:00Z')
const commented = (at: number): AlarmSeedEvent => ({
  type: 'alarm.commented',
  subject: 'alarm:ph-low:series:a.ph',
  data: { text: 'mô phỏng' },
  at,
  actor: 'simulated:Trực ban',
})
const STORY = [commented(STORY_AT), commented(STORY_AT + 1)]

describe('the default rules in a log', () => {
  test('go in once, also at the second start', async () => {
    expect(await plantRules(store, seed)).toBe(seed.length)
    const before = await logged()
    expect(before).toHaveLength(seed.length)
    expect(await plantRules(store, seed)).toBe(0)
    expect(await logged()).toEqual(before)
    expect((await stateNow()).rules.size).toBe(seed.length)
  })

  test('never take back what people changed, and what a newer seed says of a rule there is isn’t taken over', async () => {
    await plantRules(store, seed)
    await append(published('ph-low', { isOn: false }), 'a person')
    const newer = seed.map(event => ({ ...event, data: { ...event.data, reason: 'bản mới' } })) as typeof seed
    expect(await plantRules(store, newer)).toBe(0)
    expect((await stateNow()).rules.get('ph-low')).toMatchObject({ version: 2, rule: { isOn: false } })
  })

  test('a newer seed adds the rules that are new', async () => {
    expect(await plantRules(store, seed.slice(2))).toBe(seed.length - 2)
    expect(await plantRules(store, seed)).toBe(2)
    expect((await stateNow()).rules.size).toBe(seed.length)
  })

  test('a rule that somebody made under the same id before stays theirs', async () => {
    await append(published('ph-low', { onDelayMs: 1 }), 'a person')
    expect(await plantRules(store, seed)).toBe(seed.length - 1)
    expect((await stateNow()).rules.get('ph-low')?.rule.onDelayMs).toBe(1)
  })
})

describe('a simulated past in a log', () => {
  test('goes in whole, behind the rules, and only once', async () => {
    await plantRules(store, seed)
    expect(await plantAlarmStory(store, () => STORY)).toBe(true)
    expect((await logged()).slice(-2).map(({ at }) => at)).toEqual([STORY_AT, STORY_AT + 1])
    expect(await plantAlarmStory(store, () => STORY)).toBe(false)
    expect(await logged()).toHaveLength(seed.length + 2)
  })

  test('stays out where there was an alarm, without being told', async () => {
    await plantRules(store, seed)
    await append(commented(STORY_AT - 1_000), 'an alarm')
    const untold = () => {
      throw new Error('nobody asked')
    }
    expect(await plantAlarmStory(store, untold)).toBe(false)
  })

  test.each([
    [STORY_AT, true],
    [STORY_AT + 1, false],
  ])('a rule of %i is not younger than it: %s', async (at, isPlanted) => {
    await plantRules(store, seed)
    await append({ ...published('ph-low', {}), at }, 'a person')
    expect(await plantAlarmStory(store, () => STORY)).toBe(isPlanted)
  })

  test('an empty story plants nothing', async () => {
    expect(await plantAlarmStory(store, () => [])).toBe(false)
    expect(await logged()).toEqual([])
  })
})
