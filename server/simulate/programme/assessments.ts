// The simulated assessments: each village's indicators step by step, and its dossier between the steps. How far a village gets is
// its course; days up to the end of the districts are the calendar's, later ones are reckoned back from today.
import { indicatorsOf, judge } from '../../../shared/programme/criteria.ts'
import type { AssessmentStep, Day, DossierStage, Indicator } from '../../../shared/programme/facts.ts'
import { addDays, addWorkingDays } from '../../../shared/programme/working-calendar.ts'
import {
  carrierOf,
  communeOf,
  type Deed,
  type Dice,
  diceOf,
  districtOf,
  type Scene,
  type StoryVillage,
  type Teller,
  tellerOf,
  workday,
  workdaysAgo,
} from './scene.ts'

const ROUND = 1
const NOT_YET = ['Chưa đủ minh chứng', 'Đang thực hiện, dự kiến đạt trong kỳ tới', 'Chưa bố trí kinh phí'] as const

export function assessmentDeeds(scene: Scene): readonly Deed[] {
  return scene.villages.flatMap((village, place) => {
    const tale: Tale = {
      scene,
      village,
      place,
      dice: diceOf(scene.seed, `assessment ${village.id}`),
      teller: tellerOf(scene, `assessment ${village.id}`),
      indicators: indicatorsOf(scene.set).map(({ indicator }) => indicator),
    }
    TOLD[village.course](tale)
    return tale.teller.deeds()
  })
}

type Tale = {
  readonly scene: Scene
  readonly village: StoryVillage
  readonly place: number
  readonly dice: Dice
  readonly teller: Teller
  readonly indicators: readonly Indicator[]
}

const TOLD: Readonly<Record<StoryVillage['course'], (tale: Tale) => void>> = {
  recognised: tellRecognised,
  appraising: tellAppraising,
  returned: tellReturned,
  preparing: tellPreparing,
}

function tellRecognised(tale: Tale): void {
  const { scene, dice, place } = tale
  assessSelf(tale, { from: '2024-05-06', doubtful: dice.whole(3, 8), mended: '2024-08-12' })
  const opened = workday(scene, addDays('2024-09-16', dice.whole(0, 10)))
  moveDossier(tale, 'open', opened)
  const seen = assessDistrict(tale, workday(scene, addDays(opened, 7)))
  const submitted = workday(scene, addDays(seen, dice.whole(2, 5)))
  moveDossier(tale, 'submitted', submitted)
  let complete = after(tale, submitted, 2)
  if (place % 4 === 2) {
    moveDossier(tale, 'returned', complete, 'Thiếu biên bản họp dân; trả lại để bổ sung')
    complete = after(tale, complete, 6)
  }
  moveDossier(tale, 'complete', complete)
  // One appraisal took longer than the plan allows.
  const workingDays = place % 5 === 3 ? 13 : dice.whole(6, 10)
  assessDepartments(tale, tale.indicators, complete, workingDays - 1)
  const appraised = after(tale, complete, workingDays)
  moveDossier(tale, 'appraised', appraised)
  const consolidated = consolidate(tale, after(tale, appraised, dice.whole(5, 15)))
  moveDossier(tale, 'consolidated', consolidated)
  const { reportedOn } = tale.village.recognition ?? {}
  if (reportedOn)
    moveDossier(tale, 'recognised', workday(scene, addDays(reportedOn, 1)), 'Theo tin công nhận đã công bố')
}

/** The departments' clock runs now, and two thirds of them have spoken. */
function tellAppraising(tale: Tale): void {
  const { scene, indicators } = tale
  assessSelf(tale, { from: '2024-05-13', doubtful: 3, mended: '2025-03-10' })
  assessDistrict(tale, '2025-05-06')
  moveDossier(tale, 'open', '2025-06-16')
  moveDossier(tale, 'submitted', workdaysAgo(scene, 12))
  const complete = workdaysAgo(scene, 7)
  moveDossier(tale, 'complete', complete)
  assessDepartments(
    tale,
    indicators.filter((_, at) => at % 3 !== 2),
    complete,
    6,
  )
}

/** Sent back twice; at the second look three indicators still aren't met, and the clock stands still. */
function tellReturned(tale: Tale): void {
  const { scene, indicators } = tale
  assessSelf(tale, { from: '2024-05-08', doubtful: 5, mended: '2024-11-04' })
  moveDossier(tale, 'open', '2025-02-10')
  assessDistrict(tale, '2025-02-24')
  moveDossier(tale, 'submitted', '2025-04-02')
  moveDossier(tale, 'complete', '2025-04-04')
  const failing = indicators.filter((_, at) => at % 4 === 1)
  const stillFailing = failing.slice(0, 3)
  assessDepartments(tale, indicators, '2025-04-04', 2, failing)
  moveDossier(tale, 'returned', '2025-04-10', 'Bảy chỉ tiêu chưa đạt; đề nghị địa phương hoàn thiện')
  moveDossier(tale, 'submitted', workdaysAgo(scene, 38))
  const complete = workdaysAgo(scene, 34)
  moveDossier(tale, 'complete', complete)
  assessDepartments(tale, failing, complete, 3, stillFailing)
  moveDossier(tale, 'returned', workdaysAgo(scene, 30), 'Còn ba chỉ tiêu chưa đạt')
}

/** Began when its year came; six indicators are open and nobody does the district's step any more. */
function tellPreparing(tale: Tale): void {
  const { scene, dice, indicators } = tale
  const failing = indicators.filter((_, at) => at % 5 === 3 || at === 25)
  const met = indicators.filter(indicator => !failing.includes(indicator))
  const recent = met.slice(-4)
  let day = workday(scene, '2025-02-17')
  for (const indicator of met.slice(0, -4)) {
    assess(tale, { day, unit: communeOf(tale.village, day), step: 'self', indicator, isMet: true })
    day = workday(scene, addDays(day, dice.whole(2, 14)))
  }
  for (const [at, indicator] of failing.slice(0, 4).entries()) {
    const on = workday(scene, addDays('2025-09-08', at * 9))
    assess(tale, { day: on, unit: communeOf(tale.village, on), step: 'self', indicator, isMet: false })
  }
  moveDossier(tale, 'open', '2025-10-06')
  for (const [at, indicator] of recent.entries()) {
    const on = workdaysAgo(scene, 90 - at * 25)
    assess(tale, { day: on, unit: communeOf(tale.village, on), step: 'self', indicator, isMet: true })
  }
}

type SelfPace = { readonly from: Day; readonly doubtful: number; readonly mended: Day }

/** Every indicator once, the doubtful ones a second time when they are mended. */
function assessSelf(tale: Tale, { from, doubtful, mended }: SelfPace): void {
  const { scene, dice, indicators, village, place } = tale
  const isDoubtful = (at: number) => (at * 7 + place * 5) % indicators.length < doubtful
  let day = workday(scene, addDays(from, place))
  for (const [at, indicator] of indicators.entries()) {
    assess(tale, { day, unit: communeOf(village, day), step: 'self', indicator, isMet: !isDoubtful(at) })
    if (at % 4 === 3) day = workday(scene, addDays(day, dice.whole(2, 6)))
  }
  day = workday(scene, mended)
  for (const indicator of indicators.filter((_, at) => isDoubtful(at))) {
    assess(tale, { day, unit: communeOf(village, day), step: 'self', indicator, isMet: true })
    day = workday(scene, addDays(day, dice.whole(1, 4)))
  }
}

/** Returns the day it was finished. */
function assessDistrict(tale: Tale, from: Day): Day {
  const { scene, indicators, village } = tale
  let day = workday(scene, from)
  for (const [at, indicator] of indicators.entries()) {
    assess(tale, { day, unit: districtOf(scene, village, day), step: 'district', indicator, isMet: true })
    if (at % 9 === 8) day = workday(scene, addDays(day, 1))
  }
  return day
}

/** Each owner speaks on its own indicators, spread over the working days after the file is complete. */
function assessDepartments(
  tale: Tale,
  indicators: readonly Indicator[],
  complete: Day,
  workingDays: number,
  failing: readonly Indicator[] = [],
): void {
  const { scene } = tale
  for (const [at, indicator] of indicators.entries()) {
    const day = after(tale, complete, 1 + Math.floor((at * workingDays) / indicators.length))
    const unit = carrierOf(scene, indicator.owner ?? 'so-khcn', day)
    assess(tale, { day, unit, step: 'department', indicator, isMet: !failing.includes(indicator) })
  }
}

function consolidate(tale: Tale, day: Day): Day {
  for (const indicator of tale.indicators)
    assess(tale, { day, unit: carrierOf(tale.scene, 'so-khcn', day), step: 'consolidation', indicator, isMet: true })
  return day
}

const after = ({ scene }: Tale, day: Day, workingDays: number): Day =>
  addWorkingDays(scene.calendar, day, workingDays).on

type Assessed = {
  readonly day: Day
  readonly unit: string | undefined
  readonly step: AssessmentStep
  readonly indicator: Indicator
  readonly isMet: boolean
}

function assess({ scene, village, dice, teller }: Tale, { day, unit, step, indicator, isMet }: Assessed): void {
  const value = valueFor(indicator, isMet, dice)
  teller.say(day, unit, {
    command: 'assess-indicator',
    data: {
      village: village.id,
      set: scene.set.id,
      indicator: indicator.id,
      step,
      outcome: value === null ? (isMet ? 'met' : 'not-met') : (judge(indicator.target, value) ?? 'not-met'),
      value,
      note: isMet ? `Minh chứng (mô phỏng): ${indicator.evidence ?? 'lưu tại đơn vị'}` : dice.pick(NOT_YET),
      evidence: [],
    },
  })
}

/** A value that meets the target, or misses it by little. */
function valueFor({ target }: Indicator, isMet: boolean, dice: Dice): number | null {
  if (target.kind !== 'number') return null
  if (target.unit !== '%') return isMet ? target.value : target.value - 1
  const span = isMet ? 100 - target.value : -18
  return Math.round((target.value + span * (0.1 + 0.7 * dice.next())) * 10) / 10
}

function moveDossier(tale: Tale, to: DossierStage, day: Day, note: string | null = null): void {
  const { scene, village, teller } = tale
  teller.say(day, moverOf(tale, to, day), {
    command: 'move-dossier',
    data: { village: village.id, round: ROUND, set: scene.set.id, to, on: day, note },
  })
}

/** The village's side prepares and submits; the province's lead does the rest, and the authority decides. */
function moverOf({ scene, village }: Tale, to: DossierStage, day: Day): string | undefined {
  if (to === 'open') return communeOf(village, day)
  if (to === 'submitted') return districtOf(scene, village, day) ?? communeOf(village, day)
  return carrierOf(scene, to === 'recognised' ? 'ubnd-tinh' : 'so-khcn', day)
}
