// The unit's own area on the map: one finger moves it, two fingers or the large buttons bring it nearer.
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PanelBoundary } from '../../app/panel-boundary.tsx'
import { useBoard } from '../board-hooks.ts'
import { Empty, KioskButton } from '../card.tsx'
import styles from './map-section.module.css'

const MapView = lazy(async () => ({ default: (await import('../../map/map-view.tsx')).MapView }))
const LABEL_PIXELS = 20
const STROKE_UNIT = 0.9
const LAYERS = ['stations'] as const
const WHOLE = { kind: 'province' } as const

export function MapSection() {
  const { t } = useTranslation('kiosk')
  const { villages } = useBoard()
  const own = useMemo(() => new Set(villages.map(({ id }) => id)), [villages])
  const [chosen, choose] = useState<string>()
  /** What was asked last, counted: the map answers each once. */
  const [zoom, setZoom] = useState({ count: 0, by: 0 })
  if (villages.length === 0) return <Empty>{t('noVillage')}</Empty>
  const zoomBy = (by: number) => setZoom(({ count }) => ({ count: count + 1, by }))
  return (
    <div className={styles.page}>
      <div className={styles.map}>
        <PanelBoundary>
          <Suspense>
            <MapView
              label={LABEL_PIXELS}
              unit={STROKE_UNIT}
              legend="none"
              layers={LAYERS}
              borders="communes"
              camera={WHOLE}
              only={own}
              zoom={zoom}
              selectedVillageId={chosen}
              onVillage={id => choose(id === chosen ? undefined : id)}
            />
          </Suspense>
        </PanelBoundary>
      </div>
      <div className={styles.foot}>
        <p>{t('map.hint')}</p>
        <div className={styles.buttons}>
          <KioskButton icon="minus" onPress={() => zoomBy(-1)}>
            {t('map.farther')}
          </KioskButton>
          <KioskButton icon="whole" onPress={() => zoomBy(0)}>
            {t('map.whole')}
          </KioskButton>
          <KioskButton icon="plus" onPress={() => zoomBy(1)}>
            {t('map.nearer')}
          </KioskButton>
        </div>
      </div>
    </div>
  )
}
