// The simulated money: five sources of each village and year, needs before allocations before payments before settlements. Some
// of it nobody ever said, as in life; amounts are invented and round.
import type { Day } from '../../../shared/programme/facts.ts'
import { addDays, yearOf } from '../../../shared/programme/working-calendar.ts'
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
} from './scene.ts'

const MILLION = 1_000_000
/** Invented, in million đồng a year. */
const NEED_MILLIONS: Readonly<Record<string, readonly [number, number]>> = {
  central: [400, 900],
  province: [500, 1_400],
  local: [200, 600],
  integrated: [150, 500],
  community: [40, 180],
}
const OTHER_NEED: readonly [number, number] = [100, 400]

export function fundingDeeds(scene: Scene): readonly Deed[] {
  const deeds: Deed[] = []
  for (let year = yearOf(scene.plan.validFrom); year <= yearOf(scene.today); year++) {
    for (const village of scene.villages)
      for (const { id: source } of scene.plan.fundingSources) deeds.push(...cellDeeds(scene, { village, source, year }))
    deeds.push(...supervisionDeeds(scene, year))
  }
  return deeds
}

type Cell = { readonly village: StoryVillage; readonly source: string; readonly year: number }

function cellDeeds(scene: Scene, cell: Cell): readonly Deed[] {
  const { village, source, year } = cell
  const key = `funding ${village.id} ${source} ${year}`
  const dice = diceOf(scene.seed, key)
  const teller = tellerOf(scene, key)
  // One cell in twelve nobody ever spoke of: unknown, not nothing.
  if (dice.chance(1 / 12)) return []
  const place = { village: village.id, source, year }
  const asked = workday(scene, addDays(year === 2024 ? '2024-04-08' : `${year}-02-17`, dice.whole(0, 24)))
  const need = dice.whole(...(NEED_MILLIONS[source] ?? OTHER_NEED)) * MILLION
  teller.say(asked, holderOf(scene, village, asked), {
    command: 'plan-funding',
    data: { ...place, kind: 'need', amount: need, note: null },
  })
  // Contributions of the people are asked for, not allocated; now and then a decision is missing, too.
  if (source === 'community' || dice.chance(0.1)) {
    if (source === 'community') pay(scene, cell, { dice, teller, from: asked, limit: need })
    return teller.deeds()
  }
  const allocatedOn = workday(scene, addDays(asked, dice.whole(20, 50)))
  const allocated = Math.round((need / MILLION) * (0.6 + 0.4 * dice.next())) * MILLION
  teller.say(allocatedOn, carrierOf(scene, 'so-tc', allocatedOn), {
    command: 'plan-funding',
    data: { ...place, kind: 'allocated', amount: allocated, note: null },
  })
  pay(scene, cell, { dice, teller, from: allocatedOn, limit: allocated })
  return teller.deeds()
}

type Payment = { readonly dice: Dice; readonly teller: Teller; readonly from: Day; readonly limit: number }

function pay(scene: Scene, cell: Cell, { dice, teller, from, limit }: Payment): void {
  const { village, source, year } = cell
  const place = { village: village.id, source, year }
  const parts = dice.whole(2, 5)
  const share = 0.75 + 0.25 * dice.next()
  const lastDay = `${year}-12-20`
  let paid = 0
  let day = from
  for (let part = 0; part < parts; part++) {
    day = workday(scene, addDays(day, dice.whole(18, 55)))
    if (day > lastDay) break
    const amount = Math.floor((limit * share) / parts / 100_000) * 100_000
    book(day, 'disbursed', amount, null)
    if (day < scene.today) paid += amount
  }
  if (paid > 0 && dice.chance(0.05)) {
    const on = workday(scene, addDays(day, 5))
    book(on, 'disbursed', -2 * MILLION, 'Điều chỉnh giảm do ghi trùng (mô phỏng)')
    if (on < scene.today) paid -= 2 * MILLION
  }
  // Settled in the spring after; three in ten aren't yet.
  if (paid > 0 && dice.chance(0.7)) {
    const on = workday(scene, addDays(`${year + 1}-03-02`, dice.whole(0, 40)))
    book(on, 'settled', Math.floor((paid * (0.93 + 0.07 * dice.next())) / 100_000) * 100_000, null)
  }

  function book(on: Day, kind: 'disbursed' | 'settled', amount: number, note: string | null): void {
    const document = `MP-${year}-${String(dice.whole(1, 999)).padStart(3, '0')}`
    teller.say(on, carrierOf(scene, 'so-tc', on), {
      command: 'book-funding',
      data: { ...place, kind, amount, on, document, note },
    })
  }
}

const FOUND = [
  'Chứng từ đầy đủ; tiến độ giải ngân phù hợp kế hoạch.',
  'Giải ngân chậm so với kế hoạch; đề nghị đẩy nhanh nghiệm thu.',
  'Hồ sơ thanh toán còn thiếu biên bản nghiệm thu; đề nghị bổ sung.',
  'Sử dụng vốn đúng mục đích.',
] as const

function supervisionDeeds(scene: Scene, year: number): readonly Deed[] {
  const dice = diceOf(scene.seed, `supervision ${year}`)
  const teller = tellerOf(scene, `supervision ${year}`)
  for (const [place, village] of scene.villages.entries()) {
    if (dice.chance(0.25)) continue
    const on = workday(scene, addDays(`${year}-08-05`, place * 6 + dice.whole(0, 5)))
    say(on, 'so-khdt', village.id, dice.pick(FOUND))
  }
  say(workday(scene, `${year}-12-10`), 'so-tc', null, 'Kiểm tra chung việc sử dụng vốn toàn Tỉnh (mô phỏng).')
  return teller.deeds()

  function say(on: Day, unit: string, village: string | null, text: string): void {
    teller.say(on, carrierOf(scene, unit, on), { command: 'note-supervision', data: { village, year, on, text } })
  }
}

/** The village's side: its district while there is one, then its commune. */
const holderOf = (scene: Scene, village: StoryVillage, day: Day): string | undefined =>
  districtOf(scene, village, day) ?? communeOf(village, day)
