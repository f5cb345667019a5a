// The figures of the chart to be read one by one.
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import type { PlotData } from './plot-data.ts'
import type { PlotSeries } from './plot-series.ts'
import { momentWords } from './range-bar.tsx'

const MOST_LINES = 300

type Props = { readonly series: readonly PlotSeries[]; readonly data: PlotData }

export function LineTable({ series, data }: Props) {
  const { t } = useTranslation('history')
  const measured = [...data.times.keys()].filter(i => data.series.some(({ mean }) => typeof mean[i] === 'number'))
  const rows = measured.slice(-MOST_LINES).toReversed()
  const columns: readonly Column<number>[] = [
    { key: 'time', title: t('table.time'), render: i => momentWords(data.times[i] ?? 0), isRowHeader: true },
    ...series.map(
      (one, place): Column<number> => ({
        key: one.id,
        title: `${one.name}${one.unit === '' ? '' : ` (${one.unit})`} · ${one.place}`,
        align: 'end',
        render: i => {
          const [mean, min, max] = [data.series[place]?.mean[i], data.series[place]?.min[i], data.series[place]?.max[i]]
          if (typeof mean !== 'number') return ''
          const write = (value: number) => formatNumber(value, one.decimals)
          return typeof min === 'number' && typeof max === 'number' && min < max
            ? `${write(mean)} (${write(min)} – ${write(max)})`
            : write(mean)
        },
      }),
    ),
  ]
  return (
    <>
      {measured.length > MOST_LINES && <p>{t('table.most', { most: MOST_LINES })}</p>}
      <DataTable
        caption={t('table.caption')}
        columns={columns}
        rows={rows}
        rowKey={i => String(data.times[i])}
        emptyWords={t('empty')}
        isDense
        maxHeight="70vh"
      />
    </>
  )
}
