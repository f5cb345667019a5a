import { expect, test } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import type { ProgrammeClock, Signal } from '../../../shared/alarms/rule.ts'
import { limitWords, measureOf, signalWords } from '../../../shared/alarms/signal-words.ts'

const { quantities } = loadRegistry()
const quantityOf = (code: string) => quantities.find(one => one.code === code)
const count = { kind: 'count', of: 'changes', at: null, overMs: 1 } as const
const clock = (name: ProgrammeClock): Signal => ({ kind: 'programme', clock: name })

test.each<[string, Signal, number, string, string]>([
  ['water_level', { kind: 'value' }, 2.355, '2,36 m', '2.36 m'],
  ['ph', { kind: 'value' }, 7, '7', '7'],
  ['water_level', { kind: 'value' }, -0.004, '0 m', '0 m'],
  ['air_temperature', { kind: 'change', overMs: 1 }, -3.04, '−3 °C', '−3 °C'],
  [
    'pm25',
    { kind: 'deviation', reference: { kind: 'own-mean', overMs: 1 }, isAbsolute: true },
    1_234.5,
    '1.234,5 µg/m³',
    '1,234.5 µg/m³',
  ],
  ['water_level', { kind: 'flood' }, 2.3, '2,3 m', '2.3 m'],
  ['pump_state', { kind: 'state', value: 0 }, 1, 'Dừng', 'Stopped'],
  ['pump_state', { kind: 'state', value: 0 }, 0, 'không còn “Dừng”', 'no longer “Stopped”'],
  ['pump_state', { kind: 'state', value: 9 }, 1, '9', '9'],
  ['pump_state', count, 7, '7 lần', '7 times'],
  ['', { kind: 'silence', of: 'device' }, 5.25, '5,3 chu kỳ', '5.3 intervals'],
  ['', { kind: 'aqi' }, 152.6, 'VN_AQI 153', 'VN_AQI 153'],
  ['light_trap_count', { kind: 'surge', nights: 7, atLeast: 20 }, 4.2, '4,2 lần trung vị', '4.2 × the median'],
  ['', clock('task-overdue'), 1, 'quá hạn 1 ngày', '1 day overdue'],
  ['', clock('appraisal-day'), 8, 'ngày làm việc thứ 8', 'working day 8'],
  ['', clock('report-due'), 3, 'còn 3 ngày', '3 days left'],
  ['', clock('report-due'), -2, 'quá hạn 2 ngày', '2 days overdue'],
  ['', clock('dossier-returned'), 5, '5 ngày từ khi trả lại', '5 days since it was returned'],
])('%s by %j: %d', (code, signal, value, vi, en) =>
  expect(signalWords(signal, value, quantityOf(code))).toEqual({ vi, en }),
)

test('a limit is written as the value is, and a state has none', () => {
  expect(limitWords({ kind: 'flood' }, 2.3, quantityOf('water_level'))).toEqual({ vi: '2,3 m', en: '2.3 m' })
  expect(limitWords({ kind: 'state', value: 0 }, 1, quantityOf('pump_state'))).toBeNull()
})

test('a quantity that the catalogue lost has no unit, and its number is still there', () => {
  expect(signalWords({ kind: 'value' }, 1.25, undefined)).toEqual({ vi: '1,25', en: '1.25' })
  expect(measureOf({ kind: 'value' }, undefined)).toMatchObject({ unit: null, label: { vi: '', en: '' } })
})
