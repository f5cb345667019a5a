import { describe, expect, test, vi } from 'vitest'
import { isChattering } from '../../../shared/alarms/chatter.ts'
import { decideSystem } from '../../../shared/alarms/decide-system.ts'
import { createEvaluation } from '../../../shared/alarms/evaluation.ts'
import type { AlarmDraft } from '../../../shared/alarms/event.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import type { Priority } from '../../../shared/alarms/rule.ts'
import { asksForAttention } from '../../../shared/alarms/standing.ts'
import { type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import type { ConditionChange } from '../../../shared/alarms/watch.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import { aField, every, local, registry } from '../simulate/sample.ts'
import { catalogueOf, rules, seed, watchesAt } from './seed-sample.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 120_000 })
const MINUTE = 60_000
const DAY = 86_400_000

/** The alarms of a station under the default rules; somebody acknowledges what asks for attention after ten minutes. */
function createDesk(catalogue: ReturnType<typeof catalogueOf>) {
  const { watches } = watchesAt(catalogue)
  const byAlarm = new Map(watches.map(watch => [watch.alarm, watch]))
  let id = 0
  let state: AlarmState = foldAlarms(
    EMPTY_ALARM_STATE,
    seed.map(event => ({ ...event, id: ++id })),
  )
  const asked: { readonly rule: string; readonly priority: Priority }[] = []
  const chattering = new Set<string>()
  let floods = 0

  function append(drafts: readonly AlarmDraft[], at: number): void {
    for (const draft of drafts) {
      const wasFlood = state.floodSince !== null
      state = foldAlarms(state, [{ ...draft, id: ++id, at, actor: 'system:test' }])
      const alarm = state.alarms.get(draft.subject.slice('alarm:'.length))
      if (!alarm) continue
      if (alarm.occurrence === id && asksForAttention(alarm)) asked.push(alarm)
      if (isChattering(alarm, at)) chattering.add(alarm.id)
      if (!wasFlood && state.floodSince !== null) floods++
    }
  }

  return {
    evaluation: createEvaluation({ watches, activeLevels: new Map() }),
    judge(changes: readonly ConditionChange[], at: number) {
      append(decideSystem(state, changes, byAlarm, at).events, at)
      const waiting = [...state.alarms.values()].filter(
        one => asksForAttention(one) && at - one.annunciatedAt >= 10 * MINUTE,
      )
      append(
        waiting.map(one => ({
          type: 'alarm.acknowledged',
          subject: `alarm:${one.id}`,
          data: { comment: null, via: 'desk' },
        })),
        at,
      )
    },
    result: () => ({ asked, chattering: [...chattering], floods, log: id }),
  }
}

/** Everything the simulated field sends in that time, with its drop-outs, at a coarser pace than a demonstration's. */
function runField(from: number, until: number, stepMs: number) {
  const field = aField()
  const catalogue = catalogueOf(stepMs)
  const numberOf = new Map(catalogue.map(({ id, n }) => [id, n]))
  const ranges = new Map(registry.quantities.map(({ code, range }) => [code, range]))
  const desk = createDesk(catalogue)
  const wasOut = new Map<string, boolean>()
  const sentUntil = new Map<string, number>()
  for (const now of every(stepMs, from, until)) {
    const changes: ConditionChange[] = []
    const take = (device: string, code: string, t: number, v: number) => {
      const [low, high] = ranges.get(code) ?? [-Infinity, Infinity]
      const quality = v < low || v > high ? QUALITY_CODE.bad : QUALITY_CODE.good
      changes.push(...desk.evaluation.takeOne(numberOf.get(`${device}.${code}`) ?? -1, t, v, quality, now))
    }
    for (const { id } of field.plans) {
      const isOut = field.isOut(id, now)
      if (wasOut.get(id) !== isOut) take(id, 'online', now, isOut ? 0 : 1)
      wasOut.set(id, isOut)
      if (isOut) continue
      // What was measured while it was away comes when it is back.
      const { entries } = field.readingsOf(id, sentUntil.get(id) ?? now - stepMs, now, 1_000_000, stepMs)
      for (const { at, v } of entries) for (const [code, value] of Object.entries(v)) take(id, code, at, value)
      sentUntil.set(id, now)
    }
    changes.push(...desk.evaluation.advance(now))
    desk.judge(changes, now)
  }
  return desk.result()
}

describe('the default rules at the simulated stations', () => {
  test('ask for attention a few times an hour at most, in the high-water season, without a flood or chatter', () => {
    const from = local(2026, 11, 25)
    const { asked, chattering, floods, log } = runField(from, from + DAY, 2 * MINUTE)
    const count = (priority: Priority) => asked.filter(one => one.priority === priority).length
    // ISA-18.2: about 150 a day are one person's work.
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.length).toBeLessThan(60)
    expect(count('low') / asked.length).toBeGreaterThan(0.6)
    expect(count('high')).toBeLessThan(5)
    expect([chattering, floods]).toEqual([[], 0])
    // What is suppressed by design is in the log too.
    expect(log).toBeLessThan(600)
    const bySilence = asked.filter(({ rule }) => rule.endsWith('-silent'))
    expect(bySilence).toEqual([])
  })

  test('say nothing about the ordinary weather of the delta: 34 °C, air damp through the night, a shower', () => {
    const catalogue = catalogueOf(10 * MINUTE).filter(({ village }) => village === 'my-dong')
    const { watches } = watchesAt(catalogue)
    const evaluation = createEvaluation({ watches, activeLevels: new Map() })
    const ordinary: Readonly<Record<string, (hour: number) => number>> = {
      air_temperature: hour => 29 + 5 * Math.cos(((hour - 14) / 12) * Math.PI),
      humidity: hour => 77 - 20 * Math.cos(((hour - 14) / 12) * Math.PI),
      wind_speed: hour => 3 + 2 * Math.cos(((hour - 14) / 12) * Math.PI),
      wind_direction: hour => (hour * 15) % 360,
      rainfall: hour => (hour > 15 && hour < 15.6 ? 8 : 0),
      soil_moisture: () => 38,
      soil_temperature: hour => 28 + Math.cos(((hour - 17) / 12) * Math.PI),
      soil_ph: () => 4.9,
      pm25: () => 35,
      pm10: () => 55,
      water_temperature: hour => 29 + Math.cos(((hour - 16) / 12) * Math.PI),
      ph: () => 6.6,
      turbidity: () => 90,
    }
    const changes: ConditionChange[] = []
    const from = local(2026, 4, 10)
    for (const t of every(10 * MINUTE, from, from + 3 * DAY)) {
      const hour = ((t - from) % DAY) / 3_600_000
      for (const { n, quantity } of catalogue) {
        const v = ordinary[quantity]?.(hour)
        if (v !== undefined) changes.push(...evaluation.takeOne(n, t, v, QUALITY_CODE.good, t))
      }
    }
    expect(changes).toEqual([])
    expect(Object.keys(ordinary).every(code => rules.some(({ quantity }) => quantity === code))).toBe(true)
  })
})
