// The simulated people of a demonstration beside a station: what they have in common, whatever they do there.
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { runDemoOperator } from '../../../server/simulate/alarms/operator.ts'
import { runDemoProgramme } from '../../../server/simulate/programme/live.ts'
import { alarmCommandRequestSchema } from '../../../shared/alarms/command-schema.ts'
import { commandRequestSchema } from '../../../shared/programme/command-schema.ts'
import { createChance } from '../../support/seed.ts'
import { type AnsweringStation, alarmAnswers, programmeAnswers, startAnsweringStation } from './answering-station.ts'
import { demoProgramme, floodNight, TODAY } from './demo-states.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const PEOPLE = ['the programme', 'the alarms'] as const

type Scene = {
  readonly start: typeof runDemoOperator
  readonly answerOf: (path: string) => unknown
  readonly at: number
  readonly requestOf: (body: unknown) => { readonly isSimulated?: boolean | undefined }
}
let scenes: Readonly<Record<(typeof PEOPLE)[number], Scene>>
beforeAll(() => {
  const { state, events } = demoProgramme()
  const night = floodNight()
  scenes = {
    'the programme': {
      start: runDemoProgramme,
      answerOf: programmeAnswers(state, events),
      at: Date.parse(`${TODAY}T02:00:00Z`),
      requestOf: body => commandRequestSchema.parse(body),
    },
    'the alarms': {
      start: runDemoOperator,
      answerOf: alarmAnswers(night),
      at: night.lastAt + 3_600_000,
      requestOf: body => alarmCommandRequestSchema.parse(body),
    },
  }
})

describe.each(PEOPLE)('the people of %s beside a station', name => {
  let station: AnsweringStation
  let stop: (() => Promise<void>) | undefined
  let said: string[]
  afterEach(async () => {
    await stop?.()
    await station.stop()
  })

  async function run(status: () => number, answerOf = scenes[name].answerOf): Promise<void> {
    const { start, at } = scenes[name]
    station = await startAnsweringStation(answerOf, status)
    said = []
    stop = start({
      url: station.url,
      origin: 'https://dai-sen.example',
      localKey: 'k'.repeat(43),
      everyMs: 5,
      random: createChance(8).next,
      now: () => at,
      say: line => said.push(line),
    }).stop
  }
  async function moreCommands(count: number): Promise<void> {
    const before = station.commands().length
    await vi.waitFor(() => expect(station.commands().length).toBeGreaterThan(before + count), 20_000)
  }

  test('send one command at a time with its own key and the origin of the station’s pages', async () => {
    await run(() => 200)
    await moreCommands(3)
    const commands = station.commands()
    expect(new Set(commands.map(({ headers }) => headers['idempotency-key'])).size).toBe(commands.length)
    for (const { headers, body } of commands) {
      expect(headers.origin).toBe('https://dai-sen.example')
      expect(scenes[name].requestOf(JSON.parse(body)).isSimulated).toBe(true)
    }
    expect(station.asked.filter(({ path }) => path === '/api/v1/registry')).toHaveLength(1)
    expect(said).toEqual([])
  })

  test.each([409, 422])('take %i quietly, speak once of an outage, and go on when it is over', async refusal => {
    let status = refusal
    await run(() => status)
    await moreCommands(2)
    expect(said).toEqual([])
    status = 503
    await moreCommands(4)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^\S.* tạm ngừng · the simulated \S+ waits: .*503$/)
    status = 200
    await moreCommands(2)
    expect(said).toHaveLength(1)
  })

  test('speak of an outage anew after commands were taken again', async () => {
    let status = 503
    await run(() => status)
    await moreCommands(1)
    status = 200
    await moreCommands(2)
    status = 503
    await moreCommands(2)
    expect(said).toHaveLength(2)
  })

  test('end at once, also while the station doesn’t answer', async () => {
    await run(
      () => 200,
      () => undefined,
    )
    await vi.waitFor(() => expect(station.asked.length).toBeGreaterThan(0), 20_000)
    await stop?.()
    expect(said).toEqual([])
  })
})
