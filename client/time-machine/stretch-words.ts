// A chosen stretch in words. Pure.
import type { TFunction } from 'i18next'
import { momentWords } from '../../shared/programme/province-day.ts'
import { formatNumber } from '../design/number-format.ts'
import type { Stretch } from './stretch.ts'

/** "45 phút", "2 giờ", "2 giờ 5 phút": whole minutes. */
export function stretchLength(t: TFunction<'time'>, { from, to }: Stretch): string {
  const all = Math.round((to - from) / 60_000)
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  const words = { hours: formatNumber(hours), minutes: formatNumber(minutes) }
  if (hours === 0) return t('stretch.length.minutes', words)
  return t(minutes === 0 ? 'stretch.length.hours' : 'stretch.length.both', words)
}

/** "06:45 – 07:45 20/11/2026"; over midnight each end has its day. */
export function stretchWords({ from, to }: Stretch): string {
  const [start, end] = [momentWords(from), momentWords(to)]
  const [clock = '', day] = start.split(' ')
  return `${day === end.split(' ')[1] ? clock : start} – ${end}`
}
