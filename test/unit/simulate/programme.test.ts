import { beforeAll, describe, expect, test, vi } from 'vitest'
import { programmeSeed } from '../../../server/programme/seed.ts'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { demoProgramme, demoSeed, type Story, tellStory } from '../../../server/simulate/programme/history.ts'
import { villageStanding } from '../../../shared/programme/assessment-standing.ts'
import { dossierClock, newestDossier, stageOf } from '../../../shared/programme/dossier.ts'
import { OBSTACLE_STATES, RECORD_KINDS, RECORD_STATES } from '../../../shared/programme/facts.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { obstacleStandings } from '../../../shared/programme/obstacle-standing.ts'
import { planMilestoneStandings } from '../../../shared/programme/plan-milestone-standing.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { reportStandings } from '../../../shared/programme/report-standing.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { TASK_MARKS, taskStandings } from '../../../shared/programme/task-standing.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { isWorkingDay } from '../../../shared/programme/working-calendar.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const TODAY = '2026-11-26'
const SEED = 1
const registry = loadRegistry()
const units = unitsById(registry.units)
const facts = programmeSeed(registry)

let story: Story
let state: ProgrammeState
beforeAll(() => {
  story = tellStory(SEED, registry, TODAY)
  const log = [...facts, ...story.events].sort((a, b) => a.at - b.at)
  state = fold(
    EMPTY_STATE,
    log.map(({ at, actor, draft }, index) => ({ id: index + 1, at, actor, ...draft })),
  )
})

const setOf = ({ criteriaSets, settings }: ProgrammeState) => {
  const set = criteriaSets.get(settings.criteriaSet ?? '')
  if (!set) throw new Error('no set in use')
  return set
}
const withState = (wanted: string) =>
  [...state.villages.values()].filter(village => village.recognition?.state === wanted)

describe('the simulated past', () => {
  test('is long, in order, over by yesterday, and says of every event that it is simulated, by a role', () => {
    const { events } = story
    expect(events.length).toBeGreaterThan(1_500)
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(new Set(events.map(({ key }) => key)).size).toBe(events.length)
    const names = new Set(registry.units.map(({ name }) => name))
    for (const { at, actor } of events) {
      expect(provinceDayOf(at) < TODAY && provinceDayOf(at) >= '2024-04-01').toBe(true)
      const [, role, unit] = /^simulated:([^·]+) · (.+)$/.exec(actor) ?? []
      expect(['Chuyên viên', 'Chuyên viên Văn phòng', 'Công chức xã', 'Cán bộ phòng chuyên môn']).toContain(role)
      expect(names).toContain(unit)
    }
  })

  test('happens on working days, in office hours', () => {
    const calendar = state.calendar
    for (const { at, draft } of story.events) {
      const day = provinceDayOf(at)
      expect(isWorkingDay(calendar, day), `${draft.type} ${day}`).toBe(true)
      const hour = ((at + 7 * 3_600_000) % 86_400_000) / 3_600_000
      expect(hour >= 7.4 && hour < 20, `${draft.type} ${day} ${hour}`).toBe(true)
    }
  })

  test('is the same for the same seed and day, and another for another seed', () => {
    const day = '2025-03-03'
    expect(demoProgramme(SEED, registry, day)).toEqual(demoProgramme(SEED, registry, day))
    expect(demoProgramme(SEED + 1, registry, day)).not.toEqual(demoProgramme(SEED, registry, day))
  })

  test.each([
    [2, '2026-01-02'],
    [3, '2026-03-09'],
    [7, '2026-11-28'],
    [11, '2026-12-31'],
    [42, '2027-02-15'],
    [99, '2028-03-03'],
  ])('holds nothing that the rules refuse (seed %i, %s)', (seed, day) => {
    const { refused, events } = tellStory(seed, registry, day)
    expect(refused.map(({ deed, refusals }) => [deed.command.command, refusals.map(({ code }) => code)])).toEqual([])
    expect(events.length).toBeGreaterThan(1_500)
  })

  test('goes into a log together with the facts, in the order of time', () => {
    const log = demoSeed(SEED, registry, TODAY)
    expect(log).toHaveLength(facts.length + story.events.length)
    expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(new Set(log.map(({ key }) => key)).size).toBe(log.length)
  })

  test('leaves the facts as they are: no recognition is made up, and no known fact of a village is overwritten', () => {
    expect(story.refused).toEqual([])
    expect(story.events.filter(({ draft }) => draft.type === 'programme.recognition-recorded')).toEqual([])
    const known = new Set(
      facts.flatMap(({ draft }) =>
        draft.type === 'programme.village-fact-recorded' ? [`${draft.subject} ${draft.data.fact}`] : [],
      ),
    )
    for (const { draft } of story.events) {
      if (draft.type !== 'programme.village-fact-recorded') continue
      expect(known).not.toContain(`${draft.subject} ${draft.data.fact}`)
      expect(draft.data.source).toContain('mô phỏng')
    }
  })

  test('assesses by the illustrative set only, and says that it assumes who does the district step', () => {
    expect(setOf(state)).toMatchObject({ id: 'minh-hoa', illustrative: true })
    for (const { set } of state.results.values()) expect(set).toBe('minh-hoa')
    expect(state.settings.districtStep).toEqual({ kind: 'commune' })
    const [assumed] = story.events.flatMap(({ draft }) =>
      draft.type === 'programme.setting-changed' && draft.data.key === 'districtStep' ? [draft.data] : [],
    )
    expect(assumed?.reason).toContain('Giả định')
  })
})

describe('what the pages can show is there', () => {
  test('villages differ: recognised ones whole, one being appraised, one sent back, one preparing', () => {
    const metOf = (id: string) => villageStanding(state, id, setOf(state)).counts
    for (const { id } of withState('recognised')) expect(metOf(id)).toEqual({ total: 27, met: 27, notMet: 0, open: 0 })
    const waiting = withState('unknown').map(({ id }) => {
      const dossier = newestDossier(state, id)
      if (!dossier) throw new Error(`no dossier of ${id}`)
      const clock = dossierClock(dossier, state.calendar, state.settings.appraisalWorkingDays, TODAY)
      return { stage: stageOf(dossier), phase: clock.phase, isLate: clock.isLate, left: clock.leftDays, ...metOf(id) }
    })
    expect(waiting).toMatchObject([
      { stage: 'complete', phase: 'running', isLate: false, left: 2, met: 27 },
      { stage: 'returned', phase: 'paused', isLate: false, met: 24, notMet: 3, open: 0 },
      { stage: 'open', phase: 'not-started', met: 21, notMet: 4, open: 2 },
    ])
  })

  test('some appraisals were late, some in time', () => {
    const late = withState('recognised').map(({ id }) => {
      const dossier = newestDossier(state, id)
      return dossier && dossierClock(dossier, state.calendar, 10, TODAY).isLate
    })
    expect(new Set(late)).toEqual(new Set([true, false]))
  })

  test('tasks with every mark, one done late, the yearly one done for past years', () => {
    const standings = taskStandings(state, TODAY)
    expect(new Set(standings.map(({ mark }) => mark))).toEqual(new Set(TASK_MARKS))
    expect(standings.find(({ task }) => task.id === '1.1')?.doneLateDays).toBeGreaterThan(0)
    expect(standings.find(({ task }) => task.deadline.kind === 'yearly')?.state.yearsDone).toEqual([2024, 2025])
  })

  test('reports with every mark, from districts first and from communes after them', () => {
    const standings = reportStandings(state, units, TODAY, '2024-04-01')
    const marks = new Set(standings.map(({ mark }) => mark))
    expect(marks).toEqual(new Set(['on-time', 'late', 'missing', 'due-soon', 'not-due']))
    const kinds = (isBefore: boolean) =>
      new Set(
        standings
          .filter(({ period }) => period.cutoff < '2025-07-01' === isBefore)
          .map(({ unit }) => units.get(unit ?? '')?.kind),
      )
    expect([kinds(true), kinds(false)]).toEqual([new Set(['district']), new Set(['commune'])])
    expect(state.consolidations.size).toBeGreaterThan(5)
  })

  test('obstacles in every state, some overdue, some about the whole province, obstacles and proposals', () => {
    const standings = obstacleStandings(state, TODAY)
    expect(new Set(standings.map(({ item }) => item.state))).toEqual(new Set(OBSTACLE_STATES))
    expect(standings.some(({ isOverdue }) => isOverdue)).toBe(true)
    expect(standings.some(({ item }) => item.village === null)).toBe(true)
    expect(new Set(standings.map(({ item }) => item.kind))).toEqual(new Set(['obstacle', 'proposal']))
  })

  test('records of every kind and in every state', () => {
    const records = [...state.records.values()]
    expect(new Set(records.map(({ kind }) => kind))).toEqual(new Set(RECORD_KINDS))
    expect(new Set(records.map(({ state: one }) => one))).toEqual(new Set(RECORD_STATES))
  })

  test('milestones of the plan reached, and one that never was', () => {
    const marks = new Set(planMilestoneStandings(state, units, TODAY).map(({ mark }) => mark))
    expect(marks).toContain('done')
    expect(marks).toContain('overdue')
  })

  test('money of five sources, nine villages and three years, with what nobody said left unknown', () => {
    const cells = [...state.funding.values()]
    expect(new Set(cells.map(({ source }) => source)).size).toBe(5)
    expect(new Set(cells.map(({ village }) => village)).size).toBe(9)
    expect(new Set(cells.map(({ year }) => year))).toEqual(new Set([2024, 2025, 2026]))
    expect(cells.every(({ isSimulated }) => isSimulated)).toBe(true)
    expect(cells.length).toBeLessThan(5 * 9 * 3)
    for (const kind of ['allocated', 'disbursed', 'settled'] as const) {
      expect(cells.some(({ amounts }) => amounts[kind] === null)).toBe(true)
      expect(cells.some(({ amounts }) => (amounts[kind] ?? 0) > 0)).toBe(true)
    }
    for (const { amounts } of cells) {
      if (amounts.allocated !== null) expect(amounts.disbursed ?? 0).toBeLessThanOrEqual(amounts.allocated)
      expect(amounts.settled ?? 0).toBeLessThanOrEqual(amounts.disbursed ?? 0)
    }
    expect(state.supervision.size).toBeGreaterThan(10)
  })
})
