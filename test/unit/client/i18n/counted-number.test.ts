// A number that is filled into words is written as the province writes it; a year is no count.
import { createInstance } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { countedNumbers } from '../../../../client/i18n/counted-number.ts'

const words = createInstance()
/** Words of this test alone. */
const say = words.t.bind(words) as unknown as (key: string, filled: object) => string
beforeAll(() =>
  words.use(countedNumbers).init({
    lng: 'en',
    resources: {
      en: {
        translation: {
          entries_one: '{{count}} entry',
          entries_other: '{{count}} entries',
          most: 'at most {{most}}',
          year: 'in {{year}}',
          level: '{{at}} m',
        },
      },
    },
    interpolation: { escapeValue: false, alwaysFormat: true },
    initAsync: false,
  }),
)

test.each([
  [0, '0 entries'],
  [1, '1 entry'],
  [999, '999 entries'],
  [1000, '1.000 entries'],
  [2500.25, '2.500,3 entries'],
])('%s', (count, text) => expect(say('entries', { count })).toBe(text))
test('also a bound', () => expect(say('most', { most: 10_000 })).toBe('at most 10.000'))
test('what isn’t counted stays as it is handed in', () => {
  expect(say('year', { year: 2026 })).toBe('in 2026')
  expect(say('level', { at: '1,20' })).toBe('1,20 m')
})
