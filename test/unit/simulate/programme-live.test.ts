import { beforeAll, describe, expect, test, vi } from 'vitest'
import { runDemoProgramme } from '../../../server/simulate/programme/live.ts'
import { MAX_OBSTACLES, MAX_OPEN_OBSTACLES, nextDemoCommand } from '../../../server/simulate/programme/next-command.ts'
import type { CommandRequest } from '../../../shared/programme/command.ts'
import { commandRequestSchema } from '../../../shared/programme/command-schema.ts'
import { decide } from '../../../shared/programme/decide.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'
import { createChance } from '../../support/seed.ts'
import { programmeAnswers, startAnsweringStation } from './answering-station.ts'
import { demoProgramme, TODAY } from './demo-states.ts'
import { registry } from './sample.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const units = unitsById(registry.units)
let events: readonly AnyEvent[]
let state: ProgrammeState

beforeAll(() => {
  ;({ events, state } = demoProgramme())
})

/** What the station makes of a command; throws when it would refuse it. */
function executed(held: ProgrammeState, request: CommandRequest, today: string): ProgrammeState {
  const decision = decide({ state: held, units, today }, request)
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusals))
  expect(request.expected).toBe(held.versions.get(decision.subject) ?? 0)
  const at = Date.parse(`${today}T09:00:00+07:00`)
  const actor = `simulated:${request.actor.name}`
  return fold(
    held,
    decision.events.map((draft, index) => ({ id: held.lastId + index + 1, at, actor, ...draft })),
  )
}

describe('the next thing an office does', () => {
  test('is always something the rules allow, marked as simulated, of many kinds, and never a recognition', () => {
    const { next } = createChance(20_261_126)
    const kinds = new Map<string, number>()
    let held = state
    for (let step = 0; step < 600; step++) {
      const today = addDays(TODAY, Math.floor(step / 60))
      const request = nextDemoCommand(held, units, next, today)
      if (!request) continue
      expect(request.isSimulated).toBe(true)
      expect(commandRequestSchema.safeParse(request).error).toBeUndefined()
      kinds.set(request.command, (kinds.get(request.command) ?? 0) + 1)
      held = executed(held, request, today)
    }
    expect([...kinds.keys()].toSorted()).toEqual([
      'assess-indicator',
      'book-funding',
      'move-dossier',
      'move-obstacle',
      'raise-obstacle',
      'update-task',
    ])
    const recognised = (one: ProgrammeState) =>
      [...one.villages.values()].map(village => [village.id, village.recognition?.eventId])
    expect(recognised(held)).toEqual(recognised(state))
    const open = [...held.obstacles.values()].filter(one => one.state !== 'resolved')
    expect(open.length).toBeLessThanOrEqual(MAX_OPEN_OBSTACLES)
  })

  test('the dossier whose clock runs is carried to the end of the province’s work, not further', () => {
    const { next } = createChance(3)
    let held = state
    for (let step = 0; step < 900; step++) {
      const today = addDays(TODAY, 4 + Math.floor(step / 300))
      const request = nextDemoCommand(held, units, next, today)
      if (request) held = executed(held, request, today)
    }
    expect(held.dossiers.get('my-dong:1')?.moves.at(-1)?.to).toBe('consolidated')
    expect(held.dossiers.get('tan-thuan-tay:1')?.moves.at(-1)?.to).toBe('returned')
  })

  test.each([
    [MAX_OBSTACLES - 1, true],
    [MAX_OBSTACLES, false],
  ])('with %i obstacles another one is raised: %s', (count, isRaised) => {
    const sample = [...state.obstacles.values()].find(one => one.state === 'resolved')
    if (!sample) throw new Error('no resolved obstacle')
    const obstacles = new Map(Array.from({ length: count }, (_, at) => [`o-${at}`, { ...sample, id: `o-${at}` }]))
    const { next } = createChance(5)
    const seen = Array.from(
      { length: 300 },
      () => nextDemoCommand({ ...state, obstacles }, units, next, TODAY)?.command,
    )
    expect(seen.includes('raise-obstacle')).toBe(isRaised)
  })

  test('nothing occurs to anybody in a station without a plan', () =>
    expect(nextDemoCommand(EMPTY_STATE, units, createChance(1).next, TODAY)).toBeUndefined())
})

test('the offices beside a station have seen what others wrote since the snapshot before they write', async () => {
  const [newest] = events.slice(-1)
  if (!newest) throw new Error('no events')
  const later = { ...newest, id: newest.id + 1, subject: 'task:9.9', type: 'programme.of-a-newer-station', data: null }
  const station = await startAnsweringStation(programmeAnswers(state, [...events, later]))
  const offices = runDemoProgramme({
    url: station.url,
    origin: 'https://dai-sen.example',
    localKey: 'k'.repeat(43),
    everyMs: 5,
    random: createChance(8).next,
    now: () => Date.parse(`${TODAY}T02:00:00Z`),
  })
  await vi.waitFor(() => expect(station.commands().length).toBeGreaterThan(1), 20_000)
  await offices.stop()
  await station.stop()
  const after = station.asked.flatMap(({ path }) => /after=(\d+)/.exec(path)?.[1] ?? [])
  expect(after[0]).toBe(String(newest.id))
  expect(new Set(after.slice(1))).toEqual(new Set([String(later.id)]))
  // The whole state is asked for once; after that only what is new.
  expect(station.asked.filter(({ path }) => path === '/api/v1/programme/state')).toHaveLength(1)
})

test('the offices look anew after a trouble: the station may have got another log', async () => {
  const station = await startAnsweringStation(programmeAnswers(state, events), () => 503)
  const offices = runDemoProgramme({
    url: station.url,
    origin: 'https://dai-sen.example',
    localKey: 'k'.repeat(43),
    everyMs: 5,
  })
  const looks = () => station.asked.filter(({ path }) => path === '/api/v1/programme/state').length
  await vi.waitFor(() => expect(station.commands().length).toBeGreaterThan(1), 20_000)
  await offices.stop()
  await station.stop()
  expect(looks()).toBeGreaterThan(1)
})
