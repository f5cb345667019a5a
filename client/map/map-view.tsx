// The map as a panel: legend, attribution, and what to do when the graphics context is lost or was never there.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reloadOnceFor } from '../live/page-reload.ts'
import { useOverview } from '../overview/overview-hooks.ts'
import { nextStepAfterLoss } from './context-loss.ts'
import { useGeo } from './geo-query.ts'
import { Legend } from './legend.tsx'
import { MapSheet } from './map-sheet.tsx'
import styles from './map-view.module.css'
import { PlainMap } from './plain-map.tsx'

type Props = {
  /** Label size and stroke unit in CSS pixels. */
  readonly label: number
  readonly unit: number
  /**
   * On the map at its lower left, in a row below it, or elsewhere on the page. A short one explains the states only,
   * and the map then shows no other signs.
   */
  readonly legend: 'full' | 'short' | 'below' | 'below-short' | 'none'
  readonly selectedVillageId?: string | undefined
  /** A place (lon, lat) the map goes to; it comes back when there is none. */
  readonly focus?: readonly [number, number] | undefined
  readonly onVillage?: ((villageId: string) => void) | undefined
}

const hasWebGl = () => document.createElement('canvas').getContext('webgl2') !== null

export function MapView({ label, unit, legend, selectedVillageId, focus, onVillage }: Props) {
  const { t } = useTranslation()
  const overview = useOverview()
  const { data: geo, failureCount } = useGeo()
  const legendBox = useRef<HTMLElement>(null)
  const losses = useRef<number[]>([])
  const [mount, setMount] = useState(0)
  const [isPlain, setIsPlain] = useState(() => !hasWebGl())
  const isShort = legend === 'short' || legend === 'below-short'

  const onLost = () => {
    const now = performance.now()
    const step = nextStepAfterLoss(losses.current, now)
    losses.current.push(now)
    if (step === 'remount') setMount(before => before + 1)
    else if (!reloadOnceFor('graphics')) setIsPlain(true)
  }
  return (
    <section className={styles.map} aria-label={t('map.label')}>
      <div className={styles.sheet}>
        {!geo && <p className={styles.notice}>{t(failureCount > 0 ? 'map.failed' : 'map.loading')}</p>}
        {geo && isPlain && <PlainMap geo={geo} overview={overview} />}
        {geo && !isPlain && (
          <MapSheet
            key={mount}
            geo={geo}
            label={label}
            unit={unit}
            hasSigns={!isShort}
            legend={legendBox}
            selectedVillageId={selectedVillageId}
            focus={focus}
            onVillage={onVillage}
            onLost={onLost}
            onFailed={() => setIsPlain(true)}
          />
        )}
        {(legend === 'full' || legend === 'short') && (
          <div className={styles.legend}>
            <Legend ref={legendBox} isShort={isShort} />
          </div>
        )}
      </div>
      {(legend === 'below' || legend === 'below-short') && (
        <div className={styles.legendBelow}>
          <Legend isShort={isShort} isRow />
        </div>
      )}
      <p className={styles.attribution}>{t('map.attribution')}</p>
    </section>
  )
}
