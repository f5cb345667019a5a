// Which alarms of a unit's board are read aloud: each once, when it begins to ask.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshAlarms } from '../../../../client/kiosk/board-attention.ts'
import { PRIORITIES } from '../../../../shared/alarms/rule.ts'
import { ALARM_STATES } from '../../../../shared/alarms/state.ts'
import type { BoardAlarm } from '../../../../shared/unit-board/unit-board-schema.ts'

const anAlarm = (about: Partial<BoardAlarm> = {}): BoardAlarm => ({
  id: 'a',
  standing: 'unacknowledged',
  priority: 'medium',
  level: 'H',
  value: 3.5,
  limit: 3,
  unit: 'm',
  measuredAt: 1,
  since: 1,
  acknowledgedAt: null,
  assigned: null,
  responder: null,
  action: null,
  title: { vi: 'Trạm', en: 'Station' },
  rule: null,
  village: null,
  device: null,
  series: null,
  quantity: null,
  source: 'measured',
  ...about,
})
const idsOf = (alarms: readonly BoardAlarm[]) => alarms.map(({ id }) => id)

test('nothing is new on a page that was just opened', () => expect(freshAlarms(undefined, [anAlarm()])).toEqual([]))

test.each([
  ['raised', [], [anAlarm()], ['a']],
  ['raised again', [anAlarm({ standing: 'acknowledged' })], [anAlarm()], ['a']],
  ['raised again before anybody looked', [anAlarm()], [anAlarm({ since: 2 })], ['a']],
  ['worse', [anAlarm()], [anAlarm({ priority: 'high' })], ['a']],
  ['better', [anAlarm({ priority: 'high' })], [anAlarm()], []],
  ['measured anew', [anAlarm()], [anAlarm({ value: 3.6, measuredAt: 2 })], []],
  ['acknowledged', [anAlarm()], [anAlarm({ standing: 'acknowledged' })], []],
  ['returned', [anAlarm()], [anAlarm({ standing: 'returned-unacknowledged' })], []],
  ['shelved from the start', [], [anAlarm({ standing: 'shelved' })], []],
  ['gone', [anAlarm()], [], []],
] as const)('%s', (_what, before, after, fresh) => expect(idsOf(freshAlarms(before, after))).toEqual(fresh))

test('the same board says nothing again, whatever is in it', () => {
  const alarms = fc.uniqueArray(
    fc.record({
      id: fc.string(),
      standing: fc.constantFrom(...ALARM_STATES),
      priority: fc.constantFrom(...PRIORITIES),
      since: fc.nat(),
    }),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(alarms, some => {
      const board = () => some.map(about => anAlarm(about))
      expect(freshAlarms(board(), board())).toEqual([])
    }),
  )
})
