// What CAP messages and the feed say beside the texts of rules, in both languages. No markup.
import type { Words } from '../../shared/words.ts'
import type { CapReason } from './messages.ts'

export const FEED_TITLE: Words = {
  vi: 'Cảnh báo đang hiệu lực · Đài Sen',
  en: 'Alarms in force · Đài Sen',
}
/** Says what it is, and whose it isn't. */
export const SENDER_NAME: Words = {
  vi: 'Đài Sen, hệ thống giám sát tự động',
  en: 'Đài Sen, an automatic monitoring system',
}
/**
 * Why the scope is Restricted: warnings of natural disasters to the public are issued by the hydrometeorological authority
 * (Decision 18/2021/QĐ-TTg). These are measurements for those who run the villages.
 */
export const RESTRICTION: Words = {
  vi: 'Dành cho cơ quan, đơn vị vận hành; không phải bản tin dự báo, cảnh báo thiên tai chính thức',
  en: 'For authorities and operators; not an official forecast or disaster warning',
}
export const SIMULATED: { readonly mark: Words; readonly note: Words } = {
  mark: { vi: '[MÔ PHỎNG] ', en: '[SIMULATED] ' },
  note: {
    vi: 'Dữ liệu mô phỏng để trình diễn, không có sự việc thật',
    en: 'Simulated data for demonstration; nothing of this is happening',
  },
}
/** Stands in `rights`: the outlines come from a map that asks for it (public/geo/SOURCES.md). */
export const MAP_RIGHTS =
  'Ranh giới: NXB Tài nguyên – Môi trường và Bản đồ Việt Nam, qua vietnamese-provinces-database (MIT, © 2021 Thang Le Quoc), khái quát hoá; ranh giới 9 xã: gần đúng.'
export const OUTLINE_BASIS: Words = {
  vi: 'ranh giới gần đúng của xã trong kế hoạch',
  en: 'approximate outline of the commune of the plan',
}
export const VILLAGE: Words = { vi: 'Làng thông minh', en: 'Smart village' }

export const TERMS = {
  value: { vi: 'Giá trị', en: 'Value' },
  limit: { vi: 'ngưỡng', en: 'limit' },
  measuredAt: { vi: 'đo lúc', en: 'measured at' },
  since: { vi: 'Vượt ngưỡng từ', en: 'Beyond the limit since' },
  cause: { vi: 'Nguyên nhân', en: 'Cause' },
  consequence: { vi: 'Hậu quả', en: 'Consequence' },
  basis: { vi: 'Cơ sở của ngưỡng', en: 'Basis of the limit' },
  unknown: { vi: 'chưa có số liệu', en: 'no value' },
} as const satisfies Record<string, Words>

/** Why there is a message; null = its head says it already. */
export const REASONS: Readonly<Record<CapReason, Words | null>> = {
  raised: null,
  'level-changed': { vi: 'Mức cảnh báo đã thay đổi.', en: 'The level has changed.' },
  're-alarmed': { vi: 'Nhắc lại: vẫn chưa trở lại bình thường.', en: 'Reminder: it has not returned to normal.' },
  renewed: { vi: 'Gia hạn: vẫn chưa trở lại bình thường.', en: 'Renewed: it has not returned to normal.' },
  resumed: { vi: 'Cảnh báo được tính lại.', en: 'The alarm counts again.' },
  signal: { vi: 'Đã trở lại bình thường.', en: 'Back to normal.' },
  'rule-changed': {
    vi: 'Rút lại: quy tắc cảnh báo đã sửa. Không có nghĩa là tình hình đã hết.',
    en: 'Withdrawn: the rule was changed. This does not say that the situation is over.',
  },
  'target-gone': {
    vi: 'Rút lại: thiết bị không còn được theo dõi. Không có nghĩa là tình hình đã hết.',
    en: 'Withdrawn: the device is no longer watched. This does not say that the situation is over.',
  },
  'out-of-service': {
    vi: 'Rút lại: cảnh báo tạm ngừng để bảo trì. Không có nghĩa là tình hình đã hết.',
    en: 'Withdrawn: the alarm is out of service. This does not say that the situation is over.',
  },
  suppressed: {
    vi: 'Rút lại: cảnh báo khác đã bao gồm, hoặc ngoài giờ theo dõi. Không có nghĩa là tình hình đã hết.',
    en: 'Withdrawn: another alarm covers it, or it is outside its hours. This does not say that the situation is over.',
  },
}
