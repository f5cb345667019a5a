// Villages recognised by year against the plan: a hollow bar for the plan, a filled one for what is known, hatched what may be more.
// The table of the same figures lies behind it. Knows no rule.
import { useTranslation } from 'react-i18next'
import type { RecognitionYear } from '../../../shared/programme/recognition-progress.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { type YearBar, yearBars } from './year-bars.ts'
import styles from './year-chart.module.css'

type Props = { readonly years: readonly RecognitionYear[] }

export function YearChart({ years }: Props) {
  const { t } = useTranslation('programme')
  const bars = yearBars(years)
  const wordsOf = ({ planned, actual, isFuture }: RecognitionYear) => ({
    planned: planned === null ? t('shell.unknown') : String(planned),
    actual: actual === null ? t(isFuture ? 'overview.toCome' : 'shell.unknown') : String(actual),
  })
  if (bars.every(({ planned }) => planned === null)) return <p className={styles.note}>{t('overview.yearsEmpty')}</p>
  return (
    <figure className={styles.chart}>
      <div
        className={styles.plot}
        role="img"
        aria-label={years.map(year => t('overview.yearsWords', { year: year.year, ...wordsOf(year) })).join('; ')}
      >
        {bars.map(bar => (
          <Column key={bar.year} bar={bar} />
        ))}
      </div>
      <ul className={styles.legend} aria-hidden="true">
        <li data-of="planned">{t('overview.plannedCount')}</li>
        <li data-of="actual">{t('overview.actualCount')}</li>
        {bars.some(({ unknown }) => unknown) && <li data-of="unknown">{t('overview.maybeMore')}</li>}
      </ul>
      <figcaption className={styles.note}>{t('overview.yearsNote')}</figcaption>
      <details className={styles.table}>
        <summary>{t('overview.yearsTable')}</summary>
        <DataTable
          caption={t('overview.years')}
          isCaptionHidden
          isDense
          rows={bars}
          rowKey={({ year }) => String(year)}
          emptyWords={t('overview.yearsEmpty')}
          columns={[
            {
              key: 'year',
              title: t('overview.year'),
              render: ({ year, hasTarget }) => (hasTarget ? `${year} · ${t('overview.target')}` : String(year)),
            },
            { key: 'planned', title: t('overview.plannedCount'), align: 'end', render: bar => wordsOf(bar).planned },
            { key: 'actual', title: t('overview.actualCount'), align: 'end', render: bar => wordsOf(bar).actual },
            {
              key: 'unknown',
              title: t('overview.unknownCount'),
              align: 'end',
              render: ({ unknown }) => (unknown === null ? t('overview.toCome') : String(unknown)),
            },
          ]}
        />
      </details>
    </figure>
  )
}

function Column({ bar }: { readonly bar: YearBar }) {
  const { year, planned, actual, hasTarget, isFuture } = bar
  return (
    <div className={styles.column} data-target={hasTarget} data-future={isFuture}>
      <div className={styles.bars}>
        <span className={styles.planned} style={{ height: `${bar.plannedShare}%` }}>
          <span>{planned}</span>
        </span>
        {bar.unknownShare > 0 && (
          <span className={styles.unknown} style={{ bottom: `${bar.actualShare}%`, height: `${bar.unknownShare}%` }} />
        )}
        {actual !== null && (
          <span className={styles.actual} data-empty={actual === 0} style={{ height: `${bar.actualShare}%` }}>
            <span>{actual}</span>
          </span>
        )}
      </div>
      <span className={styles.year}>{year}</span>
    </div>
  )
}
