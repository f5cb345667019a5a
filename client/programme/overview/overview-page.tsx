// The programme at a glance: how many villages against the plan, each village with what blocks it, what is late, what changed last.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { programmeOverview } from '../../../shared/programme/overview.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { LatestList } from './latest-list.tsx'
import { OverviewFigures } from './overview-figures.tsx'
import { OverviewNotices } from './overview-notices.tsx'
import styles from './overview-page.module.css'
import { VillageRows } from './village-rows.tsx'
import { YearChart } from './year-chart.tsx'

export function OverviewPage({ view }: { readonly view: ProgrammeView; readonly id: string | undefined }) {
  const { t } = useTranslation('programme')
  const { state, units, day } = view
  const overview = useMemo(() => programmeOverview(state, units, day), [state, units, day])
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{t('overview.title', { day: formatIsoDate(day) })}</h2>
      <OverviewFigures view={view} overview={overview} />
      <OverviewNotices view={view} overview={overview} />
      <div className={styles.columns}>
        <section className={styles.part} aria-labelledby="overview-villages">
          <h3 id="overview-villages">{t('overview.villages')}</h3>
          <VillageRows view={view} overview={overview} />
        </section>
        <div className={styles.side}>
          <section className={styles.tile} aria-labelledby="overview-years">
            <h3 id="overview-years">{t('overview.years')}</h3>
            <YearChart years={overview.years} />
          </section>
          <section className={styles.tile} aria-labelledby="overview-events">
            <h3 id="overview-events">{t('overview.events')}</h3>
            <LatestList view={view} />
          </section>
        </div>
      </div>
    </div>
  )
}
