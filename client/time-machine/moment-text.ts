// An instant as people of the office type it, in the province's time: "20/11/2026 07:15", or "20/11 07:15" of the year shown. Pure.
import { momentWords, provinceDayOf } from '../../shared/programme/province-day.ts'
import { parseDay } from '../kit/day-text.ts'
import { instantOfText } from './past-address.ts'

/** "20/11/2026 07:15" */
export function momentText(at: number): string {
  const [clock, day] = momentWords(at).split(' ')
  return `${day} ${clock}`
}

/**
 * Epoch milliseconds; undefined when the text says no instant.
 * @param near whose year is meant when none is typed
 */
export function parseMoment(text: string, near: number): number | undefined {
  const [, dayText = '', hour = '', minute = ''] = /^\s*(\S+)[ ,]+(\d{1,2})[:hg](\d{2})\s*$/.exec(text) ?? []
  const year = provinceDayOf(near).slice(0, 4)
  const day = parseDay(
    /^\d{1,2}[/.-]\d{1,2}$/.test(dayText) ? `${dayText}${dayText.match(/[/.-]/)?.[0]}${year}` : dayText,
  )
  return day === undefined ? undefined : instantOfText(`${day}T${hour.padStart(2, '0')}:${minute}+07:00`)
}
