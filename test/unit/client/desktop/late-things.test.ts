// What is late by the plan of the province, on a day: the longest first, each with who acts; and which reports come next.
import { expect, test } from 'vitest'
import { dueReports, lateThings } from '../../../../client/desktop/late-things.ts'
import { loadRegistry } from '../../../../server/registry/seed.ts'
import { obstacleStandings } from '../../../../shared/programme/obstacle-standing.ts'
import { programmeOverview } from '../../../../shared/programme/overview.ts'
import { EMPTY_STATE } from '../../../../shared/programme/state.ts'
import { unitsById } from '../../../../shared/programme/units.ts'
import { demoProgramme, TODAY } from '../../simulate/demo-states.ts'

const units = unitsById(loadRegistry().units)
const { state } = demoProgramme()

test('every late task, every overdue obstacle and every missing report is told, the longest first', () => {
  const late = lateThings(state, units, TODAY)
  const overview = programmeOverview(state, units, TODAY)
  const of = (kind: string) => late.filter(one => one.kind === kind)
  expect(late.length).toBeGreaterThan(3)
  expect(of('task')).toHaveLength(overview.tasks?.counts.overdue ?? -1)
  expect(
    of('obstacle')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(
    obstacleStandings(state, TODAY)
      .flatMap(({ item, isOverdue }) => (isOverdue ? [item.id] : []))
      .sort(),
  )
  // A unit has one line, whatever it owes.
  expect(new Set(of('report').map(({ unit }) => unit)).size).toBe(of('report').length)
  expect(late.map(({ days }) => days)).toEqual(late.map(({ days }) => days).toSorted((a, b) => b - a))
  expect(late.every(({ days, count }) => days > 0 && count > 0)).toBe(true)
})

test('a task that is late today was not a year before its day', () => {
  const task = lateThings(state, units, TODAY).find(({ kind }) => kind === 'task')
  const before = lateThings(state, units, '2023-07-01')
  expect(task).toBeDefined()
  expect(before.some(({ kind, id }) => kind === 'task' && id === task?.id)).toBe(false)
})

test('the reports that come next lie ahead, each unit once', () => {
  const next = dueReports(state, units, TODAY)
  expect(next && next.dueOn >= TODAY).toBe(true)
  expect(next?.days).toBeGreaterThanOrEqual(0)
  expect(new Set(next?.units).size).toBe(next?.units.length)
})

test('without a plan nothing is late and nothing comes', () => {
  expect(lateThings(EMPTY_STATE, units, TODAY)).toEqual([])
  expect(dueReports(EMPTY_STATE, units, TODAY)).toBeUndefined()
})
