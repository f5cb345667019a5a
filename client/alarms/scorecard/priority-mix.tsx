// The mix of priorities against its target.
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/alarms/rule.ts'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import type { FigureName } from '../../../shared/alarms/scorecard-targets.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Progress } from '../../kit/progress.tsx'
import parts from '../parts.module.css'
import { PrioritySign } from '../priority-sign.tsx'
import { SHAPE_OF_VERDICT, shareText, targetWords } from './figure-words.ts'
import styles from './scorecard.module.css'

const FIGURE_OF = { low: 'lowShare', medium: 'mediumShare', high: 'highShare' } as const satisfies Record<
  string,
  FigureName
>

type Props = { readonly figures: ScorecardFigures }

export function PriorityMix({ figures: { figures, byPriority } }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <section className={parts.panel}>
      <h3>{t('scorecard.mix')}</h3>
      <p className={parts.muted}>{t('scorecard.mixAbout')}</p>
      <ul className={styles.mix}>
        {PRIORITIES.map(priority => {
          const name = FIGURE_OF[priority]
          const figure = figures[name]
          const share =
            figure.value === null
              ? t('scorecard.unknown')
              : t('scorecard.mixWords', {
                  verdict: t(`scorecard.verdict.${figure.verdict}`),
                  share: shareText(figure.value),
                  number: formatNumber(byPriority[priority]),
                  target: targetWords(t, name, figure),
                })
          return (
            <li key={priority}>
              <PrioritySign priority={priority} hasWord />
              <Progress
                label={t(`scorecard.figure.${name}`)}
                isLabelHidden
                value={figure.value ?? undefined}
                target={figure.target}
                words={share}
                state={SHAPE_OF_VERDICT[figure.verdict]}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
