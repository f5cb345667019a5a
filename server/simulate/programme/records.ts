// The simulated light records: training, the handbook, infrastructure proposals, equipment of the pilot project, data connections.
import type { CommandData } from '../../../shared/programme/command.ts'
import type { Day, RecordKind, RecordState } from '../../../shared/programme/facts.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'
import { carrierOf, communeOf, type Deed, type Scene, tellerOf, workday } from './scene.ts'

type RecordStory = {
  readonly kind: RecordKind
  readonly title: string
  /** As the plan names it; null = the village's commune. */
  readonly owner: string | null
  readonly villageAt: number | null
  readonly states: readonly (readonly [on: Day | { readonly daysAgo: number }, state: RecordState])[]
  /** For what is planned: how far ahead. */
  readonly aheadDays?: number
}

/** The sectors of the plan that give data to the villages' system, and how far each has come. */
const SECTORS = [
  ['Dữ liệu vùng trồng, nhật ký canh tác', 'so-nnptnt', 'done'],
  ['Dữ liệu dịch vụ công', 'so-tttt', 'done'],
  ['Dữ liệu quan trắc môi trường', 'so-tnmt', 'in-progress'],
  ['Dữ liệu y tế cơ sở', 'so-yt', 'in-progress'],
  ['Dữ liệu giáo dục', 'so-gddt', 'planned'],
  ['Dữ liệu phản ánh, kiến nghị', 'so-nv', 'stopped'],
  ['Dữ liệu camera công cộng (chỉ trạng thái)', 'cong-an-tinh', 'planned'],
] as const
/** What the pilot project is reported to have installed. */
const EQUIPMENT = [
  ['Hệ thống quan trắc môi trường', 'done'],
  ['Camera giám sát', 'done'],
  ['Hệ thống tưới tự động', 'in-progress'],
  ['Trụ đèn chiếu sáng thông minh', 'in-progress'],
  ['Đồng hồ điện, nước thông minh', 'planned'],
] as const
const CLASSES = [
  '2024-05-22',
  '2024-07-18',
  '2024-10-09',
  '2025-03-13',
  '2025-06-11',
  '2025-11-20',
  '2026-05-14',
] as const
/** The pilot's village is the second of the plan (the plan's task 3.4 names it). */
const PILOT_AT = 1

export function recordDeeds(scene: Scene): readonly Deed[] {
  return storiesOf(scene).flatMap((story, place) => deedsOf(scene, story, `mp-${story.kind}-${place + 1}`))
}

function storiesOf(scene: Scene): readonly RecordStory[] {
  const training = (title: string, states: RecordStory['states'], aheadDays?: number): RecordStory => ({
    kind: 'training',
    title,
    owner: 'so-khcn',
    villageAt: null,
    states,
    ...(aheadDays === undefined ? {} : { aheadDays }),
  })
  return [
    ...CLASSES.map((on, at) =>
      training(`Lớp tập huấn làng thông minh số ${at + 1}`, [
        [addDays(on, -20), 'planned'],
        [on, 'done'],
      ]),
    ),
    training('Lớp tập huấn Tổ Điều hành quý tới', [[{ daysAgo: 9 }, 'planned']], 25),
    {
      kind: 'handbook',
      title: 'Sổ tay hướng dẫn mô hình làng thông minh',
      owner: 'so-khcn',
      villageAt: null,
      states: [
        ['2024-04-15', 'in-progress'],
        ['2024-06-18', 'done'],
      ],
    },
    {
      kind: 'handbook',
      title: 'Sổ tay bản cập nhật sau sắp xếp đơn vị hành chính',
      owner: 'so-khcn',
      villageAt: null,
      states: [['2025-09-16', 'in-progress']],
    },
    ...scene.villages.map(
      (_, at): RecordStory => ({
        kind: 'infrastructure',
        title: at % 2 === 0 ? 'Đề xuất bổ sung trạm quan trắc' : 'Đề xuất Wi-Fi và camera tại nhà văn hóa ấp',
        owner: null,
        villageAt: at,
        states: [
          [addDays('2024-08-01', at * 11), 'planned'],
          [addDays('2025-01-06', at * 13), 'in-progress'],
          ...(at % 3 === 0
            ? ([[addDays('2025-08-11', at * 9), 'done']] as const)
            : at % 4 === 1
              ? ([[addDays('2025-09-08', at * 9), 'stopped']] as const)
              : []),
        ],
      }),
    ),
    ...EQUIPMENT.map(
      ([title, state], at): RecordStory => ({
        kind: 'equipment',
        title: `Tiếp nhận từ đề tài: ${title}`,
        owner: 'so-tttt',
        villageAt: PILOT_AT,
        states: statesUpTo(state, addDays('2024-07-10', at * 4)),
      }),
    ),
    ...SECTORS.map(
      ([title, owner, state], at): RecordStory => ({
        kind: 'data-connection',
        title,
        owner,
        villageAt: null,
        states: statesUpTo(state, addDays('2024-05-27', at * 8)),
      }),
    ),
  ]
}

function statesUpTo(last: RecordState, from: Day): RecordStory['states'] {
  if (last === 'planned') return [[from, 'planned']]
  const begun = [
    [from, 'planned'],
    [addDays(from, 70), 'in-progress'],
  ] as const
  return last === 'in-progress' ? begun : [...begun, [addDays(from, 190), last]]
}

function deedsOf(scene: Scene, story: RecordStory, record: string): readonly Deed[] {
  const teller = tellerOf(scene, record)
  const { kind, title, villageAt, aheadDays } = story
  const village = villageAt === null ? undefined : scene.villages[villageAt % scene.villages.length]
  for (const [on, state] of story.states) {
    const day = workday(scene, typeof on === 'string' ? on : addDays(scene.today, -on.daysAgo))
    const owner = story.owner === null ? village && communeOf(village, day) : carrierOf(scene, story.owner, day)
    if (owner === undefined) continue
    const said: CommandData['set-record'] = {
      record,
      kind,
      title,
      owner,
      state,
      on: aheadDays === undefined ? day : addDays(day, aheadDays),
      village: village?.id ?? null,
      note: 'Mô phỏng',
    }
    teller.say(day, owner, { command: 'set-record', data: said })
  }
  return teller.deeds()
}
