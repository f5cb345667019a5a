// What the station measured for an indicator, beside what people say of it: derived, with its window; it decides nothing.
import { useTranslation } from 'react-i18next'
import type { Measurement } from '../../../shared/programme/api-schema.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatClock, formatDate } from '../../design/time-format.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import styles from './criteria.module.css'

type Props = { readonly measurement: Measurement }

export function MeasuredValue({ measurement }: Props) {
  const { t } = useTranslation('programme')
  const { value, unit, windowFrom, windowTo, computedAt, stations, isSimulated } = measurement
  return (
    <p className={styles.measured}>
      <span>
        {t('criteria.measured')}{' '}
        <strong>
          {value === null ? t('shell.unknown') : `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}\u2009${unit}`}
        </strong>{' '}
        <SourceTag text={t('criteria.derived')} />
        {isSimulated && (
          <>
            {' '}
            <SourceTag text={t('shell.simulated')} />
          </>
        )}
      </span>
      <span className={styles.quiet}>
        {t('criteria.window', {
          from: formatDate(windowFrom),
          to: formatDate(windowTo),
          stations,
          at: formatClock(computedAt),
        })}
      </span>
    </p>
  )
}
