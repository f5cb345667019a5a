// The words of messages that leave the station, in both languages, and how they write a time. No rule here.
import type { Transition } from '../../shared/alarms/notification.ts'
import type { Priority } from '../../shared/alarms/rule.ts'
import type { Source } from '../../shared/reading.ts'
import type { Words } from '../../shared/words.ts'

export const PRIORITY_WORDS: Readonly<Record<Priority, Words>> = {
  high: { vi: 'CAO', en: 'HIGH' },
  medium: { vi: 'TRUNG BÌNH', en: 'MEDIUM' },
  low: { vi: 'THẤP', en: 'LOW' },
}
export const TRANSITION_WORDS: Readonly<Record<Transition, Words>> = {
  raised: { vi: 'Cảnh báo', en: 'Alarm' },
  worsened: { vi: 'Nặng hơn', en: 'Worse' },
  returned: { vi: 'Đã hết', en: 'Over' },
  acknowledged: { vi: 'Đã xác nhận', en: 'Acknowledged' },
  're-alarmed': { vi: 'Nhắc lại', en: 'Still there' },
}
export const SOURCE_WORDS: Readonly<Record<Source, Words>> = {
  measured: { vi: 'đo thực tế', en: 'measured' },
  simulated: { vi: 'MÔ PHỎNG, không phải số đo thật', en: 'SIMULATED, not a real measurement' },
  manual: { vi: 'nhập tay', en: 'entered by hand' },
  derived: { vi: 'tính toán', en: 'derived' },
}
export const LABELS = {
  rule: { vi: 'Quy tắc', en: 'Rule' },
  place: { vi: 'Nơi', en: 'Place' },
  level: { vi: 'Mức', en: 'Level' },
  value: { vi: 'Giá trị', en: 'Value' },
  limit: { vi: 'Ngưỡng', en: 'Limit' },
  measuredAt: { vi: 'Đo lúc', en: 'Measured at' },
  since: { vi: 'Từ lúc', en: 'Since' },
  source: { vi: 'Nguồn', en: 'Source' },
  acknowledgedBy: { vi: 'Người xác nhận', en: 'Acknowledged by' },
  comment: { vi: 'Ý kiến', en: 'Comment' },
  cause: { vi: 'Nguyên nhân có thể', en: 'Possible cause' },
  consequence: { vi: 'Hậu quả', en: 'Consequence' },
  action: { vi: 'Việc cần làm', en: 'What to do' },
  responder: { vi: 'Người xử lý', en: 'Who acts' },
  acknowledge: { vi: 'Xác nhận đã biết (một lần, trong 24 giờ)', en: 'Acknowledge (once, within 24 hours)' },
  desk: { vi: 'Bàn trực cảnh báo', en: 'Alarm desk' },
} as const satisfies Readonly<Record<string, Words>>
export const TEXTS = {
  simulated: { vi: 'MÔ PHỎNG', en: 'SIMULATED' },
  partlySimulated: { vi: 'CÓ MÔ PHỎNG', en: 'PARTLY SIMULATED' },
  unknown: { vi: 'chưa rõ', en: 'not known' },
  regulation: { vi: 'theo', en: 'by' },
  firstOut: { vi: 'xuất hiện đầu tiên', en: 'came first' },
  noPlace: { vi: 'Không gắn với làng nào', en: 'Of no village' },
  severalRules: { vi: 'nhiều loại', en: 'several kinds' },
  severalPlaces: { vi: 'nhiều nơi', en: 'several places' },
} as const satisfies Readonly<Record<string, Words>>

/** "3 cảnh báo", "1 alarm". */
export const alarmsWords = (count: number): Words => ({
  vi: `${count} cảnh báo`,
  en: `${count} ${count === 1 ? 'alarm' : 'alarms'}`,
})

const ACTORS: Readonly<Record<string, Words>> = {
  declared: { vi: 'tự khai', en: 'self-declared' },
  person: { vi: 'đăng nhập', en: 'signed in' },
  simulated: { vi: 'mô phỏng', en: 'simulated' },
  link: { vi: 'qua liên kết', en: 'by link' },
}
/** Who did something, and how that is known: "Nguyễn Thị Sen · Sở KH&CN (tự khai)". */
export function actorWords(actor: string): Words {
  const [kind = '', ...name] = actor.split(':')
  const known = Object.hasOwn(ACTORS, kind) ? ACTORS[kind] : undefined
  if (!known) return { vi: actor, en: actor }
  return { vi: `${name.join(':')} (${known.vi})`, en: `${name.join(':')} (${known.en})` }
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** "trong vòng 30 phút", "within 2 hours". */
export function withinWords(ms: number): Words {
  const isHours = ms >= HOUR_MS && ms % HOUR_MS === 0
  const count = Math.max(1, Math.round(ms / (isHours ? HOUR_MS : MINUTE_MS)))
  const plural = count === 1 ? '' : 's'
  return isHours
    ? { vi: `trong vòng ${count} giờ`, en: `within ${count} hour${plural}` }
    : { vi: `trong vòng ${count} phút`, en: `within ${count} minute${plural}` }
}

/** RFC 3339 with the province's offset. */
export const isoTime = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone: '+07:00' })

const MAX_LINE = 300
/** A text of people on one line: no control, no invisible direction mark, no line end; a long one is cut. */
export function oneLine(text: string): string {
  const clean = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  const characters = Array.from(clean)
  return characters.length <= MAX_LINE ? clean : `${characters.slice(0, MAX_LINE - 1).join('')}…`
}
