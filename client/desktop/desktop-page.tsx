// /: the leaders' desk. What wants attention at the left, the map, the chosen place at the right; all of it lives in the address.
import '../alarms/words/core-vocabulary.ts'
import '../programme/words/core-vocabulary.ts'
import '../wall/words/vocabulary.ts'
import './words/vocabulary.ts'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveAlarmSpeech } from '../alarms/spoken/alarm-speech.tsx'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { PageHead } from '../design/page-head.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { ToastProvider } from '../kit/toast-region.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { OverviewContext, useComputedOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { ProgrammeOverviewContext, useComputedProgramme } from '../wall/programme-overview.ts'
import { AttentionDock } from './attention-dock.tsx'
import { DesktopBar } from './desktop-bar.tsx'
import { useLook } from './desktop-look.ts'
import { DesktopMap } from './desktop-map.tsx'
import styles from './desktop-page.module.css'
import { Dock } from './dock.tsx'
import { FigureStrip } from './figure-strip.tsx'
import { SelectionDock } from './selection-dock.tsx'
import { useDesktopChoice } from './use-desktop.ts'
import { goToStart } from './views/start-view.ts'

const FOLLOWS = ['programme', 'alarm', 'desk'] as const

export function DesktopPage() {
  const { t } = useTranslation('desktop')
  useLayoutEffect(goToStart, [])
  return (
    <ScreenProvider scope="province" follows={FOLLOWS} hasPast>
      <ToastProvider words={{ region: t('shell.messages'), dismiss: t('shell.close') }}>
        <Desktop />
      </ToastProvider>
    </ScreenProvider>
  )
}

function Desktop() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('desktop')
  const overview = useComputedOverview()
  const programme = useComputedProgramme()
  const { link, refusal } = useMoment()
  const { data: registry } = useRegistry()
  const { density, hasAttention, hasSelection } = useLook()
  const choice = useDesktopChoice()
  const village = registry?.villages.find(({ id }) => id === choice.village)
  return (
    <OverviewContext value={overview}>
      <ProgrammeOverviewContext value={programme}>
        <div
          className={styles.page}
          data-link={link.kind === 'lost' || refusal ? 'lost' : link.kind}
          data-density={density}
        >
          <Ribbon />
          <PageHead title={general('tagline')} area="map" />
          <LiveAlarmSpeech />
          <main
            className={styles.body}
            id="main"
            data-attention={hasAttention}
            data-selection={hasSelection}
            data-chosen={village !== undefined}
          >
            <div className={styles.figures}>
              <PanelBoundary>
                <FigureStrip villageId={village?.id} placeName={village?.name ?? t('selection.province')} />
              </PanelBoundary>
            </div>
            <Dock side="attention">
              <AttentionDock />
            </Dock>
            <div className={styles.middle}>
              <DesktopBar />
              <div className={styles.map}>
                <PanelBoundary>
                  <DesktopMap choice={choice} villageId={village?.id} />
                </PanelBoundary>
              </div>
            </div>
            <Dock side="selection">
              <SelectionDock choice={choice} />
            </Dock>
          </main>
        </div>
      </ProgrammeOverviewContext>
    </OverviewContext>
  )
}
