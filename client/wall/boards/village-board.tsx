// The nine villages as cells, for a wall of three screens: name, worst state, stations heard. In plan order, so that eyes learn the place.
import { useTranslation } from 'react-i18next'
import { MarkIcon } from '../../design/mark-icon.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { stageWords } from '../../i18n/phrases.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { gaugeFinder } from '../../overview/overview.ts'
import { useOverview } from '../../overview/overview-hooks.ts'
import { villageValues } from '../../overview/village-values.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import styles from './village-board.module.css'

export function VillageBoard() {
  const { t } = useTranslation()
  const overview = useOverview()
  const { data: registry } = useRegistry()
  const { state } = useMoment()
  const gaugeOf = gaugeFinder(registry)
  const villages = [...(registry?.villages ?? [])].sort((a, b) => a.order - b.order)
  return (
    <ul className={styles.board} aria-label={t('wall.villages')}>
      {villages.map(({ id, name }) => {
        const village = overview?.villages.get(id)
        const mark = village?.mark
        const water =
          overview && villageValues(state, id, overview.at, overview.isLinkLost, gaugeOf(id)).get('water_level')
        return (
          <li key={id} className={styles.cell} data-mark={mark}>
            <h2>{name}</h2>
            <p className={styles.count}>
              <data value={village?.online}>{village ? formatNumber(village.online) : '–'}</data>
              {village && (
                <span>
                  / {formatNumber(village.total)} {t('wall.stations')}
                </span>
              )}
            </p>
            {water?.freshness === 'live' && (
              <p className={styles.water}>
                {formatNumber(water.value, 2)} {water.series.unit} · {stageWords(t, water.stage ?? { kind: 'unknown' })}
              </p>
            )}
            <p className={styles.state}>
              {mark ? (
                <>
                  <MarkIcon mark={mark} /> {t(`mark.${mark}`)}
                </>
              ) : (
                t('desktop.noStations')
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
