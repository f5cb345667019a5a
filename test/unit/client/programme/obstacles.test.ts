// The obstacles pages: filters, counts, what may be done next, which units a form offers.
import { describe, expect, test } from 'vitest'
import {
  countsOf,
  filterIn,
  filterRows,
  movesOf,
  NOBODY,
  PROVINCE,
  rowsOf,
  shapeOf,
  unitKeyOf,
  unitsIn,
} from '../../../../client/programme/obstacles/obstacle-rows.ts'
import { communeOptions, unitOptions } from '../../../../client/programme/unit-options.ts'
import { type EventData, subjectOf } from '../../../../shared/programme/event.ts'
import { OBSTACLE_STATES } from '../../../../shared/programme/facts.ts'
import { obstacleStandings } from '../../../../shared/programme/obstacle-standing.ts'
import { type Said, say, stateOn, units } from '../../programme/standing-sample.ts'

const DAY = '2026-11-25'

const raised = (id: string, on: string, change: Partial<EventData['programme.obstacle-raised']> = {}): Said =>
  say(on, {
    type: 'programme.obstacle-raised',
    subject: subjectOf.obstacle(id),
    data: {
      kind: 'obstacle',
      title: id,
      text: 'x',
      unit: 'commune-30055',
      village: 'my-dong',
      task: null,
      on,
      ...change,
    },
  })
const moved = (id: string, on: string, change: Partial<EventData['programme.obstacle-moved']>): Said =>
  say(on, {
    type: 'programme.obstacle-moved',
    subject: subjectOf.obstacle(id),
    data: { to: 'assigned', unit: 'so-tc', text: '', dueOn: null, on, ...change },
  })

const state = stateOn(DAY, [
  raised('mới', '2026-11-01'),
  raised('giao', '2026-10-01', { kind: 'proposal', village: null }),
  moved('giao', '2026-10-02', { dueOn: '2026-11-24' }),
  raised('huyện', '2025-05-01'),
  moved('huyện', '2025-05-02', { unit: 'district-872' }),
  raised('xong', '2025-01-01'),
  moved('xong', '2025-02-01', { to: 'resolved', unit: 'so-khcn' }),
])
const view = { state, units, day: DAY, basis: 'today' } as const
const rows = rowsOf(view, obstacleStandings(state, DAY))
const ids = (query: string) => filterRows(rows, filterIn(new URLSearchParams(query))).map(({ item }) => item.id)
const row = (id: string) => {
  const found = rows.find(({ item }) => item.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('the list', () => {
  test('shows what is open, oldest first, unless it is asked for something else', () => {
    expect(ids('')).toEqual(['huyện', 'giao', 'mới'])
    expect(ids('state=x')).toEqual(ids(''))
    expect(ids('state=all')).toEqual(['huyện', 'giao', 'mới', 'xong'])
    expect(ids('state=resolved')).toEqual(['xong'])
    expect(ids('state=overdue')).toEqual(['giao'])
  })
  test('is narrowed by kind, village and who must act', () => {
    expect(ids('kind=proposal')).toEqual(['giao'])
    expect(ids(`village=${PROVINCE}`)).toEqual(['giao'])
    expect(ids('village=my-dong&state=all')).toEqual(['huyện', 'mới', 'xong'])
    expect(ids('unit=so-tc')).toEqual(['giao'])
  })
  test('a duty that nobody carries on counts as nobody’s', () => {
    expect(unitKeyOf(row('huyện'))).toBe(NOBODY)
    expect(row('huyện').responsible).toMatchObject({ name: null, formerly: 'Huyện Tháp Mười' })
    expect(ids(`unit=${NOBODY}`)).toEqual(['huyện', 'mới'])
    expect(unitsIn(rows)).toEqual([{ key: 'so-tc', name: 'Sở Tài chính' }])
  })
  test('by the plan the district still has its name', () => {
    const [oldest] = rowsOf({ ...view, basis: 'plan' }, obstacleStandings(state, DAY))
    expect(oldest?.responsible).toMatchObject({ name: 'Huyện Tháp Mười' })
  })
})

test('counts are of what is open', () => {
  const { oldest, ...counts } = countsOf(rows)
  expect([counts, oldest?.item.id]).toEqual([{ open: 3, overdue: 1, nobody: 2 }, 'huyện'])
  expect(countsOf([])).toEqual({ open: 0, overdue: 0, nobody: 0, oldest: null })
})

test('overdue wins over the state it is in; each state has a shape', () => {
  expect([shapeOf(row('giao')), shapeOf(row('mới')), shapeOf(row('xong'))]).toEqual(['overdue', 'waiting', 'done'])
})

test('only moves that the state allows are offered; reopening is last', () => {
  const { item } = row('mới')
  expect(OBSTACLE_STATES.map(held => movesOf({ ...item, state: held }))).toEqual([
    ['assigned', 'answered', 'escalated', 'resolved'],
    ['assigned', 'answered', 'escalated', 'resolved'],
    ['assigned', 'escalated', 'resolved', 'raised'],
    ['assigned', 'answered', 'escalated', 'resolved'],
    ['raised'],
  ])
})

describe('a form offers', () => {
  const values = (day: string) => unitOptions({ state: stateOn(day), units, day }).map(({ value }) => value)
  test('units of the day only, and communes only where a village lies', () => {
    expect(values(DAY)).toContain('so-khcn-2025')
    expect(values(DAY).filter(value => /^(?:district|old-|so-khcn$|province)/.test(value))).toEqual([])
    expect(values(DAY).filter(value => value.startsWith('commune-'))).toHaveLength(9)
    expect(values('2025-01-10')).toContain('district-872')
  })
  test('every commune of the day for a new village', () => {
    const communes = communeOptions({ units, day: DAY })
    expect(communes.length).toBeGreaterThan(9)
    expect(communes.every(({ value }) => value.startsWith('commune-'))).toBe(true)
  })
})
