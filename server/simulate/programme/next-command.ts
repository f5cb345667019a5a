// What a simulated office does next: one small, believable thing that the rules allow now, or nothing. Pure; whoever sends it lives
// elsewhere. It never recognises a village, and leaves alone what is silent or overdue: that is for people to see.
import { villageStanding } from '../../../shared/programme/assessment-standing.ts'
import type { Command, CommandRequest } from '../../../shared/programme/command.ts'
import { indicatorsOf, judge, setOn } from '../../../shared/programme/criteria.ts'
import { decide } from '../../../shared/programme/decide.ts'
import { dossierClock, newestDossiers, stageOf } from '../../../shared/programme/dossier.ts'
import type { AssessmentStep, Day, DossierStage, Indicator } from '../../../shared/programme/facts.ts'
import { obstacleStandings } from '../../../shared/programme/obstacle-standing.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { type DossierState, keyOf, type ProgrammeState, type SetState } from '../../../shared/programme/state.ts'
import { taskStandings } from '../../../shared/programme/task-standing.ts'
import { successorOn, type Units, villageUnitOn } from '../../../shared/programme/units.ts'
import { daysBetween, yearOf } from '../../../shared/programme/working-calendar.ts'
import { OBSTACLES, SAYINGS } from './obstacle-story.ts'
import { roleOf } from './role.ts'
import { TASK_STORIES } from './task-story.ts'

/** More open obstacles than that would bury the ones of the story; more altogether, their list. */
export const MAX_OPEN_OBSTACLES = 14
export const MAX_OBSTACLES = 200
/** A village that still prepares gets one indicator further in so many days. */
const SELF_EVERY_DAYS = 5
const MILLION = 1_000_000

type Office = {
  readonly state: ProgrammeState
  readonly units: Units
  readonly today: Day
  /** Uniform in [0, 1). */
  readonly random: () => number
}
type Intent = { readonly unit: string | undefined; readonly command: Command }
type Idea = (office: Office) => Intent | undefined

const IDEAS: readonly (readonly [weight: number, idea: Idea])[] = [
  [5, sayOfTask],
  [4, bookPayment],
  [4, moveObstacle],
  [2, raiseObstacle],
  [2, appraise],
  [1, moveDossier],
  [1, assessSelf],
]

/** Undefined when nothing occurs to anybody. `expected` is of the state given: send it before the state is old. */
export function nextDemoCommand(
  state: ProgrammeState,
  units: Units,
  random: () => number,
  today: Day,
): CommandRequest | undefined {
  const office = { state, units, random, today }
  for (const idea of shuffled(random)) {
    const request = requestOf(office, idea(office))
    if (request) return request
  }
  return undefined
}

/** The heavier an idea, the sooner it tends to come (exponential keys). */
const shuffled = (random: () => number): readonly Idea[] =>
  IDEAS.map(([weight, idea]) => ({ idea, key: -Math.log(1 - random()) / weight }))
    .sort((a, b) => a.key - b.key)
    .map(({ idea }) => idea)

function requestOf({ state, units, today }: Office, intent: Intent | undefined): CommandRequest | undefined {
  if (intent?.unit === undefined) return undefined
  const actor = { name: roleOf(intent.unit, units), unit: intent.unit }
  const request: CommandRequest = { ...intent.command, actor, expected: 0, isSimulated: true }
  const decision = decide({ state, units, today }, request)
  if (decision.kind === 'refused') return undefined
  return { ...request, expected: state.versions.get(decision.subject) ?? 0 }
}

const carrier = ({ units, today }: Office, unit: string): string | undefined => successorOn(units, unit, today)?.id

function pick<T>({ random }: Office, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)]
}

function sayOfTask(office: Office): Intent | undefined {
  const { state, today } = office
  const standing = pick(
    office,
    taskStandings(state, today).filter(({ mark, deadline }) => mark === 'on-track' && deadline.kind !== 'yearly'),
  )
  const text = standing && pick(office, TASK_STORIES[standing.task.id]?.says ?? [])
  if (!standing || text === undefined) return undefined
  const { task } = standing
  const lead = pick(office, state.plan?.groups[task.lead] ?? [task.lead])
  // What is done stays done, and only goes on.
  const status = standing.state.latest?.status === 'done' ? 'done' : 'in-progress'
  return {
    unit: lead && carrier(office, lead),
    command: { command: 'update-task', data: { task: task.id, status, progress: null, text, files: [], year: null } },
  }
}

/** Pays from what is allocated and not yet spent. */
function bookPayment(office: Office): Intent | undefined {
  const { state, today, random } = office
  const open = [...state.funding.values()].flatMap(({ village, source, year, amounts: { allocated, disbursed } }) => {
    const left = (allocated ?? 0) - (disbursed ?? 0)
    return year === yearOf(today) && left >= 5 * MILLION ? [{ village, source, year, left }] : []
  })
  const cell = pick(office, open)
  if (!cell) return undefined
  const { left, ...place } = cell
  const amount = Math.min(left, Math.floor((5 + 25 * random()) * 10) * (MILLION / 10))
  return {
    unit: carrier(office, 'so-tc'),
    command: {
      command: 'book-funding',
      data: { ...place, kind: 'disbursed', amount, on: today, document: null, note: null },
    },
  }
}

/** On from where it is: handed on, answered, resolved. */
function moveObstacle(office: Office): Intent | undefined {
  const { state, today } = office
  const moving = obstacleStandings(state, today).filter(
    ({ isOpen, isOverdue, ageDays }) => isOpen && !isOverdue && ageDays < 30,
  )
  const item = pick(office, moving)?.item
  if (!item) return undefined
  const to = item.state === 'raised' ? 'assigned' : item.state === 'answered' ? 'resolved' : 'answered'
  const story = OBSTACLES.find(({ title }) => title === item.title)
  const lead = carrier(office, 'so-khcn')
  const responsible = to === 'assigned' ? carrier(office, story?.by ?? 'so-khcn') : undefined
  return {
    unit: to === 'answered' ? (item.responsible ?? lead) : lead,
    command: {
      command: 'move-obstacle',
      data: { obstacle: item.id, to, responsible: responsible ?? null, text: SAYINGS[to], dueOn: null },
    },
  }
}

/** One of the story's again, where it isn't open. */
function raiseObstacle(office: Office): Intent | undefined {
  const { state, today, random } = office
  const open = new Set(
    [...state.obstacles.values()].flatMap(({ title, state: stage }) => (stage === 'resolved' ? [] : [title])),
  )
  const village = pick(office, [...state.villages.values()])
  const story = pick(
    office,
    OBSTACLES.filter(({ title, villageAt }) => villageAt !== null && !open.has(title)),
  )
  if (!story || !village || open.size >= MAX_OPEN_OBSTACLES || state.obstacles.size >= MAX_OBSTACLES) return undefined
  const { kind = 'obstacle', title, text, task = null } = story
  const obstacle = `mp-${today}-${Math.floor(random() * 36 ** 8).toString(36)}`
  return {
    unit: villageUnitOn(village, today),
    command: { command: 'raise-obstacle', data: { obstacle, kind, title, text, village: village.id, task } },
  }
}

/** A department speaks on an indicator of a complete dossier; the last ones when the clock nears its end. */
function appraise(office: Office): Intent | undefined {
  const { state, today } = office
  return firstOf(dossiersAt(office, 'complete'), ({ dossier, set }) => {
    const open = withoutStep(state, dossier, set, 'department')
    const { leftDays } = dossierClock(dossier, state.calendar, state.settings.appraisalWorkingDays, today)
    const indicator = open.length > 2 * leftDays ? pick(office, open) : undefined
    return indicator && assess(office, { dossier, indicator, step: 'department', unit: indicator.owner ?? 'so-khcn' })
  })
}

/** Closes an appraisal that is whole; gathers it indicator by indicator; and stops before the decision. */
function moveDossier(office: Office): Intent | undefined {
  const { state } = office
  const whole = dossiersAt(office, 'complete').find(
    ({ dossier, set }) => withoutStep(state, dossier, set, 'department').length === 0,
  )
  if (whole) return move(office, whole.dossier, 'appraised')
  return firstOf(dossiersAt(office, 'appraised'), ({ dossier, set }) => {
    const indicator = pick(office, withoutStep(state, dossier, set, 'consolidation'))
    return indicator
      ? assess(office, { dossier, indicator, step: 'consolidation', unit: 'so-khcn' })
      : move(office, dossier, 'consolidated')
  })
}

/** A village that still prepares meets one more indicator. */
function assessSelf(office: Office): Intent | undefined {
  const { state, units, today } = office
  return firstOf(dossiersAt(office, 'open'), ({ dossier, set }) => {
    const village = state.villages.get(dossier.village)
    const { lastAt } = villageStanding(state, dossier.village, set)
    if (!village || (lastAt !== null && daysBetween(provinceDayOf(lastAt), today) < SELF_EVERY_DAYS)) return undefined
    const open = indicatorsOf(set).filter(
      ({ indicator: { id } }) => state.results.get(keyOf.result(village.id, set.id, id))?.steps.self?.outcome !== 'met',
    )
    const commune = villageUnitOn(village, today)
    const indicator = pick(office, open)?.indicator
    return indicator && commune !== undefined && units.has(commune)
      ? assess(office, { dossier, indicator, step: 'self', unit: commune })
      : undefined
  })
}

type Placed = { readonly dossier: DossierState; readonly set: SetState }

/** Dossiers under the set in use, when that is an illustrative one: nothing is made up about a real one. */
function dossiersAt({ state, today }: Office, stage: DossierStage): readonly Placed[] {
  const { set } = setOn(state, today)
  if (!set?.illustrative) return []
  return newestDossiers(state).flatMap(dossier =>
    dossier.set === set.id && stageOf(dossier) === stage ? [{ dossier, set }] : [],
  )
}

const withoutStep = (
  state: ProgrammeState,
  { village }: DossierState,
  set: SetState,
  step: AssessmentStep,
): readonly Indicator[] =>
  indicatorsOf(set)
    .map(({ indicator }) => indicator)
    .filter(({ id }) => !state.results.get(keyOf.result(village, set.id, id))?.steps[step])

type Assessed = {
  readonly dossier: DossierState
  readonly indicator: Indicator
  readonly step: AssessmentStep
  readonly unit: string
}

function assess(office: Office, { dossier, indicator, step, unit }: Assessed): Intent {
  const { target } = indicator
  const value =
    target.kind === 'number' ? target.value + (target.unit === '%' ? Math.floor(8 * office.random()) : 0) : null
  return {
    unit: carrier(office, unit),
    command: {
      command: 'assess-indicator',
      data: {
        village: dossier.village,
        set: dossier.set,
        indicator: indicator.id,
        step,
        outcome: judge(target, value) ?? 'met',
        value,
        note: `Minh chứng (mô phỏng): ${indicator.evidence ?? 'lưu tại đơn vị'}`,
        evidence: [],
      },
    },
  }
}

const move = (office: Office, { village, round, set }: DossierState, to: DossierStage): Intent => ({
  unit: carrier(office, 'so-khcn'),
  command: { command: 'move-dossier', data: { village, round, set, to, on: office.today, note: null } },
})

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
