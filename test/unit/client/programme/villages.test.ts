// What a village's page makes of the programme: whose turn a dossier is, history, milestones, tasks, what is found by typing.
import { describe, expect, test } from 'vitest'
import { dossierTurn } from '../../../../client/programme/villages/dossier-turn.ts'
import { dossiersOf } from '../../../../client/programme/villages/dossiers-of.ts'
import { foundVillages, unitNamesOf } from '../../../../client/programme/villages/found-villages.ts'
import { milestoneSign, milestonesByDay } from '../../../../client/programme/villages/milestone-order.ts'
import { tasksConcerning } from '../../../../client/programme/villages/tasks-concerning.ts'
import { textOrNull } from '../../../../client/programme/villages/text-or-null.ts'
import { resultEvents, villageHistory } from '../../../../client/programme/villages/village-history-lines.ts'
import { type AnyEvent, subjectOf } from '../../../../shared/programme/event.ts'
import type { DossierStage } from '../../../../shared/programme/facts.ts'
import { fold } from '../../../../shared/programme/fold.ts'
import type { ProgrammeState } from '../../../../shared/programme/state.ts'
import { assessed, indicator, setPublished, setWith } from '../../programme/sample-criteria.ts'
import { move, type Said, say, stateOn, units } from '../../programme/standing-sample.ts'

const DAY = '2026-11-25'
const VILLAGE = 'phu-cuong'

function villageIn(state: ProgrammeState, id = VILLAGE) {
  const village = state.villages.get(id)
  if (!village) throw new Error(id)
  return village
}

describe('whose turn a dossier is', () => {
  const turnAt = (to: DossierStage, said: readonly Said[] = []) => {
    const state = stateOn(DAY, [...said, move('2026-11-02', VILLAGE, to)])
    const [dossier] = dossiersOf(state, VILLAGE)
    if (!dossier) throw new Error('no dossier')
    return dossierTurn({ state, units, today: DAY }, villageIn(state), dossier)
  }
  const namesAt = (to: DossierStage) => turnAt(to)?.units.map(({ id }) => id)

  test.each([
    ['open', ['commune-30025']],
    ['returned', ['commune-30025']],
    ['submitted', ['so-khcn-2025']],
    ['appraised', ['so-khcn-2025']],
    ['consolidated', ['ubnd-tinh']],
  ] as const)('%s waits for %j', (stage, waitedFor) => {
    expect(namesAt(stage)).toEqual(waitedFor)
  })
  test.each(['recognised', 'refused', 'withdrawn'] as const)('%s waits for nobody', stage => {
    expect(turnAt(stage)).toBeUndefined()
  })
  test('under appraisal by a set without text it is all owners of criteria, and nothing can be counted', () => {
    const turn = turnAt('complete')
    expect(turn?.openIndicators).toBeNull()
    expect(turn?.units.length).toBeGreaterThan(1)
  })

  describe('under appraisal by a set with text', () => {
    const set = setWith(
      {
        a: [
          indicator('1', { owner: 'so-yt' }),
          indicator('2', { owner: 'so-tttt' }),
          indicator('3', { owner: 'so-yt' }),
        ],
      },
      { id: 'qd-384-2023' },
    )
    const published = say('2024-01-02', setPublished(set))
    const answered = (id: string) => say('2026-11-03', assessed(VILLAGE, id, 'met', 'department', set.id))
    test('it is each department that hasn’t answered, by who carries it on, once', () => {
      const turn = turnAt('complete', [published])
      expect(turn?.units.map(({ id }) => id)).toEqual(['so-yt', 'so-khcn-2025'])
      expect(turn?.openIndicators).toBe(3)
    })
    test('one that has answered all of its own waits no more', () => {
      const turn = turnAt('complete', [published, answered('2')])
      expect(turn?.units.map(({ id }) => id)).toEqual(['so-yt'])
      expect(turn?.openIndicators).toBe(2)
    })
    test('when all have, the lead closes the appraisal', () => {
      const turn = turnAt('complete', [published, answered('1'), answered('2'), answered('3')])
      expect(turn).toMatchObject({ openIndicators: 0, units: [{ id: 'so-khcn-2025' }] })
    })
  })
})

test('a village’s dossiers come newest round first', () => {
  const state = stateOn(DAY, [
    move('2026-01-05', VILLAGE, 'open', 1),
    move('2026-02-05', VILLAGE, 'withdrawn', 1),
    move('2026-03-05', VILLAGE, 'open', 2),
    move('2026-03-06', 'my-dong', 'open', 1),
  ])
  expect(dossiersOf(state, VILLAGE).map(({ round }) => round)).toEqual([2, 1])
})

describe('the history of a village', () => {
  const anEvent = (id: number): AnyEvent => ({ id, at: id, actor: 'declared:Lan', type: 'x', subject: 'x', data: {} })
  test('is one list, newest first, each once, up to the picture shown', () => {
    expect(villageHistory([2, 5, 3, 2].map(anEvent), 4).map(({ id }) => id)).toEqual([3, 2])
  })

  const set = setWith({ a: [indicator('1')] })
  const state = stateOn('2026-01-01', [say('2025-01-01', setPublished(set))])
  const head = { id: state.lastId + 1, at: state.lastAt, actor: 'declared:Lan · Sở' }
  const event = { ...head, ...assessed(VILLAGE, '1', 'not-met', 'department') }
  test('tells results as the events that gave them', () => {
    expect(resultEvents(fold(state, [event]), VILLAGE)).toEqual([event])
    expect(resultEvents(fold(state, [event]), 'my-dong')).toEqual([])
  })
  test('leaves out what was carried over: that was no event about the village', () => {
    const after = setWith({ a: [indicator('1')] }, { id: 'set-b' })
    const published = { ...head, id: head.id + 1, ...setPublished(after) }
    const carried = {
      ...head,
      id: head.id + 2,
      type: 'programme.results-carried-over',
      subject: subjectOf.carryOver('set-a', 'set-b'),
      data: { from: 'set-a', to: 'set-b', pairs: [{ from: '1', to: '1' }], reason: null },
    }
    const folded = fold(state, [event, published, carried])
    expect(folded.results.size).toBe(2)
    expect(resultEvents(folded, VILLAGE)).toEqual([event])
  })
})

describe('milestones', () => {
  const aMilestone = (id: string, plannedOn: string | null, reachedOn: string | null = null) => ({
    id,
    title: id,
    plannedOn,
    reachedOn,
  })
  test('stand by the day they were reached, or planned for; without a day last', () => {
    const order = milestonesByDay([
      aMilestone('none', null),
      aMilestone('later', '2026-01-01'),
      aMilestone('reached', '2027-01-01', '2025-01-01'),
      aMilestone('none too', null),
    ])
    expect(order.map(({ id }) => id)).toEqual(['reached', 'later', 'none', 'none too'])
  })
  test.each([
    ['2026-05-01', null, 'overdue'],
    ['2026-05-02', null, 'waiting'],
    [null, null, 'waiting'],
    ['2020-01-01', '2026-05-02', 'done'],
  ] as const)('planned for %s, reached %s, on 02/05/2026: %s', (plannedOn, reachedOn, sign) => {
    expect(milestoneSign(aMilestone('x', plannedOn, reachedOn), '2026-05-02')).toBe(sign)
  })
})

describe('tasks that concern a village', () => {
  const state = stateOn(DAY)
  test('are those its district leads or takes part in, by the plan’s groups', () => {
    const tasks = tasksConcerning(state, units, villageIn(state), DAY)
    expect(tasks.length).toBeGreaterThan(0)
    expect(tasks.length).toBeLessThan(state.plan?.tasks.length ?? 0)
    const districts = state.plan?.groups['ubnd-huyen']
    expect(districts).toContain('district-871')
    for (const { task } of tasks)
      expect([task.lead, ...task.partners].some(id => id === 'ubnd-huyen' || id === 'district-871')).toBe(true)
  })
  test('none when no unit of the village is in the plan', () => {
    const village = { ...villageIn(state), links: [{ unit: 'nowhere', from: null, to: null }] }
    expect(tasksConcerning(state, units, village, DAY)).toEqual([])
  })
})

describe('finding villages', () => {
  const view = { state: stateOn(DAY), units, day: DAY }
  const found = (typed: string) => foundVillages(view, typed).map(({ id }) => id)
  test('nothing typed finds all of them, in the plan’s order', () => {
    expect(found('')).toHaveLength(9)
    expect(found('')[0]).toBe('my-dong')
  })
  test.each([
    ['my dong', ['my-dong']],
    ['Tháp Mười', ['my-dong', 'doc-binh-kieu']],
    ['lai vung', ['dinh-yen']],
    ['ấp 5', ['my-dong']],
    ['khong co', []],
  ])('“%s” by name, hamlet, unit of the day or of the plan, without marks', (typed, ids) => {
    expect(found(typed)).toEqual(ids)
  })
  test('a village has its unit of the day and of the plan', () => {
    expect(unitNamesOf(view, villageIn(view.state, 'dinh-yen'))).toEqual({
      today: 'Xã Lai Vung',
      ofPlan: 'Xã Định Yên, Huyện Lấp Vò',
    })
  })
})

test.each([
  ['', null],
  ['  \n', null],
  [' Sen ', 'Sen'],
])('%j is %j', (typed, text) => {
  expect(textOrNull(typed)).toBe(text)
})
