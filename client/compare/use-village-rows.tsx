// The rows of one village's column, the same for each: what it says, and what of it can be set against another village.
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { openAlarms } from '../../shared/alarms/standing.ts'
import type { Alarm } from '../../shared/alarms/state.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { PRIORITY_MARK } from '../alarms/priority-mark.ts'
import { MarkIcon } from '../design/mark-icon.tsx'
import type { FigureFace } from '../desktop/figure-face.ts'
import { FigureBody } from '../desktop/figure-strip.tsx'
import { useFieldFigures } from '../desktop/use-field-figures.ts'
import { useProgrammeFigures } from '../desktop/use-programme-figures.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { IndicatorBar } from '../programme/villages/indicator-bar.tsx'
import { useProgrammeOverview } from '../wall/programme-overview.ts'
import styles from './compare-page.module.css'
import type { Measure } from './difference.ts'
import { useEverydayCells } from './use-everyday-cells.ts'

export type VillageRow = {
  readonly id: string
  readonly label: string
  readonly body: ReactNode
  /** Undefined where there is nothing to subtract: words, or a catalogue that isn't here yet. */
  readonly measure: Measure | undefined
}

/** What stands behind the figures that the desktop shows too. */
const FIGURES = {
  online: { unit: 'online', decimals: 0, scale: 'ratio', isCount: true },
  'late-tasks': { unit: 'late-tasks', decimals: 0, scale: 'ratio', isCount: true },
  money: { unit: 'money', decimals: 1, scale: 'difference', isCount: false },
  water: { unit: undefined, decimals: 2, scale: 'difference', isCount: false },
  air: { unit: '', decimals: 0, scale: 'difference', isCount: false },
} as const

export function useVillageRows(villageId: string): readonly VillageRow[] {
  const { t } = useTranslation('compare')
  const { t: desk } = useTranslation('desktop')
  const [recognised, ...others] = useProgrammeFigures(villageId)
  const field = useFieldFigures(villageId)
  const everyday = useEverydayCells(villageId)
  const counts = useProgrammeOverview()?.villages.find(({ id }) => id === villageId)?.counts
  const open = useOpenAlarms(villageId)
  const { link } = useMoment()
  const counted = (of: 'indicators' | 'alarms', amount: number | undefined): Measure => ({
    amount,
    of,
    unit: t(`unit.${of}`),
    decimals: 0,
    scale: 'ratio',
    isCount: true,
    freshness: amount === undefined ? 'none' : link.kind === 'lost' ? 'stale' : 'live',
  })
  const measureOf = ({ id, amount, unit, freshness }: FigureFace): Measure | undefined => {
    const known = FIGURES[id as keyof typeof FIGURES] as (typeof FIGURES)[keyof typeof FIGURES] | undefined
    return (
      known && {
        ...known,
        amount,
        of: id,
        unit: known.unit === undefined ? (unit ?? '') : known.unit === '' ? '' : t(`unit.${known.unit}`),
        freshness,
      }
    )
  }
  const rowOf = (figure: FigureFace, measure = measureOf(figure)): VillageRow => ({
    id: figure.id,
    label: figure.label,
    body: <FigureBody figure={figure} />,
    measure,
  })
  return [
    ...(recognised ? [rowOf(recognised)] : []),
    {
      id: 'indicators',
      label: desk('selection.indicators'),
      body: counts ? <IndicatorBar counts={counts} /> : t('unknown'),
      measure: counted('indicators', counts && counts.total !== null ? counts.met : undefined),
    },
    ...[...others, ...field].map(figure => rowOf(figure)),
    {
      id: 'alarms',
      label: desk('attention.alarms'),
      body: <OpenAlarms open={open} />,
      measure: counted('alarms', open?.length),
    },
    ...everyday.map(({ figure, measure }) => rowOf(figure, measure)),
  ]
}

function useOpenAlarms(villageId: string): readonly Alarm[] | undefined {
  const { state } = useAlarmPicture()
  return useMemo(
    () => state && openAlarms(state).filter(({ about }) => about.village === villageId),
    [state, villageId],
  )
}

function OpenAlarms({ open }: { readonly open: readonly Alarm[] | undefined }) {
  const { t } = useTranslation('compare')
  const { t: desk } = useTranslation('desktop')
  if (!open) return t('unknown')
  const [worst] = open
  if (!worst) return desk('attention.noAlarm')
  return (
    <span className={styles.alarms}>
      <MarkIcon mark={PRIORITY_MARK[worst.priority]} /> {desk('selection.alarms', { count: open.length })}
    </span>
  )
}
