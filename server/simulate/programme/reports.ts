// The simulated reports: each reporter's habit, a district while there were districts, after them the communes that the story gives
// the districts' step; and the lead's summary of what came in.

import type { ReportPeriod } from '../../../shared/programme/report-period.ts'
import { periodsBetween } from '../../../shared/programme/report-period.ts'
import { DEFAULT_SETTINGS } from '../../../shared/programme/state.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'
import {
  carrierOf,
  communeOf,
  type Deed,
  type Dice,
  diceOf,
  districtOf,
  type Scene,
  tellerOf,
  workday,
} from './scene.ts'

/** Shares of late and of missing reports, district after district in the plan's order. */
const HABITS = [
  { late: 0, missing: 0 },
  { late: 0.15, missing: 0 },
  { late: 0.3, missing: 0.1 },
  { late: 0.1, missing: 0 },
  { late: 0.4, missing: 0.2 },
  { late: 0.35, missing: 0.35 },
] as const
const CONSOLIDATED_AFTER_DAYS = 14

const DIFFICULTIES = [
  'Kinh phí đối ứng còn thiếu.',
  'Một số hộ chưa quen dùng ứng dụng.',
  'Đường truyền tại ấp xa trung tâm chưa ổn định.',
  'Không có khó khăn lớn.',
] as const
const RESULTS = [
  'Các xã tiếp tục hoàn thiện chỉ tiêu và minh chứng.',
  'Hoàn thành đánh giá sơ khảo tại xã.',
  'Triển khai nhật ký điện tử cho hợp tác xã.',
] as const

export function reportDeeds(scene: Scene): readonly Deed[] {
  return periodsBetween(scene.plan.validFrom, scene.today, DEFAULT_SETTINGS).flatMap(period => [
    ...reportersOf(scene, period).flatMap((unit, place) => submission(scene, { unit, place, period })),
    ...consolidation(scene, period),
  ])
}

const reportersOf = (scene: Scene, { cutoff }: ReportPeriod): readonly string[] => [
  ...new Set(scene.villages.flatMap(village => districtOf(scene, village, cutoff) ?? communeOf(village, cutoff) ?? [])),
]

type Due = { readonly unit: string; readonly place: number; readonly period: ReportPeriod }

function submission(scene: Scene, { unit, place, period }: Due): readonly Deed[] {
  const dice = diceOf(scene.seed, `report ${unit} ${period.id}`)
  const teller = tellerOf(scene, `report ${unit} ${period.id}`)
  const on = submissionDay(scene, dice, { place, period })
  if (on === undefined) return []
  teller.say(on, carrierOf(scene, unit, on), {
    command: 'submit-report',
    data: {
      unit,
      period: period.id,
      texts: {
        results: dice.pick(RESULTS),
        difficulties: dice.pick(DIFFICULTIES),
        proposals: 'Đề nghị Tỉnh hỗ trợ kinh phí và tập huấn (mô phỏng).',
        next: 'Hoàn thiện các chỉ tiêu còn lại.',
      },
    },
  })
  return teller.deeds()
}

function submissionDay(scene: Scene, dice: Dice, { place, period }: Omit<Due, 'unit'>): string | undefined {
  const habit = HABITS[place % HABITS.length] ?? HABITS[0]
  const throwOf = dice.next()
  if (throwOf < habit.missing) return undefined
  if (throwOf < habit.missing + habit.late) return workday(scene, addDays(period.dueOn, dice.whole(1, 9)))
  const early = workday(scene, addDays(period.cutoff, dice.whole(0, 4)))
  return early <= period.dueOn ? early : workday(scene, period.cutoff)
}

function consolidation(scene: Scene, period: ReportPeriod): readonly Deed[] {
  const teller = tellerOf(scene, `consolidation ${period.id}`)
  const day = workday(scene, addDays(period.dueOn, CONSOLIDATED_AFTER_DAYS))
  teller.say(day, carrierOf(scene, 'so-khcn', day), {
    command: 'consolidate-reports',
    data: { period: period.id, text: 'Tổng hợp báo cáo của các địa phương; nhắc đơn vị gửi chậm (mô phỏng).' },
  })
  return teller.deeds()
}
