// The plot of a soak says what grew in words, not only by its colour.
import { expect, test } from 'vitest'
import { soakPlot } from '../../soak/soak-plot.ts'

const metric = (id: string, values: readonly number[]) => ({ id, name: `${id} <now>`, unit: 'MB', values })
const plot = soakPlot(
  'Soak',
  ['one hour & a half', 'and more'],
  [metric('heap', [10, 10, 10, 12]), metric('nodes', [5, 5, 5, 5])],
  0.05,
)

test('there is a panel for every metric, with a point for every sample', () => {
  const lines = [...plot.matchAll(/points="([^"]*)"/g)].map(([, points = '']) => points.split(' ').length)
  expect(lines).toEqual([4, 4])
})

test('what grew says so', () => {
  expect(plot).toContain('10 → 12 MB (+20.0 %, grows)')
  expect(plot).toContain('5 → 5 MB (+0.0 %)')
})

test('texts are escaped', () => {
  expect(plot).toContain('heap &lt;now&gt;')
  expect(plot).toContain('>one hour &amp; a half</text>')
  expect(plot).toContain('>and more</text>')
})
