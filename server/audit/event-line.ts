// One event in words for whoever audits: who, when (in Đồng Tháp), what, why. Pure; knows no event's meaning.
import { MAX_EVENT_AT, type StoredEvent } from '../store/store.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const NOT_SAID = '—'
/** What would move the cursor, break the line or turn its direction: a text could then pretend to be another event. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** "#12 · 22/11/2026 17:05:03 · anna · device.added · gauge-1": what a broken or a listed event is named by. */
export const nameOf = ({ id, at, actor, type, subject }: StoredEvent): string =>
  [`#${id}`, whenOf(at), actor, type, subject].map(visible).join(' · ')

/** Tab-separated: id, when, who, type, subject, why ("—" when nobody said). */
export const lineOf = ({ id, at, actor, type, subject, data }: StoredEvent): string =>
  [String(id), whenOf(at), actor, type, subject, whyOf(data) ?? NOT_SAID].map(visible).join('\t')

/** The event as it is stored, with its time and its reason as people read them. */
export const jsonOf = (event: StoredEvent): string =>
  JSON.stringify({ ...event, when: isoOf(event.at), why: whyOf(event.data) ?? null })

/** The reason that was given, or the note that was written. */
export function whyOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { reason, note } = data as { readonly reason?: unknown; readonly note?: unknown }
  return [reason, note].find((text): text is string => typeof text === 'string' && text.trim() !== '')
}

/** "22/11/2026 17:05:03"; a time that no date has (someone wrote it past the store) stays a number. */
function whenOf(at: number): string {
  const [day = '', time = ''] = (isoOf(at) ?? '').split(/[T.+]/)
  return day === '' ? String(at) : `${day.split('-').reverse().join('/')} ${time}`
}

function isoOf(at: number): string | null {
  if (Math.abs(at) > MAX_EVENT_AT) return null
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE)
  return zoned.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 })
}

const visible = (text: string): string =>
  text.replaceAll(INVISIBLE, one => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)
