// How many indicators a village meets: the bar, the count beside it, and all of it in words. Unknown is hatched, never empty.
import { useTranslation } from 'react-i18next'
import type { StandingCounts } from '../../../shared/programme/assessment-standing.ts'
import { Progress } from '../../kit/progress.tsx'

type Props = { readonly counts: StandingCounts; readonly label?: string }

export function IndicatorBar({ counts, label }: Props) {
  const { t } = useTranslation('programme')
  const { met, notMet, open, total } = counts
  const name = label ?? t('overview.indicators')
  if (total === null)
    return (
      <Progress
        label={name}
        isLabelHidden={label === undefined}
        value={undefined}
        words={t('overview.indicatorsUnknown')}
      />
    )
  const isAll = met === total
  return (
    <>
      <Progress
        label={name}
        isLabelHidden={label === undefined}
        value={met / total}
        words={t('overview.metOf', { met, total })}
        {...(isAll ? { state: 'done' as const } : {})}
      />
      <span className="spoken">{t('overview.metInWords', { met, total, notMet, open: open ?? 0 })}</span>
    </>
  )
}
