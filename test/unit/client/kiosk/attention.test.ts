// What of a board needs attention, and what comes next: worst first, nearest first, nothing of what another leads.
import { expect, test } from 'vitest'
import { keyOfMatter, mattersOf, nextOf } from '../../../../client/kiosk/attention.ts'
import type { BoardReport, BoardTask, BoardVillage, UnitWork } from '../../../../shared/unit-board/unit-board-schema.ts'

const DAY = '2026-11-26'
const task = (id: string, about: Partial<BoardTask>): BoardTask => ({
  id,
  title: `Việc ${id}`,
  leadName: null,
  deadline: 'day',
  deadlineText: '',
  isDeadlineSet: false,
  status: null,
  progress: null,
  mark: 'on-track',
  dueOn: null,
  daysLeft: null,
  doneLateDays: null,
  silentDays: null,
  isCertain: true,
  text: null,
  eventId: null,
  by: null,
  at: null,
  isSimulated: false,
  part: 'lead',
  ...about,
})
const report = (period: string, about: Partial<BoardReport>): BoardReport => ({
  period,
  span: 'Q4',
  year: 2026,
  cutoff: '2026-12-14',
  dueOn: '2026-12-19',
  unitName: 'Xã Mỹ Quí',
  mark: 'not-due',
  submittedOn: null,
  lateDays: null,
  eventId: null,
  isSimulated: false,
  ...about,
})
const village = (about: Partial<BoardVillage>): BoardVillage => ({
  id: 'my-dong',
  name: 'Mỹ Đông',
  plannedYear: 2024,
  recognition: 'unknown',
  recognisedOn: null,
  recognitionBasis: null,
  set: null,
  met: null,
  notMet: null,
  open: null,
  total: null,
  dossierStage: null,
  dossierDueOn: null,
  dossierIsLate: null,
  isSimulated: false,
  ...about,
})
const work = (about: Partial<UnitWork>): UnitWork => ({
  villages: [],
  tasks: [],
  milestones: [],
  reports: [],
  obstacles: [],
  alarms: [],
  ...about,
})

test('what is late longest comes first; what another leads, or nobody, isn’t this unit’s to hurry', () => {
  const board = work({
    tasks: [
      task('7.1', { mark: 'overdue', dueOn: '2026-11-23', daysLeft: -3 }),
      task('5.1', { mark: 'overdue', dueOn: '2026-01-01', daysLeft: -329, part: 'partner' }),
      task('7.2', { mark: 'overdue', dueOn: '2026-01-01', daysLeft: -329, part: 'unassigned' }),
      task('7.3', { mark: 'due-soon', dueOn: '2026-11-30', daysLeft: 4 }),
    ],
    reports: [report('2026-Q3', { mark: 'missing', lateDays: 68 }), report('2026-Q2', { mark: 'late', lateDays: 2 })],
    villages: [village({ dossierDueOn: '2026-11-20', dossierIsLate: true })],
  })
  expect(mattersOf(board, DAY).map(keyOfMatter)).toEqual(['report 2026-Q3', 'dossier my-dong', 'task 7.1'])
  expect(mattersOf(work({}), DAY)).toEqual([])
})

test('the nearest day comes first, today among them, and nothing that is over', () => {
  const board = work({
    tasks: [
      task('7.1', { mark: 'overdue', dueOn: '2026-11-23', daysLeft: -3 }),
      task('7.3', { mark: 'due-soon', dueOn: DAY, daysLeft: 0 }),
      task('7.4', { mark: 'done', dueOn: '2026-12-01' }),
    ],
    reports: [report('2026-Q4', {}), report('2026-Q3', { mark: 'on-time', submittedOn: '2026-09-18' })],
    villages: [village({ dossierDueOn: '2026-12-01', dossierIsLate: false })],
  })
  expect(nextOf(board, DAY).map(({ kind, days }) => [kind, days])).toEqual([
    ['task', 0],
    ['dossier', 5],
    ['report', 23],
  ])
})
