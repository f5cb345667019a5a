// A field so small and quick that seconds tell a whole story, run against a real broker with real clients over sockets.
import { expect } from 'vitest'
import type { Entry } from '../../../server/simulate/field.ts'
import { type Running, type RunOptions, runField } from '../../../server/simulate/run.ts'
import type { Broker, Message } from './broker.ts'

export const PACE_MS = 50
export type SmallField = RunOptions['field']

/** Devices that count: the value at an instant is the number of its slot. */
export function aSmallField(about: Partial<SmallField> = {}, names: readonly string[] = ['a']): SmallField {
  const entryAt = (at: number): Entry => ({ at, ts: at, v: { level: at / PACE_MS } })
  return {
    plans: names.map(name => ({
      id: `sim-${name}`,
      name,
      village: 'dong',
      lon: 105.6,
      lat: 10.4,
      source: 'simulated' as const,
      quantities: [{ code: 'level', intervalMs: PACE_MS }],
    })),
    readingsOf(_device, from, to, max, stepMs = PACE_MS) {
      const until = Math.min(to, from + max * stepMs)
      const entries: Entry[] = []
      for (let at = (Math.floor(from / stepMs) + 1) * stepMs; at <= until; at += stepMs) entries.push(entryAt(at))
      return { entries, until }
    },
    newestOf: (_device, t) => [entryAt(Math.floor(t / PACE_MS) * PACE_MS)],
    isOut: () => false,
    repeats: () => false,
    ...about,
  }
}

export function start(
  broker: Pick<Broker, 'url'>,
  field: SmallField,
  about: Partial<RunOptions> = {},
): Running & { readonly lines: readonly string[] } {
  const lines: string[] = []
  const tokens = new Map(field.plans.map(plan => [plan.id, `token-of-${plan.id}`]))
  const say = (line: string) => lines.push(line)
  const options = { url: broker.url, field, tokens, backfillHours: 0, tickMs: 20, say, random: () => 0.99 }
  return { ...runField({ ...options, ...about }), lines }
}

export type Sent = { readonly ts: number; readonly v: Readonly<Record<string, number>> }
export const sentIn = (message: Message): Sent[] => [message.body].flat() as Sent[]
export const slotsOf = (messages: readonly Message[]) => messages.flatMap(sentIn).map(sent => sent.ts / PACE_MS)
/** Slots without a gap, each once. */
export const expectContiguous = (slots: readonly number[]) =>
  expect(slots).toEqual(Array.from({ length: slots.length }, (_, n) => (slots[0] ?? 0) + n))
/** Waits for what must come true; generous, so that a busy machine is no failure. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8_000, interval: 20 })
export const pause = (ms: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, ms)
  })

/** A wall clock that moves one slot per look after the start: every message then holds a single reading. */
export function atPace(): () => number {
  let at = Math.floor(Date.now() / PACE_MS) * PACE_MS
  let last = performance.now()
  return () => {
    if (performance.now() - last > 150) {
      at += PACE_MS
      last = performance.now()
    }
    return at
  }
}
