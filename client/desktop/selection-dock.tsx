// The chosen place, from the province down to one series. What an address names and there isn't is as if nothing were chosen.
import { useTranslation } from 'react-i18next'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { CompareTray } from './compare-tray.tsx'
import type { DesktopChoice } from './desktop-address.ts'
import styles from './selection.module.css'
import { StationPanel } from './station-panel.tsx'
import { VillageList } from './village-list.tsx'
import { VillagePanel } from './village-panel.tsx'

export function SelectionDock({ choice }: { readonly choice: DesktopChoice }) {
  const { t } = useTranslation('desktop')
  const overview = useOverview()
  const { data: registry } = useRegistry()
  const village = registry?.villages.find(({ id }) => id === choice.village)
  const stations = overview?.stations
  // A series says which station it is of, a station which village.
  const judged = stations?.find(({ station }) =>
    choice.station === undefined
      ? station.series.some(({ id }) => id === choice.series)
      : station.id === choice.station,
  )
  const shown = judged && village && judged.station.village === village.id ? judged : undefined
  const series = shown?.station.series.find(({ id }) => id === choice.series)
  return (
    <>
      <Breadcrumbs village={village} station={shown?.station} series={series} />
      <PanelBoundary key={`${village?.id} ${shown?.station.id}`}>
        {shown && village ? (
          <StationPanel judged={shown} seriesId={series?.id} />
        ) : village ? (
          <VillagePanel village={village} tab={choice.tab} />
        ) : (
          <>
            {choice.village !== undefined && registry && (
              <p className={styles.notice}>{t('selection.noVillage', { id: choice.village })}</p>
            )}
            <VillageList />
          </>
        )}
      </PanelBoundary>
      <CompareTray />
    </>
  )
}
