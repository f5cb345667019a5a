// When the village may be recognised, what that is reckoned from, and what it waits for, longest first.
import { useTranslation } from 'react-i18next'
import { forecastBasis, forecastOf, PACE_DAYS } from '../../../shared/programme/forecast.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { addressWith } from '../address-with.ts'
import { cellParameter } from '../criteria/cell-place.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { unitWords } from '../unit-words.ts'
import { Part } from './part.tsx'
import styles from './village-page.module.css'
import { forecastWords } from './village-words.ts'

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageForecast({ view, village }: Props) {
  const { t } = useTranslation('programme')
  const { state, day } = view
  const words = forecastWords(t, forecastOf(state, village.id, day))
  const basis = forecastBasis(state, village.id, day)
  return (
    <Part id="forecast" title={t('villages.forecast.title')}>
      <p>
        <strong>{words ?? t('villages.forecast.nothingLeft')}</strong>
      </p>
      {words !== undefined && (
        <p className={styles.about}>
          {basis
            ? t('villages.forecast.basis', {
                waiting: basis.waiting.length,
                newly: basis.newlyMet.length,
                pace: PACE_DAYS,
                working: basis.appraisalWorkingDays,
              })
            : t('villages.forecast.noSet')}
        </p>
      )}
      {words !== undefined && basis && basis.waiting.length > 0 && (
        <DataTable
          caption={t('villages.forecast.waiting')}
          isDense
          maxHeight="none"
          rows={basis.waiting}
          rowKey={({ standing }) => standing.indicator.indicator.id}
          emptyWords=""
          opening={({ standing }) => ({
            to: addressWith('criteria', undefined, {
              cell: cellParameter(village.id, standing.indicator.indicator.id),
            }),
          })}
          columns={[
            {
              key: 'indicator',
              title: t('villages.indicator'),
              render: ({ standing: { indicator } }) => `${indicator.indicator.id} ${indicator.indicator.title}`,
            },
            {
              key: 'owner',
              title: t('villages.owner'),
              render: ({ standing: { indicator } }) => unitWords(t, view, indicator.indicator.owner),
            },
            {
              key: 'since',
              title: t('villages.waitingSince'),
              align: 'end',
              sortValue: ({ openDays }) => openDays,
              render: ({ since, openDays }) => `${formatIsoDate(since)} (${t('villages.days', { number: openDays })})`,
            },
          ]}
        />
      )}
    </Part>
  )
}
