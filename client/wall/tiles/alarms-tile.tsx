// The open alarms by priority, the worst first, and since when the oldest waits to be acknowledged.
import { useTranslation } from 'react-i18next'
import { useAlarmPicture } from '../../alarms/alarm-hooks.ts'
import { PrioritySign } from '../../alarms/priority-sign.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { formatClock, formatDate } from '../../design/time-format.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { openAlarmFigures } from '../alarm-figures.ts'
import styles from './alarms-tile.module.css'
import { Tile } from './tile.tsx'
import { usePictureAge } from './use-picture-age.ts'

export function OpenAlarmsTile() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { state } = useAlarmPicture()
  const { link, serverNow } = useMoment()
  const when = usePictureAge(general)
  const figures = state && openAlarmFigures(state)
  return (
    <Tile
      testId="kpi-open-alarms"
      label={t('scenes.openAlarms.label')}
      freshness={figures ? (link.kind === 'lost' ? 'stale' : 'live') : 'none'}
      raw={figures?.open}
      value={figures && formatNumber(figures.open)}
      meaning={figures ? waitingWords(figures) : general('kpi.waiting')}
      when={when}
      sources={figures?.sources}
      aside={
        figures && (
          <span className={styles.counts}>
            {figures.counts.map(({ priority, count }) => (
              <span key={priority} data-none={count === 0}>
                <PrioritySign priority={priority} isActive={count > 0} />
                {formatNumber(count)}
              </span>
            ))}
          </span>
        )
      }
    />
  )

  function waitingWords({ open, unacknowledged, waitingSince }: NonNullable<typeof figures>): string {
    if (open === 0) return t('scenes.openAlarms.none')
    if (waitingSince === undefined) return t('scenes.openAlarms.acknowledged')
    const isToday = serverNow !== undefined && formatDate(serverNow) === formatDate(waitingSince)
    const time = isToday ? formatClock(waitingSince) : formatDate(waitingSince).slice(0, 5)
    return t('scenes.openAlarms.waiting', { count: unacknowledged, time })
  }
}
