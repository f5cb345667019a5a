// How the simulated story begins: the illustrative set takes the place of the official one, whose indicators nobody could read.
// What is known of the villages is never overwritten; what isn't is told as simulated.
import type { PlanMilestone, VillageFactKey } from '../../../shared/programme/facts.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'
import {
  carrierOf,
  communeOf,
  type Deed,
  diceOf,
  type Scene,
  type StoryVillage,
  type Teller,
  tellerOf,
  workday,
} from './scene.ts'

/** Soon after the districts ended. Who really does their step isn't known; the story says that it only assumes. */
const HANDED_OVER_ON = '2025-07-15'
const SOURCE = 'Số liệu mô phỏng của bản trình diễn'

export function beginningDeeds(scene: Scene): readonly Deed[] {
  const teller = tellerOf(scene, 'beginning')
  const day = workday(scene, scene.plan.validFrom)
  const lead = carrierOf(scene, 'so-khcn', day)
  teller.say(day, lead, { command: 'publish-criteria-set', data: { set: scene.set } })
  teller.say(day, lead, {
    command: 'change-setting',
    data: { key: 'criteriaSet', value: scene.set.id, reason: 'Bản trình diễn dùng bộ tiêu chí minh họa' },
  })
  const handedOver = workday(scene, HANDED_OVER_ON)
  teller.say(handedOver, carrierOf(scene, 'so-khcn', handedOver), {
    command: 'change-setting',
    data: {
      key: 'districtStep',
      value: { kind: 'commune' },
      reason: 'Giả định của bản trình diễn: xã, phường làm bước của huyện; chưa có quyết định nào được biết',
    },
  })
  return teller.deeds()
}

type Told = {
  readonly fact: VillageFactKey
  readonly value: string | number
  readonly afterDays: readonly [number, number]
}

const factsOf = ({ course }: StoryVillage): readonly Told[] => [
  { fact: 'working-group', value: 'Tổ công tác cấp huyện (mô phỏng)', afterDays: [15, 60] },
  { fact: 'organisation', value: 'Hợp tác xã của làng (mô phỏng)', afterDays: [30, 90] },
  { fact: 'speciality', value: 'Đặc sản của làng (mô phỏng)', afterDays: [30, 90] },
  { fact: 'ocop-product', value: 'Sản phẩm OCOP của làng (mô phỏng)', afterDays: [60, 120] },
  // A village that still prepares lacks the fourth star that the framework asks for (Decision 384).
  { fact: 'ocop-stars', value: course === 'preparing' ? 3 : 4, afterDays: [121, 160] },
  ...(course === 'preparing'
    ? []
    : ([
        { fact: 'operating-team', value: 'Tổ Điều hành của làng (mô phỏng)', afterDays: [60, 130] },
        { fact: 'operating-regulation', value: 'Quy chế vận hành (mô phỏng)', afterDays: [131, 170] },
      ] as const)),
]

export function villageDeeds(scene: Scene): readonly Deed[] {
  const teller = tellerOf(scene, 'villages')
  for (const village of scene.villages) {
    const dice = diceOf(scene.seed, `facts ${village.id}`)
    for (const { fact, value, afterDays } of factsOf(village)) {
      if (village.facts[fact]) continue
      const day = workday(scene, addDays(scene.plan.validFrom, dice.whole(...afterDays)))
      teller.say(day, communeOf(village, day), {
        command: 'record-village-fact',
        data: { village: village.id, fact, value, on: day, document: null, source: SOURCE, confidence: 'declared' },
      })
    }
    sayMilestone(scene, village, teller)
  }
  return teller.deeds()
}

/** Told twice: planned, then reached. */
function sayMilestone(scene: Scene, village: StoryVillage, teller: Teller): void {
  const dice = diceOf(scene.seed, `milestones ${village.id}`)
  const planned = workday(scene, addDays(scene.plan.validFrom, dice.whole(40, 80)))
  const reached = workday(scene, addDays(planned, dice.whole(60, 120)))
  for (const day of [planned, reached])
    teller.say(day, communeOf(village, day), {
      command: 'set-village-milestone',
      data: {
        village: village.id,
        milestone: 'mp-lap-ke-hoach',
        title: 'Lập kế hoạch xây dựng làng thông minh của xã (mô phỏng)',
        plannedOn: addDays(planned, 90),
        reachedOn: day === reached ? reached : null,
      },
    })
}

/** The plan's milestones of each district while there were districts: in time, late, and some of the last district never. */
export function planMilestoneDeeds(scene: Scene): readonly Deed[] {
  const teller = tellerOf(scene, 'plan milestones')
  const { plan } = scene
  for (const [at, milestone] of plan.milestones.entries()) {
    const members = plan.groups[milestone.lead] ?? []
    for (const [place, unit] of members.entries()) {
      if (place === members.length - 1 && at > 0) continue
      const dice = diceOf(scene.seed, `milestone ${milestone.id} ${unit}`)
      const day = workday(scene, addDays(plan.validFrom, dice.whole(...reachedAfter(milestone, place))))
      const isLate = milestone.on !== null && day > milestone.on
      teller.say(day, carrierOf(scene, unit, day), {
        command: 'reach-plan-milestone',
        data: { milestone: milestone.id, unit, on: day, note: isLate ? 'Chậm do chờ ý kiến các phòng' : null },
      })
    }
  }
  return teller.deeds()
}

/** Days after the plan's first one; every third district needs longer. */
function reachedAfter({ on }: PlanMilestone, place: number): readonly [number, number] {
  if (on === null) return [40, 240]
  return place % 3 === 2 ? [31, 50] : [7, 28]
}
