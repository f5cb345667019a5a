// Every command at the real door: refused with its reason when the sender may not, and when it is no command; nothing is appended.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { get, problemOf } from '../support/door.ts'
import { post, stateOf } from '../support/programme.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { COMMAND_NAMES, GOOD } from '../unit/programme/decide-sample.ts'

/** A district of the plan: there is no such unit any more. */
const ENDED = { name: 'Lan', unit: 'district-872' } as const
/** The door lets so many through at once; each test sends two. */
const BURST = 60

/** Evidence that was never uploaded is refused before anything else is looked at. */
const withoutFiles = (data: object) => ({
  ...data,
  ...('files' in data ? { files: [] } : {}),
  ...('evidence' in data ? { evidence: [] } : {}),
})

let station: TestStation
let now = Date.now()
beforeAll(async () => {
  station = await startTestStation({ now: () => now })
})
afterAll(() => station.stop())

test('the door has a place for each of them', () => {
  expect(COMMAND_NAMES.length).toBeGreaterThanOrEqual(24)
  expect(2 * COMMAND_NAMES.length).toBeLessThanOrEqual(BURST)
})

describe.each(COMMAND_NAMES)('%s', command => {
  test('of a unit that has ended is refused, says who is wrong, and leaves no trace', async () => {
    const before = await stateOf(station)
    const answer = await post(station, { command, data: withoutFiles(GOOD[command].data), actor: ENDED, expected: 0 })
    expect(answer.status).toBe(422)
    const problem = problemOf(answer)
    expect(problem.errors?.find(({ field }) => field === 'actor.unit')?.code).toBe('unit-abolished')
    for (const { vi, en } of problem.errors ?? []) expect([vi, en].every(text => text.length > 5)).toBe(true)
    expect((await stateOf(station)).lastId).toBe(before.lastId)
  })

  test('with nothing in it is no command, and the part that is missing is named', async () => {
    const answer = await post(station, { command, data: {}, actor: ENDED, expected: 0 })
    expect(answer.status).toBe(400)
    expect(problemOf(answer).errors?.every(({ field }) => field?.startsWith('data'))).toBe(true)
  })
})

test('who sends too much is told to wait, and may go on after that', async () => {
  now += 60_000
  const send = () => post(station, { command: 'none' })
  const statuses: number[] = []
  for (let i = 0; i <= BURST; i++) statuses.push((await send()).status)
  expect(statuses).toEqual([...Array.from({ length: BURST }, () => 400), 429])
  const late = await send()
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
  now += 60_000
  expect((await send()).status).toBe(400)
  expect((await get(`${station.url}/healthz`)).status).toBe(200)
})
