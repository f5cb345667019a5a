// The nine villages in plan order: worst state, name, stations heard. Each is a link that chooses it.
import { useTranslation } from 'react-i18next'
import { useParameters, withParameters } from '../app/address.ts'
import { LinkTo } from '../app/link-to.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { formatNumber } from '../design/number-format.ts'
import { isoDayOf } from '../design/time-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { unitOn } from '../registry/village-units.ts'
import styles from './village-list.module.css'

type Props = { readonly selectedId: string | undefined }

export function VillageList({ selectedId }: Props) {
  const { t } = useTranslation()
  const overview = useOverview()
  const { serverNow } = useMoment()
  const { data: registry, isError, failureCount } = useRegistry()
  useParameters()
  if (!registry)
    return <p className={styles.notice}>{isError || failureCount > 0 ? t('desktop.failed') : t('desktop.loading')}</p>
  const today = serverNow === undefined ? registry.asOf : isoDayOf(serverNow)
  return (
    <nav className={styles.list} aria-label={t('desktop.villages')}>
      <h2>{t('desktop.villages')}</h2>
      <ul>
        {[...registry.villages]
          .sort((a, b) => a.order - b.order)
          .map(village => {
            const summary = overview?.villages.get(village.id)
            return (
              <li key={village.id}>
                <LinkTo
                  to={withParameters({ village: village.id, series: undefined })}
                  className={styles.village}
                  isCurrent={village.id === selectedId}
                >
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
                    {unitOn(registry, village, today)?.name}
                    {summary?.mark && summary.mark !== 'normal' && ` · ${t(`mark.${summary.mark}`)}`}
                  </span>
                </LinkTo>
              </li>
            )
          })}
      </ul>
    </nav>
  )
}
