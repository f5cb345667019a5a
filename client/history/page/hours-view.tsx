// When in the day something happens: 24 columns, a row a day or a month, and the mean day below.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MAX_HOUR_DAYS } from '../../../shared/history/limits.ts'
import { formatNumber } from '../../design/number-format.ts'
import { tokenOf } from '../../design/palette.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { Notice } from '../../kit/notice.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { QueryProgress } from '../../operation/query-progress.tsx'
import { boundsOf, dayProfile, hourRows, type ProfileHour, stepOf } from './calendar.ts'
import styles from './heat.module.css'
import { HeatLegend } from './heat-legend.tsx'
import type { TimeRange } from './history-choice.ts'
import { hoursMatrixQuery } from './page-queries.ts'
import type { PlotSeries } from './plot-series.ts'

const MOST_ROWS = 62
const DAY_MS = 86_400_000
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

type Props = { readonly series: readonly PlotSeries[]; readonly range: TimeRange }

export function HoursView({ series, range }: Props) {
  const { t } = useTranslation('history')
  if (range.to - range.from > MAX_HOUR_DAYS * DAY_MS)
    return <Notice kind="warning" title={t('hours.tooLong', { most: MAX_HOUR_DAYS })} />
  return (
    <div className={styles.view}>
      {series.map(one => (
        <HourGrid key={one.id} one={one} range={range} />
      ))}
    </div>
  )
}

function HourGrid({ one, range }: { readonly one: PlotSeries; readonly range: TimeRange }) {
  const { t } = useTranslation('history')
  const query = hoursMatrixQuery(one.id, range)
  const result = useQuery(query)
  const { data, failureCount } = result
  const rows = data ? hourRows(data, range, MOST_ROWS) : []
  const bounds = boundsOf(rows.flatMap(({ values }) => values))
  const isByMonth = rows[0]?.key.length === 7
  const write = (value: number | undefined) =>
    value === undefined ? t('calendar.unknown') : `${formatNumber(value, one.decimals)}\u00a0${one.unit}`.trim()
  return (
    <section className={styles.one} data-hours={one.id}>
      <h2>
        {one.name} <span>{one.place}</span>
        {one.isSimulated && <SourceTag text={t('legend.simulated')} />}
      </h2>
      {!data && failureCount > 0 && <p role="status">{t('failed')}</p>}
      <QueryProgress label={t('hours.loading', { name: one.name })} queries={[{ key: query.queryKey, result }]} />
      {data && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={one.name}>
          <table className={styles.hours}>
            <caption className="spoken">{t(isByMonth ? 'hours.months' : 'hours.label', { name: one.name })}</caption>
            <thead>
              <tr>
                <td />
                {HOURS.map(hour => (
                  <th key={hour} scope="col">
                    {hour}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.toReversed().map(({ key, values }) => (
                <tr key={key}>
                  <th scope="row">{formatIsoDate(key)}</th>
                  {HOURS.map(hour => (
                    <td
                      key={hour}
                      data-step={(bounds && stepOf(values[hour], bounds.low, bounds.high)) ?? 'unknown'}
                      title={`${formatIsoDate(key)}, ${hour}–${hour + 1}: ${write(values[hour])}`}
                    >
                      <span className="spoken">{write(values[hour])}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {bounds && <HeatLegend one={one} {...bounds} />}
      {data && data.length > 0 && <Profile one={one} hours={dayProfile(data)} />}
    </section>
  )
}

const [WIDTH, HEIGHT] = [720, 120]

function Profile({ one, hours }: { readonly one: PlotSeries; readonly hours: readonly (ProfileHour | undefined)[] }) {
  const { t } = useTranslation('history')
  const known = hours.flatMap((hour, i) => (hour ? [{ ...hour, i }] : []))
  const low = Math.min(...known.map(({ min }) => min))
  const high = Math.max(...known.map(({ max }) => max))
  const x = (i: number) => ((i + 0.5) / 24) * WIDTH
  const y = (value: number) => HEIGHT - ((value - low) / Math.max(high - low, 1e-9)) * (HEIGHT - 8) - 4
  // An hour nobody ever measured breaks the line.
  const runs: (typeof known)[] = []
  for (const hour of known) {
    const run = runs.at(-1)
    if (run?.at(-1)?.i === hour.i - 1) run?.push(hour)
    else runs.push([hour])
  }
  const write = (value: number) => formatNumber(value, one.decimals)
  const label = known.map(({ i, mean }) => `${i}: ${write(mean)}`).join('; ')
  return (
    <figure>
      <figcaption className={styles.about}>
        {t('hours.profile')} · {t('hours.profileMeaning')} · {write(low)} – {write(high)} {one.unit}
      </figcaption>
      <svg
        className={styles.profile}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {runs.map(run => (
          <g key={run[0]?.i}>
            <path
              fill={tokenOf('river')}
              fillOpacity="0.22"
              d={`M${[...run.map(hour => `${x(hour.i)} ${y(hour.max)}`), ...run.toReversed().map(hour => `${x(hour.i)} ${y(hour.min)}`)].join('L')}Z`}
            />
            <path
              fill="none"
              stroke={tokenOf('river')}
              strokeWidth="2"
              strokeLinecap="round"
              d={`M${run.map(hour => `${x(hour.i)} ${y(hour.mean)}`).join('L')}${run.length === 1 ? 'h0' : ''}`}
            />
          </g>
        ))}
      </svg>
      <div className={styles.hoursBelow} aria-hidden="true">
        {[0, 6, 12, 18, 24].map(hour => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </figure>
  )
}
