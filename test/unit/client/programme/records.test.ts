// The light records: which are shown in which order, what is behind, and sectors of which nothing was recorded.
import { expect, test } from 'vitest'
import {
  countByKind,
  recordRows,
  recordsChoice,
  sectorsOf,
  shapeOf,
} from '../../../../client/programme/records/record-rows.ts'
import { type EventData, subjectOf } from '../../../../shared/programme/event.ts'
import { type Said, say, stateOn, units } from '../../programme/standing-sample.ts'

const DAY = '2026-11-25'

const set = (id: string, change: Partial<EventData['programme.record-set']> = {}): Said =>
  say('2026-11-01', {
    type: 'programme.record-set',
    subject: subjectOf.record(id),
    data: {
      kind: 'training',
      title: id,
      owner: 'so-khcn-2025',
      state: 'planned',
      on: null,
      village: null,
      note: null,
      ...change,
    },
  })

const state = stateOn(DAY, [
  set('không-ngày'),
  set('hôm-qua', { on: '2026-11-24' }),
  set('hôm-nay', { on: DAY }),
  set('xong', { on: '2026-11-20', state: 'done', village: 'my-dong' }),
  set('nông-nghiệp', { kind: 'data-connection', owner: 'so-nnptnt', state: 'done', on: '2024-06-01' }),
  set('môi-trường', { kind: 'data-connection', owner: 'so-tnmt', state: 'in-progress' }),
])
const view = { state, units, day: DAY }
const choice = (query: string) => recordsChoice(new URLSearchParams(query), state)
const ids = (query: string) => recordRows(view, choice(query)).map(({ record }) => record.id)

test('the newest day comes first, what has none last', () => {
  expect(ids('')).toEqual(['hôm-nay', 'hôm-qua', 'xong', 'không-ngày'])
  expect(ids('state=done')).toEqual(['xong'])
  expect(ids('village=my-dong')).toEqual(['xong'])
  expect(ids('kind=handbook')).toEqual([])
})

test('what is planned for a day that is over is behind; on the day itself it is not', () => {
  const marks = recordRows(view, choice('')).map(row => [row.record.id, row.isBehind, shapeOf(row)])
  expect(marks).toEqual([
    ['hôm-nay', false, 'waiting'],
    ['hôm-qua', true, 'due-soon'],
    ['xong', false, 'done'],
    ['không-ngày', false, 'waiting'],
  ])
})

test('a record’s own address shows its kind; what an address says wrongly is left out', () => {
  expect(choice('record=môi-trường&kind=training')).toMatchObject({ kind: 'data-connection', record: 'môi-trường' })
  expect(choice('kind=x&state=x')).toEqual(choice(''))
  expect(choice('form=set').isFormOpen).toBe(true)
  expect(countByKind(state)).toEqual({
    training: 4,
    handbook: 0,
    infrastructure: 0,
    equipment: 0,
    'data-connection': 2,
  })
})

test('sectors are today’s; what those before them did is theirs, and a sector without a record is there', () => {
  const sectors = sectorsOf(view, recordRows(view, choice('kind=data-connection')))
  const found = Object.fromEntries(sectors.map(({ unit, rows }) => [unit.id, rows.map(({ record }) => record.id)]))
  expect(found['so-nnmt-2025']).toEqual(['nông-nghiệp', 'môi-trường'])
  expect(found['so-yt']).toEqual([])
  expect(sectors.map(({ unit }) => unit.id)).not.toContain('so-nnptnt')
})
