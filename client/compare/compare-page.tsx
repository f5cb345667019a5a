// /compare: up to four villages, or up to four series, side by side. Which ones, and over which time, lives in the address.
import '../alarms/words/vocabulary.ts'
import '../desktop/words/vocabulary.ts'
import '../history/words/vocabulary.ts'
import '../programme/words/vocabulary.ts'
import '../wall/words/vocabulary.ts'
import './words/vocabulary.ts'
import { useTranslation } from 'react-i18next'
import { useParameters } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { PageHead } from '../design/page-head.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { MAX_COMPARED } from '../desktop/compared.ts'
import { Notice } from '../kit/notice.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { OverviewContext, useComputedOverview } from '../overview/overview-hooks.ts'
import { ProgrammeOverviewContext, useComputedProgramme } from '../wall/programme-overview.ts'
import { comparisonIn } from './compare-address.ts'
import styles from './compare-page.module.css'
import { CompareSeries } from './compare-series.tsx'
import { CompareVillages } from './compare-villages.tsx'

const FOLLOWS = ['programme', 'alarm'] as const

export function ComparePage() {
  return (
    <ScreenProvider scope="province" follows={FOLLOWS}>
      <Compare />
    </ScreenProvider>
  )
}

function Compare() {
  const { t } = useTranslation('compare')
  const overview = useComputedOverview()
  const programme = useComputedProgramme()
  const { link, refusal, serverNow, state } = useMoment()
  const { kind, ids, leftOut } = comparisonIn(useParameters().toString())
  return (
    <OverviewContext value={overview}>
      <ProgrammeOverviewContext value={programme}>
        <div className={styles.page} data-link={link.kind === 'live' && !refusal ? 'live' : 'lost'}>
          <Ribbon />
          <PageHead title={t('title')} area="map" />
          <main className={styles.body} id="main">
            <PanelBoundary>
              {leftOut > 0 && <Notice kind="warning" title={t('leftOut', { count: leftOut, most: MAX_COMPARED })} />}
              {kind === 'villages' ? (
                <CompareVillages ids={ids} />
              ) : serverNow !== undefined && state.seq >= 0 ? (
                <CompareSeries ids={ids} now={serverNow} />
              ) : (
                <p role="status">{t('loading')}</p>
              )}
            </PanelBoundary>
          </main>
        </div>
      </ProgrammeOverviewContext>
    </OverviewContext>
  )
}
