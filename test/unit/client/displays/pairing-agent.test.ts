// A screen that asks to be let in: goes on whatever the station says, and stops when it is in.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Answer, postJson } from '../../../../client/app/post-json.ts'
import { createPairingAgent, type PairingAgent } from '../../../../client/displays/pairing-agent.ts'

const LIFE_MS = 600_000
/** The station's clock is none of the screen's business. */
const SERVER_NOW = 5
let answers: Answer<unknown>[]
let asked: string[]
let codes: number
let isIn: boolean
let agent: PairingAgent
let stop: () => void

const opened = (): Answer<unknown> => ({
  status: 200,
  body: { code: `00000${++codes}`, secret: 's', now: SERVER_NOW, expiresAt: SERVER_NOW + LIFE_MS },
})
const WAITING = { status: 200, body: { state: 'waiting' } }
const AWAY = { status: 0, body: undefined }

beforeEach(() => {
  vi.useFakeTimers()
  answers = []
  asked = []
  codes = 0
  isIn = false
  const post = (async (path: string) => {
    asked.push(path.endsWith('claim') ? 'claim' : 'open')
    return answers.shift() ?? (path.endsWith('claim') ? WAITING : opened())
  }) as typeof postJson
  agent = createPairingAgent({
    displayId: () => 'a',
    post,
    onPaired: () => {
      isIn = true
    },
    now: () => Date.now(),
  })
  stop = agent.run()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const code = () => agent.standing().shown?.code

describe('a screen', () => {
  test('shows a code, asks every second what became of it, and asks no more once it is in', async () => {
    await after(0)
    expect(code()).toBe('000001')
    await after(3_000)
    expect(asked).toEqual(['open', 'claim', 'claim', 'claim'])
    answers.push({ status: 200, body: { state: 'paired' } })
    await after(1_000)
    expect(isIn).toBe(true)
    await after(10_000)
    expect(asked.length).toBe(5)
  })

  test('that is let in and still there after a while begins anew', async () => {
    await after(0)
    answers.push({ status: 200, body: { state: 'paired' } })
    await after(1_000 + 20_000)
    expect(code()).toBe('000002')
  })

  test('has another code made when the one it shows ran out, not before', async () => {
    await after(LIFE_MS - 1)
    expect(code()).toBe('000001')
    await after(1_001)
    expect(code()).toBe('000002')
  })

  test('has another code made when the station doesn’t know the one it shows any more', async () => {
    await after(0)
    answers.push({ status: 404, body: undefined })
    await after(1_001)
    expect(code()).toBe('000002')
  })

  test('says that the station is away, keeps its code and goes on', async () => {
    await after(0)
    answers.push(AWAY)
    await after(1_000)
    expect(agent.standing()).toMatchObject({ isAway: true, shown: { code: '000001' } })
    await after(2_000)
    expect(agent.standing()).toMatchObject({ isAway: false, shown: { code: '000001' } })
  })

  test('shows no code that has run out while the station is away', async () => {
    await after(0)
    answers.push(...Array.from({ length: 1_000 }, () => AWAY))
    await after(LIFE_MS + 4_000)
    expect(agent.standing()).toMatchObject({ isAway: true, shown: undefined })
    answers.length = 0
    await after(2_000)
    expect(code()).toBe('000002')
  })
})

test('says why it can’t be let in here, and asks seldom', async () => {
  stop()
  const problem = { type: 'x', title: 'https', status: 403, en: { title: 'https' } }
  const refused = createPairingAgent({
    displayId: () => 'a',
    onPaired: () => {},
    post: async () => ({ status: 403, body: undefined, problem }),
    now: () => Date.now(),
  })
  stop = refused.run()
  await after(0)
  expect(refused.standing()).toMatchObject({ shown: undefined, refusal: problem })
})
