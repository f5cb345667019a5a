import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTopic } from '../../../server/ingest/topic.ts'

test('a telemetry and a state topic name village and device', () => {
  expect(parseTopic('daisen/v1/my-dong/gauge-1/tele')).toEqual({ village: 'my-dong', device: 'gauge-1', kind: 'tele' })
  expect(parseTopic('daisen/v1/my-dong/Gauge_1/state')).toEqual({
    village: 'my-dong',
    device: 'Gauge_1',
    kind: 'state',
  })
})

test.each([
  '',
  '/',
  'daisen/v1/my-dong/gauge-1',
  'daisen/v1/my-dong/gauge-1/tele/',
  'daisen/v1/my-dong/gauge-1/tele/more',
  '/daisen/v1/my-dong/gauge-1/tele',
  'daisen/v2/my-dong/gauge-1/tele',
  'Daisen/v1/my-dong/gauge-1/tele',
  'daisen/v1/my-dong/gauge-1/command',
  'daisen/v1//gauge-1/tele',
  'daisen/v1/my-dong//tele',
  'daisen/v1/My-Dong/gauge-1/tele',
  'daisen/v1/+/gauge-1/tele',
  'daisen/v1/my-dong/#/tele',
  'daisen/v1/my-dong/a.b/tele',
  'daisen/v1/../gauge-1/tele',
  `daisen/v1/my-dong/${'x'.repeat(65)}/tele`,
  `daisen/v1/${'x'.repeat(65)}/gauge-1/tele`,
])('"%s" is none of ours', topic => expect(parseTopic(topic)).toBeUndefined())

test('ids of 64 characters are taken', () =>
  expect(parseTopic(`daisen/v1/${'x'.repeat(64)}/${'y'.repeat(64)}/tele`)).toBeDefined())

test('what is parsed can be put together again to the same topic', () => {
  const part = fc.oneof(
    fc.constantFrom('daisen', 'v1', 'tele', 'state', 'my-dong', 'a.b', ''),
    fc.string({ maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), parts => {
      const topic = parts.join('/')
      const parsed = parseTopic(topic)
      if (parsed) expect(`daisen/v1/${parsed.village}/${parsed.device}/${parsed.kind}`).toBe(topic)
    }),
    { numRuns: 500 },
  )
})
