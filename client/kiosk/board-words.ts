// How a board's matters are said: days, periods, who acts, what was measured. Needs translators; knows no component.
import type { TFunction } from 'i18next'
import type { BoardAlarm, BoardTask } from '../../shared/unit-board/unit-board-schema.ts'
import { formatClock, formatDate, formatIsoDate, isoDayOf } from '../design/time-format.ts'
import type { QuantityWords } from '../registry/quantity-words.ts'

type Words = TFunction<'kiosk'>
type Language = 'vi' | 'en'

/** "còn 3 ngày", "trễ 12 ngày", "hôm nay" */
export function daysWords(t: Words, days: number): string {
  if (days === 0) return t('days.today')
  return days > 0 ? t('days.left', { count: days }) : t('days.late', { count: -days })
}

/** How a task stands in time; undefined where the plan gives nothing to count by. */
export function taskDays(t: Words, { daysLeft, doneLateDays, silentDays, mark }: BoardTask): string | undefined {
  if (daysLeft !== null) return daysWords(t, daysLeft)
  if (doneLateDays !== null && doneLateDays > 0) return daysWords(t, -doneLateDays)
  return mark === 'silent' && silentDays !== null ? t('days.silent', { count: silentDays }) : undefined
}

/** The plan's words for the deadline, with its last day where it has one. */
export const deadlineWords = (t: Words, { deadlineText, isDeadlineSet, dueOn }: BoardTask): string =>
  [
    isDeadlineSet ? undefined : deadlineText,
    dueOn === null ? undefined : t('tasks.due', { date: formatIsoDate(dueOn) }),
  ]
    .filter(part => part !== undefined)
    .join(' · ')

/** Whoever it was given to, else whoever acts by the rules. */
export function whoActs(t: Words, { assigned, responder }: BoardAlarm, language: Language): string | undefined {
  if (assigned) {
    const who = [assigned.name, assigned.unit ?? t('alarms.otherUnit')].filter(part => part !== '').join(' · ')
    return t('alarms.who', { who })
  }
  return responder ? t('alarms.byRule', { who: responder[language] }) : undefined
}

/** "Đo được 2,12 m · ngưỡng BĐ I 1,90 m"; of what has no number its level alone. */
export function measuredWords(t: Words, { quantity, value, limit, level }: BoardAlarm, words: QuantityWords): string {
  const said = (number: number | null) =>
    quantity === null || number === null
      ? undefined
      : `${words.value(quantity, number)}\u00a0${words.unit(quantity)}`.trimEnd()
  const [measured, bound] = [said(value), said(limit)]
  return [
    measured === undefined ? undefined : t('alarms.now', { value: measured }),
    bound === undefined || bound === measured
      ? t('alarms.level', { level })
      : t('alarms.limit', { level, limit: bound }),
  ]
    .filter(part => part !== undefined)
    .join(' · ')
}

/** "21:51" on the day that is read, else with the date. */
export const momentWords = (at: number, now: number): string =>
  isoDayOf(at) === isoDayOf(now) ? formatClock(at) : `${formatClock(at)} ${formatDate(at)}`
