// /: the desk. Nine villages, the map, and the stations of the chosen village; the choice lives in the address.
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate, useParameters, withParameters } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { PageHead } from '../design/page-head.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { layersOf, layersParameter } from '../map/layers/layers-parameter.ts'
import { OverviewContext, useComputedOverview } from '../overview/overview-hooks.ts'
import styles from './desktop-page.module.css'
import { VillageList } from './village-list.tsx'
import { VillagePanel } from './village-panel.tsx'

const PROVINCE = { kind: 'province' } as const
const MapView = lazy(async () => ({ default: (await import('../map/map-view.tsx')).MapView }))
const LABEL_PIXELS = 16
const STROKE_UNIT = 0.8

/** Choosing a village forgets the series of the one before. */
const chooseVillage = (village: string | undefined) => navigate(withParameters({ village, series: undefined }))

const FOLLOWS = ['programme', 'alarm'] as const

export function DesktopPage() {
  return (
    <ScreenProvider scope="province" follows={FOLLOWS} hasPast>
      <Desktop />
    </ScreenProvider>
  )
}

function Desktop() {
  const { t } = useTranslation()
  const overview = useComputedOverview()
  const { link, refusal } = useMoment()
  const parameters = useParameters()
  const villageId = parameters.get('village') ?? undefined
  const layers = layersOf(parameters.get('layers'))
  return (
    <OverviewContext value={overview}>
      <div className={styles.page} data-link={link.kind === 'lost' || refusal ? 'lost' : link.kind}>
        <Ribbon />
        <PageHead title={t('tagline')} area="map" />
        <main className={styles.body} data-has-panel={villageId !== undefined}>
          <PanelBoundary>
            <VillageList selectedId={villageId} />
          </PanelBoundary>
          <div className={styles.map}>
            <PanelBoundary>
              <Suspense>
                <MapView
                  label={LABEL_PIXELS}
                  unit={STROKE_UNIT}
                  legend="below"
                  layers={layers}
                  borders={parameters.get('borders') === 'districts' ? 'districts' : 'communes'}
                  camera={PROVINCE}
                  selectedVillageId={villageId}
                  onVillage={chooseVillage}
                  onBorders={borders =>
                    navigate(withParameters({ borders: borders === 'communes' ? undefined : borders }))
                  }
                  onLayer={layer => navigate(withParameters({ layers: layersParameter(layers, layer) }))}
                />
              </Suspense>
            </PanelBoundary>
          </div>
          {villageId !== undefined && (
            <PanelBoundary key={villageId}>
              <VillagePanel villageId={villageId} seriesId={parameters.get('series') ?? undefined} />
            </PanelBoundary>
          )}
        </main>
      </div>
    </OverviewContext>
  )
}
