import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { type WatchedWorld, watchesOf } from '../../../shared/alarms/watches.ts'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import { registry as shipped } from '../programme/standing-sample.ts'
import { HOUR, ruleOf } from './evaluation-sample.ts'

const level = { I: 1.9, II: null, III: 2.3 }
const gauge = (id: string, levels: { I: number | null; II: number | null; III: number | null }) => ({
  id,
  name: id,
  river: 'Tiền',
  evidence: 'để thử',
  source: 'x',
  levels,
  position: [105, 10] as [number, number],
})
const villageWith = (id: string, reference: string | null) => {
  const [one] = shipped.villages
  if (!one) throw new Error('no village')
  return { ...one, id, gauge: reference }
}
function series(n: number, id: string, village: string, change: Partial<CatalogueSeries> = {}): CatalogueSeries {
  const [device = '', quantity = ''] = id.split('.')
  return {
    n,
    id,
    device,
    deviceName: `Trạm ${device}`,
    village,
    quantity,
    unit: '1',
    lon: 105 + n,
    lat: 10,
    intervalMs: HOUR,
    source: 'simulated',
    ...change,
  }
}
const world: WatchedWorld = {
  catalogue: [
    series(0, 'a.water_level', 'v1'),
    series(1, 'a.energy', 'v1'),
    series(2, 'a.online', 'v1', { intervalMs: null }),
    series(3, 'b.water_level', 'v2', { source: 'measured' }),
    series(4, 'c.pm25', 'v2'),
    series(5, 'c.o3', 'v2'),
    series(6, 'd.o3', 'v3'),
    series(7, 'd.strange', 'v3'),
    series(8, 'e.online', 'v3', { intervalMs: null }),
    series(9, 'e.water_level', 'v3'),
    series(10, 'f.water_level', 'v4'),
  ],
  registry: {
    quantities: shipped.quantities,
    gauges: [gauge('full', level), gauge('blank', { I: null, II: null, III: null })],
    villages: [
      villageWith('v1', 'full'),
      villageWith('v2', 'blank'),
      villageWith('v3', null),
      villageWith('v4', 'missing'),
    ],
  },
}
const of = (change: Partial<Rule>) => watchesOf([{ rule: ruleOf(change), version: 3 }], world)
const targets = (change: Partial<Rule>) => of(change).watches.map(({ target }) => target)
const EVERY = ['series:a.water_level', 'series:b.water_level', 'series:e.water_level', 'series:f.water_level']

describe('a rule', () => {
  test('watches every series of its quantity', () => expect(targets({})).toEqual(EVERY))
  test('that is off watches nothing', () => expect(targets({ isOn: false })).toEqual([]))

  test.each<[string, Partial<Rule['scope']>, string[]]>([
    ['of villages', { villages: ['v1', 'v3'] }, ['series:a.water_level', 'series:e.water_level']],
    ['of no village', { villages: [] }, []],
    ['of devices', { devices: ['b'] }, ['series:b.water_level']],
    ['of devices within villages', { villages: ['v1'], devices: ['b'] }, []],
    ['except a series', { except: ['series:a.water_level', 'series:b.energy'] }, EVERY.slice(1)],
    ['except a device', { except: ['device:b', 'b'] }, EVERY.filter(one => one !== 'series:b.water_level')],
  ])('keeps to its scope: %s', (_, scope, found) =>
    expect(targets({ scope: { villages: null, devices: null, except: [], ...scope } })).toEqual(found),
  )

  test('is one alarm at each target, and knows what it is about', () =>
    expect(of({ scope: { villages: ['v1'], devices: null, except: [] } }).watches).toEqual([
      {
        alarm: 'r:series:a.water_level',
        rule: ruleOf({ scope: { villages: ['v1'], devices: null, except: [] } }),
        ruleVersion: 3,
        target: 'series:a.water_level',
        about: {
          title: { vi: 'Trạm a · Mực nước', en: 'Trạm a · Water level' },
          village: 'v1',
          position: [105, 10],
          device: 'a',
          series: 'a.water_level',
          quantity: 'water_level',
          unit: null,
          source: 'simulated',
        },
        levels: [
          { name: 'H', at: 10, priority: 'low' },
          { name: 'HH', at: 20, priority: 'high' },
        ],
        inputs: [{ n: 0, quantity: 'water_level', intervalMs: HOUR }],
      },
    ]))

  test('says of a counter that it is one, and of a quantity that isn’t known its code', () => {
    expect(of({ quantity: 'energy' }).watches[0]?.inputs).toEqual([
      { n: 1, quantity: 'energy', intervalMs: HOUR, isCounter: true },
    ])
    expect(of({ quantity: 'strange' }).watches[0]?.about.title).toEqual({
      vi: 'Trạm d · strange',
      en: 'Trạm d · strange',
    })
  })

  test('of bad readings, without a quantity, watches every series', () => {
    const signal: Rule['signal'] = { kind: 'count', of: 'bad', at: null, overMs: HOUR }
    expect(targets({ quantity: null, signal })).toEqual(world.catalogue.map(({ id }) => `series:${id}`))
    expect(targets({ quantity: 'o3', signal })).toEqual(['series:c.o3', 'series:d.o3'])
  })

  test('without a quantity watches no single series', () => {
    const signals: Rule['signal'][] = [
      { kind: 'value' },
      { kind: 'count', of: 'changes', at: null, overMs: HOUR },
      { kind: 'deviation', reference: { kind: 'constant', value: 1 }, isAbsolute: false },
    ]
    for (const signal of signals) expect(targets({ quantity: null, signal })).toEqual([])
  })

  test('of the programme watches no series', () =>
    expect(targets({ quantity: null, signal: { kind: 'programme', clock: 'task-overdue' } })).toEqual([]))

  test('with a level that has no setpoint does without that level, and without any is told apart', () => {
    const levels: Rule['levels'] = [
      { name: 'H', at: null, priority: 'low' },
      { name: 'HH', at: 20, priority: 'high' },
    ]
    expect(of({ levels }).watches[0]?.levels).toEqual([levels[1]])
    const none = of({ levels: levels.slice(0, 1) })
    expect(none.watches).toEqual([])
    expect(none.withoutLevels.map(({ target }) => target)).toEqual(EVERY)
  })
})

describe('flood levels', () => {
  const flood: Partial<Rule> = {
    signal: { kind: 'flood' },
    levels: [
      { name: 'BĐ I', at: null, priority: 'low' },
      { name: 'BĐ II', at: null, priority: 'medium' },
      { name: 'BĐ III', at: null, priority: 'high' },
      { name: 'IV', at: null, priority: 'high' },
    ],
  }
  test('are those of the village’s gauge, by place; what isn’t verified is left out', () => {
    const { watches } = of(flood)
    expect(watches.map(({ target, levels }) => [target, levels.map(({ name, at }) => `${name} ${at}`)])).toEqual([
      ['series:a.water_level', ['BĐ I 1.9', 'BĐ III 2.3']],
    ])
  })
  test('are missing without a verified one, without a gauge, or with one nobody knows', () =>
    expect(of(flood).withoutLevels.map(({ rule, target, about }) => [rule, target, about.village])).toEqual([
      ['r', 'series:b.water_level', 'v2'],
      ['r', 'series:e.water_level', 'v3'],
      ['r', 'series:f.water_level', 'v4'],
    ]))
  test('may be the rule’s own', () => {
    const levels: Rule['levels'] = [{ name: 'own', at: 1.5, priority: 'low' }]
    expect(of({ ...flood, levels }).watches.map(one => one.levels[0]?.at)).toEqual([1.5, 1.5, 1.5, 1.5])
  })
})

describe('a deviation from another series', () => {
  const from = (id: string): Partial<Rule> => ({
    signal: { kind: 'deviation', reference: { kind: 'series', series: id }, isAbsolute: true },
  })
  test('has it for its second input, and isn’t held against itself', () =>
    expect(
      of(from('a.water_level')).watches.map(({ target, inputs }) => [target, ...inputs.map(({ n }) => n)]),
    ).toEqual([
      ['series:b.water_level', 3, 0],
      ['series:e.water_level', 9, 0],
      ['series:f.water_level', 10, 0],
    ]))
  test('needs it to be there', () => expect(targets(from('x.water_level'))).toEqual([]))
})

describe('silence', () => {
  const silence = (kind: 'series' | 'device', quantity: string | null): Partial<Rule> => ({
    quantity,
    signal: { kind: 'silence', of: kind },
  })
  test('of series is watched where a reading is expected', () => {
    expect(targets(silence('series', 'online'))).toEqual([])
    expect(targets(silence('series', 'water_level'))).toEqual(EVERY)
    expect(targets(silence('series', null))).toHaveLength(9)
  })
  test('of devices takes all of their expected series', () => {
    const { watches } = of(silence('device', null))
    expect(watches.map(({ target, inputs }) => [target, ...inputs.map(({ n }) => n)])).toEqual([
      ['device:a', 0, 1],
      ['device:b', 3],
      ['device:c', 4, 5],
      ['device:d', 6, 7],
      ['device:e', 9],
      ['device:f', 10],
    ])
    expect(watches[0]?.about).toMatchObject({
      title: { vi: 'Trạm a', en: 'Trạm a' },
      device: 'a',
      series: null,
      quantity: null,
      village: 'v1',
    })
  })
})

test('VN_AQI is watched at devices that measure dust, with all they measure of the six', () => {
  const { watches } = of({ quantity: null, signal: { kind: 'aqi' } })
  expect(watches.map(({ target, inputs }) => [target, ...inputs.map(({ quantity }) => quantity)])).toEqual([
    ['device:c', 'pm25', 'o3'],
  ])
})
