// /bench/map: what 100,000 points with 2,000 changes a second cost the page's own script, `?way=live` or `?way=naive`. Linked nowhere;
// `npm run bench:map` drives it.
import './words/vocabulary.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParameters } from '../app/address.ts'
import { formatNumber } from '../design/number-format.ts'
import { type Geo, useGeo } from '../map/geo-query.ts'
import { CHANGES_PER_SECOND, POINTS, startBenchMap } from './bench-map.ts'
import { type Way, wayOf } from './bench-ways.ts'
import type { FrameFigures } from './frame-meter.ts'
import styles from './map-bench-page.module.css'

const SHOW_MS = 1_000
/** Shaders are compiled and buffers made before anything is measured. */
const WARM_UP_MS = 5_000

export function MapBenchPage() {
  const { t } = useTranslation('bench')
  const way = wayOf(`?${useParameters()}`)
  const { data: geo } = useGeo()
  return (
    <main className={styles.page}>
      {geo && <Measured key={way} geo={geo} way={way} />}
      <p className={styles.ways}>
        <a href="/bench/map?way=live">{t('live')}</a> · <a href="/bench/map?way=naive">{t('naive')}</a>
      </p>
    </main>
  )
}

function Measured({ geo, way }: { readonly geo: Geo; readonly way: Way }) {
  const { t } = useTranslation('bench')
  const container = useRef<HTMLDivElement>(null)
  const [figures, setFigures] = useState<FrameFigures>()
  useEffect(() => {
    if (!container.current) return undefined
    let stop = () => {}
    let isGone = false
    void startBenchMap(container.current, geo, way).then(bench => {
      if (isGone) {
        bench.stop()
        return
      }
      const warm = setTimeout(() => bench.restart(), WARM_UP_MS)
      const shown = setInterval(() => setFigures(bench.figures()), SHOW_MS)
      stop = () => {
        clearTimeout(warm)
        clearInterval(shown)
        bench.stop()
      }
    })
    return () => {
      isGone = true
      stop()
    }
  }, [geo, way])
  const millis = (value: number) => formatNumber(value, 1)
  return (
    <>
      <div ref={container} className={styles.map} />
      <dl
        className={styles.figures}
        data-testid="bench-figures"
        data-frames={figures?.frames}
        data-p50={figures?.p50}
        data-p95={figures?.p95}
      >
        <dt>{t('about', { points: formatNumber(POINTS), changes: formatNumber(CHANGES_PER_SECOND) })}</dt>
        <dd>{t(way)}</dd>
        {figures && figures.frames > 0 && (
          <dd>
            {t('figures', {
              frames: formatNumber(figures.frames),
              p50: millis(figures.p50),
              p95: millis(figures.p95),
              max: millis(figures.max),
            })}
          </dd>
        )}
      </dl>
    </>
  )
}
