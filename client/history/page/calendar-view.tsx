// A cell for each day of the range: how high, and where nothing was measured.
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { SelectField } from '../../kit/select-field.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { QueryProgress } from '../../operation/query-progress.tsx'
import {
  boundsOf,
  dayCells,
  daysOf,
  MAX_CELL_DAYS,
  MEASURES,
  type Measure,
  stepOf,
  weeksOf,
  wholeDays,
} from './calendar.ts'
import styles from './heat.module.css'
import { HeatLegend } from './heat-legend.tsx'
import type { TimeRange } from './history-choice.ts'
import { bucketsQuery } from './page-queries.ts'
import type { PlotSeries } from './plot-series.ts'

type Props = { readonly series: readonly PlotSeries[]; readonly range: TimeRange }

export function CalendarView({ series, range }: Props) {
  return (
    <div className={styles.view}>
      {series.map(one => (
        <Calendar key={one.id} one={one} range={range} />
      ))}
    </div>
  )
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

function Calendar({ one, range }: { readonly one: PlotSeries; readonly range: TimeRange }) {
  const { t } = useTranslation('history')
  const { t: words } = useTranslation()
  const [measure, setMeasure] = useState<Measure>(one.isSum ? 'sum' : one.derived ? 'max' : 'mean')
  const days = wholeDays(range)
  const query = bucketsQuery(one.id, days, days.points)
  const result = useQuery(query)
  const { data, failureCount } = result
  const cells = data ? dayCells(data.buckets, range, measure) : []
  const bounds = boundsOf(cells.map(({ value }) => value))
  const write = (value: number) => `${formatNumber(value, one.decimals)}\u00a0${one.unit}`.trim()
  const options = MEASURES.filter(name => name !== 'sum' || one.isSum)
  return (
    <section className={styles.one} data-calendar={one.id}>
      <h2>
        {one.name} <span>{one.place}</span>
        {one.isSimulated && <SourceTag text={t('legend.simulated')} />}
      </h2>
      <div className={styles.measure}>
        <SelectField
          name={`measure-${one.id}`}
          label={t('calendar.measure')}
          options={options.map(value => ({ value, label: t(`calendar.${value}`) }))}
          value={measure}
          onChange={chosen => chosen && setMeasure(chosen)}
        />
      </div>
      {daysOf(range).length === MAX_CELL_DAYS && (
        <p className={styles.about}>{t('calendar.most', { most: MAX_CELL_DAYS })}</p>
      )}
      {!data && failureCount > 0 && <p role="status">{t('failed')}</p>}
      <QueryProgress label={t('calendar.loading', { name: one.name })} queries={[{ key: query.queryKey, result }]} />
      {data && (
        // It scrolls sideways, also by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('calendar.label', { name: one.name })}>
          <div className={styles.weeks}>
            <span />
            {WEEKDAYS.map(day => (
              <span key={day} className={styles.weekday}>
                {words(`weekday.${day}`)}
              </span>
            ))}
            {weeksOf(cells).map(week => {
              const first = week.find(cell => cell !== undefined)?.day ?? ''
              const begins = week.find(cell => cell?.day.endsWith('-01'))?.day
              return (
                <Fragment key={first}>
                  <span className={styles.month}>
                    {begins && begins.slice(5, 7) + (begins.slice(5, 7) === '01' ? `/${begins.slice(0, 4)}` : '')}
                  </span>
                  {week.map((cell, weekday) =>
                    cell ? (
                      <span
                        key={cell.day}
                        className={styles.cell}
                        role="img"
                        data-day={cell.day}
                        data-step={(bounds && stepOf(cell.value, bounds.low, bounds.high)) ?? 'unknown'}
                        aria-label={`${formatIsoDate(cell.day)}: ${cell.value === undefined ? t('calendar.unknown') : write(cell.value)}`}
                        title={`${formatIsoDate(cell.day)}: ${cell.value === undefined ? t('calendar.unknown') : write(cell.value)}`}
                      />
                    ) : (
                      <span key={WEEKDAYS[weekday]} />
                    ),
                  )}
                </Fragment>
              )
            })}
          </div>
        </div>
      )}
      {bounds && <HeatLegend one={one} {...bounds} />}
    </section>
  )
}
