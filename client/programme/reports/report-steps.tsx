// The way back from a period or a report.
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../kit/button.tsx'
import { periodWords } from '../period-words.ts'
import { addressOf } from '../section.ts'
import styles from './reports.module.css'

/** With a period: from one report to all of it. */
export function ReportSteps({ period }: { readonly period?: string }) {
  const { t } = useTranslation('programme')
  return (
    <nav className={styles.steps} aria-label={t('reports.title')}>
      <ButtonLink kind="quiet" to={addressOf('reports')}>
        {t('reports.back')}
      </ButtonLink>
      {period !== undefined && (
        <ButtonLink kind="quiet" to={addressOf('reports', period)}>
          {t('reports.backToPeriod', { period: periodWords(t, period) })}
        </ButtonLink>
      )}
    </nav>
  )
}
