// What nobody is asked about at the end of the period: shelved, suppressed by design, out of service.
import { useTranslation } from 'react-i18next'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import { formatNumber } from '../../design/number-format.ts'
import { spanWords } from '../alarm-names.ts'
import parts from '../parts.module.css'
import styles from './scorecard.module.css'

type Props = { readonly figures: ScorecardFigures }

export function SetAsideList({ figures }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <section className={parts.panel}>
      <h3>{t('scorecard.aside')}</h3>
      <dl className={styles.facts}>
        {(['shelved', 'suppressed', 'outOfService'] as const).map(kind => {
          const { count, longestMs } = figures[kind]
          return (
            <div key={kind}>
              <dt>{t(`scorecard.asideOf.${kind}`)}</dt>
              <dd>
                {longestMs === null
                  ? t('scorecard.asideNone')
                  : t('scorecard.asideWords', { number: formatNumber(count), age: spanWords(t, longestMs) })}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
