// Who keeps time: reports expected, received and on time by unit, of the year shown or since the plan counts.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ReportStanding,
  reportStandings,
  type Timeliness,
  timelinessOf,
} from '../../../shared/programme/report-standing.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { sortFrom, sortText } from '../../kit/table-sort.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { shareWords } from './report-words.ts'
import styles from './reports.module.css'

type Props = {
  readonly view: ProgrammeView
  readonly year: number
  readonly standings: readonly ReportStanding[]
}

export function ReportLeague({ view, year, standings }: Props) {
  const { t } = useTranslation('programme')
  const parameters = useParameters()
  const isAll = parameters.get('league') === 'all'
  const rows = useMemo(
    () => timelinessOf(isAll ? allStandings(view) : standings).filter(({ expected }) => expected > 0),
    [isAll, view, standings],
  )
  const scope = isAll ? t('reports.leagueAll') : t('reports.leagueYear', { year })
  const figure = (key: 'expected' | 'received' | 'onTime', title: string): Column<Timeliness> => ({
    key,
    title,
    align: 'end',
    sortValue: row => row[key],
    render: row => row[key],
  })
  const share = (key: 'rate' | 'onTimeRate', title: string): Column<Timeliness> => ({
    key,
    title,
    align: 'end',
    sortValue: row => row[key] ?? undefined,
    render: row => shareWords(row[key]) ?? '–',
  })
  const columns: readonly Column<Timeliness>[] = [
    {
      key: 'unit',
      title: t('reports.reporters'),
      sortValue: ({ unit }) => view.units.get(unit)?.name ?? unit,
      render: ({ unit }) => view.units.get(unit)?.name ?? unit,
    },
    figure('expected', t('reports.expected')),
    figure('received', t('reports.reports')),
    share('rate', t('reports.rate')),
    figure('onTime', t('reports.onTimeCount')),
    share('onTimeRate', t('reports.onTimeRate')),
  ]
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>{t('reports.leagueTitle')}</h3>
        <RadioGroup
          name="league"
          label={t('reports.leagueScope')}
          options={[
            { value: 'year', label: t('reports.leagueYear', { year }) },
            { value: 'all', label: t('reports.leagueAll') },
          ]}
          value={isAll ? 'all' : 'year'}
          onChange={chosen => navigate(withParameters({ league: chosen === 'all' ? 'all' : undefined }))}
        />
      </div>
      <DataTable
        caption={t('reports.leagueCaption', { scope, day: formatIsoDate(view.day) })}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ unit }) => unit}
        emptyWords={t('reports.leagueEmpty')}
        initialSort={sortFrom(parameters.get('sort'))}
        onSort={sort => navigate(withParameters({ sort: sortText(sort) }))}
      />
    </section>
  )
}

const allStandings = ({ state, units, day }: ProgrammeView): readonly ReportStanding[] =>
  reportStandings(state, units, day, state.plan?.validFrom ?? day)
