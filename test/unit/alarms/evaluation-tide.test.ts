import { describe, expect, test } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { createBacktest } from '../../../shared/alarms/backtest.ts'
import type { Watch } from '../../../shared/alarms/watch.ts'
import { watchesOf } from '../../../shared/alarms/watches.ts'
import { columnsOf, DAY, evaluationOf, HOUR, MINUTE, ruleOf } from './evaluation-sample.ts'
import { provinceClock, provinceTime, type TideReading, tideEvent } from './tide-event.ts'

const registry = loadRegistry()
const village = registry.villages.find(({ gauge }) => gauge === 'cao-lanh')
if (!village) throw new Error('no village has Cao Lãnh for its gauge')

const RULE = ruleOf({
  signal: { kind: 'flood' },
  levels: [
    { name: 'BĐ I', at: null, priority: 'low' },
    { name: 'BĐ II', at: null, priority: 'medium' },
    { name: 'BĐ III', at: null, priority: 'high' },
  ],
  deadband: 0.03,
  onDelayMs: 5 * MINUTE,
  offDelayMs: 30 * MINUTE,
})
const watches: readonly Watch[] = watchesOf([{ rule: RULE, version: 1 }], {
  catalogue: [
    {
      n: 1,
      id: 'gauge.water_level',
      device: 'gauge',
      deviceName: 'Trạm',
      village: village.id,
      quantity: 'water_level',
      unit: 'm',
      lon: 105.6,
      lat: 10.4,
      intervalMs: 10 * MINUTE,
      source: 'simulated',
    },
  ],
  registry,
}).watches

type Arrival = TideReading & { readonly now: number }
const onTime: readonly Arrival[] = tideEvent().map(one => ({ ...one, now: one.t }))

/** What the operator is told, minute by minute: "24 13:35 BĐ III 2.3". */
function told(arrivals: readonly Arrival[]): readonly string[] {
  const evaluation = evaluationOf(watches)
  const lines: string[] = []
  const waiting = arrivals.toSorted((a, b) => a.now - b.now)
  const last = (waiting.at(-1)?.now ?? 0) + HOUR
  for (let now = waiting[0]?.now ?? last; now <= last; now += MINUTE) {
    const due = waiting.splice(0, waiting.findIndex(one => one.now > now) >>> 0)
    for (const { level, value } of [...evaluation.take(columnsOf(due), now), ...evaluation.advance(now)])
      lines.push(`${provinceClock(now)} ${level?.name ?? '–'} ${value}`)
  }
  return lines
}

/** Read off the readings: BĐ I from 1.90, left below 1.87; BĐ III from 2.30, left below 2.27; 5 and 30 minutes of delay. */
const EXPECTED = [
  '22 10:15 BĐ I 1.91',
  '22 15:40 – 1.78',
  '23 10:35 BĐ I 1.91',
  '23 16:50 – 1.78',
  '24 01:05 BĐ I 1.91',
  '24 04:20 – 1.81',
  '24 11:05 BĐ I 1.9',
  '24 13:35 BĐ III 2.3',
  '24 16:00 BĐ I 2.2',
  '24 18:00 – 1.75',
  '25 02:05 BĐ I 1.9',
  '25 04:50 – 1.83',
  '25 12:05 BĐ I 1.9',
  '25 18:40 – 1.76',
  '26 13:45 BĐ I 1.91',
  '26 18:50 – 1.79',
]

describe('a spring tide at a station with two verified levels', () => {
  test('raises exactly these alarms', () => expect(told(onTime)).toEqual(EXPECTED))

  test('raises them once, though every reading comes three times and the whole event again', () => {
    const end = onTime.at(-1)?.now ?? 0
    const again = [1, 10 * MINUTE, DAY].flatMap(later =>
      onTime.map(one => ({ ...one, now: Math.min(end, one.now + later) })),
    )
    expect(told([...onTime, ...again, ...onTime.map(one => ({ ...one, now: end }))])).toEqual(EXPECTED)
  })

  test('raises the same though the gauge’s clock runs five minutes ahead', () =>
    expect(told(onTime.map(one => ({ ...one, t: one.t + 5 * MINUTE })))).toEqual(EXPECTED))

  test('raises the same levels, ten minutes later at most, though every third reading is overtaken', () => {
    const lines = told(onTime.map((one, place) => (place % 3 === 0 ? { ...one, now: one.now + 11 * MINUTE } : one)))
    const levels = (all: readonly string[]) => all.map(line => line.split(' ').slice(2, -1).join(' '))
    const minutes = (line: string) =>
      Number(line.slice(0, 2)) * 1_440 + Number(line.slice(3, 5)) * 60 + Number(line.slice(6, 8))
    expect(levels(lines)).toEqual(levels(EXPECTED))
    for (const [place, line] of lines.entries()) {
      const late = minutes(line) - minutes(EXPECTED[place] ?? '')
      expect(late).toBeGreaterThanOrEqual(0)
      expect(late).toBeLessThanOrEqual(10)
    }
  })

  /** Nothing comes from the one to the other; then the buffer does, in order. */
  const cutOff = (from: string, to: string) =>
    onTime.map(one =>
      one.now > provinceTime(from) && one.now < provinceTime(to) ? { ...one, now: provinceTime(to) } : one,
    )

  test('raises nothing for a peak that is over when its buffer comes', () =>
    expect(told(cutOff('2025-11-24T12:30', '2025-11-24T15:31'))).toEqual(
      EXPECTED.filter(line => !/^24 1(?:3:35|6:00)/.test(line)),
    ))

  test('raises a peak that still stands when its buffer comes', () =>
    expect(told(cutOff('2025-11-24T12:30', '2025-11-24T14:31'))).toEqual(
      EXPECTED.map(line => (line.startsWith('24 13:35') ? '24 14:31 BĐ III 2.33' : line)),
    ))

  test('keeps an alarm though the gauge falls silent at its peak, until it speaks again', () => {
    const died = onTime.filter(
      ({ t }) => t <= provinceTime('2025-11-24T14:20') || t >= provinceTime('2025-11-26T20:00'),
    )
    expect(told(died)).toEqual([...EXPECTED.filter(line => line < '24 14'), '26 20:30 – 1.44'])
  })

  test('raises nothing when it is imported a day later', () => {
    const now = (onTime.at(-1)?.now ?? 0) + DAY
    expect(told(onTime.map(one => ({ ...one, now })))).toEqual([])
  })

  test('is tested against before a rule is switched on, with the same outcome', () => {
    const backtest = createBacktest(watches, provinceTime('2025-11-21T18:00'))
    backtest.take(columnsOf(onTime))
    const { listed, ...sum } = backtest.result(provinceTime('2025-11-26T18:00') + DAY)
    const returned = (at: number | null) => (at === null ? 'still' : provinceClock(at))
    expect(
      listed.map(one => `${provinceClock(one.raisedAt)} ${one.level} ${one.peak} ${returned(one.returnedAt)}`),
    ).toEqual([
      '22 10:15 BĐ I 2.14 22 15:40',
      '23 10:35 BĐ I 2.26 23 16:50',
      '24 01:05 BĐ I 1.95 24 04:20',
      '24 11:05 BĐ III 2.33 24 18:00',
      '25 02:05 BĐ I 1.93 25 04:50',
      '25 12:05 BĐ I 2.29 25 18:40',
      '26 13:45 BĐ I 2.12 26 18:50',
    ])
    expect(sum).toMatchObject({
      alarms: 7,
      byPriority: { low: 6, medium: 0, high: 1 },
      byTarget: [{ target: 'series:gauge.water_level', alarms: 7 }],
      perDay: 8 / 6,
      worstTenMinutes: { annunciations: 1 },
      chattering: [],
    })
  })
})
