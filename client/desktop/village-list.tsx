// The province: its nine villages, the worst first. Each is a link that chooses it, with a way to set several side by side.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { openAlarms } from '../../shared/alarms/standing.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { LinkTo } from '../app/link-to.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { formatNumber } from '../design/number-format.ts'
import { isoDayOf } from '../design/time-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { unitOn } from '../registry/village-units.ts'
import { CompareButton } from './compare-button.tsx'
import { placeTo } from './use-desktop.ts'
import styles from './village-list.module.css'
import { rankedVillages } from './village-ranking.ts'

export function VillageList() {
  const { t } = useTranslation()
  const { t: desk } = useTranslation('desktop')
  const overview = useOverview()
  const { serverNow } = useMoment()
  const { state: alarms } = useAlarmPicture()
  const { data: registry, isError, failureCount } = useRegistry()
  const alarmsOf = useMemo(() => Map.groupBy(alarms ? openAlarms(alarms) : [], ({ about }) => about.village), [alarms])
  if (!registry)
    return <p className={styles.notice}>{isError || failureCount > 0 ? t('desktop.failed') : t('desktop.loading')}</p>
  const today = serverNow === undefined ? registry.asOf : isoDayOf(serverNow)
  return (
    <nav className={styles.list} aria-label={t('desktop.villages')}>
      <h2>{t('desktop.villages')}</h2>
      <ul>
        {rankedVillages(registry.villages, overview?.villages).map(village => {
          const summary = overview?.villages.get(village.id)
          const open = alarmsOf.get(village.id)?.length ?? 0
          return (
            <li key={village.id}>
              <LinkTo to={placeTo({ village: village.id })} className={styles.village}>
                <span className={styles.mark}>{summary?.mark && <MarkIcon mark={summary.mark} />}</span>
                <span className={styles.name}>{village.name}</span>
                <span className={styles.count}>
                  {summary
                    ? t('desktop.stations', {
                        online: formatNumber(summary.online),
                        total: formatNumber(summary.total),
                      })
                    : t(overview ? 'desktop.noStations' : 'kpi.waiting')}
                </span>
                <span className={styles.unit}>
                  {[
                    unitOn(registry, village, today)?.name,
                    open > 0 ? desk('selection.alarms', { count: open }) : undefined,
                    summary?.mark && summary.mark !== 'normal' ? t(`mark.${summary.mark}`) : undefined,
                  ]
                    .filter(part => part !== undefined)
                    .join(' · ')}
                </span>
              </LinkTo>
              <CompareButton list="villages" id={village.id} name={village.name} />
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
