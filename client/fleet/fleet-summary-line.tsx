// How many displays there are, how many run, how many are in trouble.
import { useTranslation } from 'react-i18next'
import { MarkIcon } from '../design/mark-icon.tsx'
import type { FleetSummary } from './fleet-rows.ts'
import styles from './fleet-section.module.css'

type Props = { readonly summary: FleetSummary /** It no longer says what is. */; readonly isOld: boolean }

export function FleetSummaryLine({ summary: { all, alive, troubled }, isOld }: Props) {
  const { t } = useTranslation('fleet')
  return (
    <dl className={styles.summary} data-old={isOld}>
      <div>
        <dt>{t('fleet.all')}</dt>
        <dd>{all}</dd>
      </div>
      <div>
        <dt>{t('fleet.alive')}</dt>
        <dd>{alive}</dd>
      </div>
      <div data-troubled={troubled > 0}>
        <dt>
          {troubled > 0 && !isOld && <MarkIcon mark="warning" />} {t('fleet.troubled')}
        </dt>
        <dd>{troubled}</dd>
      </div>
    </dl>
  )
}
