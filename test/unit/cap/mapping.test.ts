import { describe, expect, test } from 'vitest'
import { CAP_MAPPING, capEventOf } from '../../../server/cap/mapping.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { aRule, REGISTRY } from './cap-sample.ts'

describe('what is published', () => {
  const shown: readonly (readonly [string, Partial<Rule>])[] = [
    ['flood', { signal: { kind: 'flood' } }],
    ['high-water', { signal: { kind: 'change', overMs: 3_600_000 } }],
    ['low-water', { signal: { kind: 'value' }, side: 'low' }],
    ['heavy-rain', { signal: { kind: 'count', of: 'beyond', at: 3, overMs: 7_200_000 }, quantity: 'rainfall' }],
    ['strong-wind', { signal: { kind: 'value' }, quantity: 'wind_speed' }],
    ['heat', { signal: { kind: 'value' }, quantity: 'air_temperature' }],
    ['salinity', { signal: { kind: 'value' }, quantity: 'salinity' }],
    ['water-quality', { signal: { kind: 'value' }, quantity: 'dissolved_oxygen', side: 'low' }],
    ['air-quality', { signal: { kind: 'aqi' }, quantity: null }],
    ['air-pollutant', { signal: { kind: 'value' }, quantity: 'pm25' }],
  ]
  test.each(shown)('%s', (code, about) => {
    expect(capEventOf(aRule(about))?.code).toBe(code)
  })
  test('no row of the table is left out here', () => {
    expect(CAP_MAPPING.map(({ event }) => event.code).toSorted()).toEqual(shown.map(([code]) => code).toSorted())
  })
})

describe('what isn’t published', () => {
  const hidden: readonly (readonly [string, Partial<Rule>])[] = [
    ['a silent device', { signal: { kind: 'silence', of: 'device' }, quantity: null }],
    ['a silent water gauge', { signal: { kind: 'silence', of: 'series' } }],
    ['bad readings of water level', { signal: { kind: 'count', of: 'bad', at: null, overMs: 1 } }],
    ['a battery', { signal: { kind: 'value' }, quantity: 'battery', side: 'low' }],
    [
      'a deviation, which speaks of the sensor',
      { signal: { kind: 'deviation', reference: { kind: 'own-mean', overMs: 1 }, isAbsolute: true } },
    ],
    ['a state', { signal: { kind: 'state', value: 0 }, quantity: 'pump_state' }],
    ['a light trap', { signal: { kind: 'surge', nights: 7, atLeast: 100 }, quantity: 'light_trap_count' }],
    ['soil', { signal: { kind: 'value' }, quantity: 'soil_moisture', side: 'low' }],
    ['calm wind', { signal: { kind: 'value' }, quantity: 'wind_speed', side: 'low' }],
    ['no quantity', { signal: { kind: 'value' }, quantity: null }],
    ...(['task-overdue', 'appraisal-day', 'report-due', 'dossier-returned'] as const).map(
      clock => [clock, { signal: { kind: 'programme', clock }, quantity: null }] as const,
    ),
  ]
  test.each(hidden)('%s', (_what, about) => {
    expect(capEventOf(aRule(about))).toBeNull()
  })
  test('every quantity of the table is in the catalogue', () => {
    const known = REGISTRY.quantities.map(({ code }) => code)
    for (const { quantities } of CAP_MAPPING) for (const code of quantities ?? []) expect(known).toContain(code)
  })
})
