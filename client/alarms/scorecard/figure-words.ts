// The scorecard's figures as they are written: with their unit, their target, their limit, their verdict. Needs a translator.
import type { TFunction } from 'i18next'
import type { Figure } from '../../../shared/alarms/scorecard-figures.ts'
import { type FigureName, SCORECARD_TARGETS, type Verdict } from '../../../shared/alarms/scorecard-targets.ts'
import { formatNumber } from '../../design/number-format.ts'
import type { ProgrammeState } from '../../kit/state-shapes.ts'

type Words = TFunction<'alarms'>

/** Where a verdict means what a shape of the kit means, it has it. */
export const SHAPE_OF_VERDICT: Readonly<Record<Verdict, ProgrammeState>> = {
  good: 'done',
  watch: 'due-soon',
  bad: 'overdue',
  unknown: 'unknown',
}

const SHARES: ReadonlySet<FigureName> = new Set([
  'busyShare',
  'floodShare',
  'topTenShare',
  'lowShare',
  'mediumShare',
  'highShare',
  'answeredInTime',
])
/** Means, which are seldom whole. */
const MEANS: ReadonlySet<FigureName> = new Set(['perTenMinutes', 'perHour', 'perDay'])

/** "0,42", "12 %"; a share or a mean that isn't nothing never reads as nothing. */
export function figureText(name: FigureName, value: number): string {
  if (SHARES.has(name)) return shareText(value)
  if (!MEANS.has(name) || Number.isInteger(value)) return formatNumber(value)
  return value > 0 && value < 0.01 ? '< 0,01' : formatNumber(value, value < 10 ? 2 : value < 100 ? 1 : 0)
}

/** In per cent, with a decimal where it tells something. */
export function shareText(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 0.1) return '< 0,1\u00a0%'
  // Rounding must not make a whole of what isn't one.
  if (percent < 100 && percent > 99.9) return '> 99,9\u00a0%'
  return `${formatNumber(percent, Number.isInteger(percent) ? 0 : 1)}\u00a0%`
}

/** "mục tiêu không quá 1 · giới hạn 2" */
export function targetWords(t: Words, name: FigureName, { target, limit }: Pick<Figure, 'target' | 'limit'>): string {
  const { rule } = SCORECARD_TARGETS[name]
  const aim = t(`scorecard.target.${rule}`, { target: figureText(name, target) })
  return limit === null ? aim : `${aim} · ${t('scorecard.limit', { limit: figureText(name, limit) })}`
}
