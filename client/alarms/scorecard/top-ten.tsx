// The alarms that asked for attention most often, with their share of all.
import { useTranslation } from 'react-i18next'
import type { ScorecardFigures, Tally } from '../../../shared/alarms/scorecard-figures.ts'
import { formatNumber } from '../../design/number-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import type { AlarmNames } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { shareText } from './figure-words.ts'
import { NamedAlarm } from './named-alarm.tsx'
import styles from './scorecard.module.css'

type Props = { readonly figures: ScorecardFigures; readonly names: AlarmNames }

export function TopTen({ figures: { topTen, annunciations }, names }: Props) {
  const { t } = useTranslation('alarms')
  const most = Math.max(1, ...topTen.map(({ count }) => count))
  const columns: readonly Column<Tally>[] = [
    {
      key: 'alarm',
      title: t('scorecard.alarm'),
      isRowHeader: true,
      width: '46%',
      render: alarm => <NamedAlarm alarm={alarm} names={names} />,
    },
    {
      key: 'village',
      title: t('scorecard.village'),
      render: ({ village }) => village !== null && names.villageName(village),
    },
    { key: 'count', title: t('scorecard.count'), align: 'end', render: ({ count }) => formatNumber(count) },
    {
      key: 'share',
      title: t('scorecard.share'),
      width: '30%',
      render: ({ count }) => (
        <span className={styles.share}>
          <span className={styles.shareBar} aria-hidden="true">
            <span style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span>{shareText(count / annunciations)}</span>
        </span>
      ),
    },
  ]
  return (
    <section className={parts.panel}>
      <h3>{t('scorecard.topTen')}</h3>
      <DataTable
        caption={t('scorecard.topTen')}
        isCaptionHidden
        columns={columns}
        rows={topTen}
        rowKey={({ id }) => id}
        emptyWords={t('scorecard.topTenNone')}
        maxHeight="none"
      />
    </section>
  )
}
