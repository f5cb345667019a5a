// One unit: its villages with big live values in plain words. Watches that unit's scope only.
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../app/link-to.tsx'
import { LinkState } from '../design/link-state.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { ServerClock } from '../design/server-clock.tsx'
import { LiveProvider, useMoment } from '../live/live-hooks.tsx'
import { OverviewContext, useComputedOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { villagesWithin } from '../registry/village-units.ts'
import styles from './unit-page.module.css'
import { VillageSheet } from './village-sheet.tsx'

type Props = {
  readonly unitId: string
  /** There is no other to go back to. */
  readonly isOnly: boolean
}

export function UnitPage(props: Props) {
  return (
    <LiveProvider scope={`unit:${props.unitId}`}>
      <Unit {...props} />
    </LiveProvider>
  )
}

function Unit({ unitId, isOnly }: Props) {
  const { t } = useTranslation()
  const { data: registry, failureCount } = useRegistry()
  const { link, refusal } = useMoment()
  const overview = useComputedOverview()
  const unit = registry?.units.find(({ id }) => id === unitId)
  const villages = registry && villagesWithin(registry, unitId)
  return (
    <OverviewContext value={overview}>
      <main className={styles.unit} id="main" data-link={link.kind === 'live' && !refusal ? 'live' : 'lost'}>
        <header className={styles.head}>
          <h1>{unit?.name ?? ''}</h1>
          <div className={styles.now}>
            <ServerClock />
            <LinkState />
          </div>
        </header>
        <Ribbon />
        {!registry && <p className={styles.notice}>{failureCount > 0 ? t('desktop.failed') : t('desktop.loading')}</p>}
        {registry && !unit && <p className={styles.notice}>{t('kiosk.unknownUnit')}</p>}
        {unit && villages?.length === 0 && <p className={styles.notice}>{t('kiosk.noVillage')}</p>}
        {villages?.map(village => (
          <VillageSheet key={village.id} village={village} />
        ))}
        {!isOnly && (
          <div className={styles.bar}>
            <LinkTo to={`/kiosk${location.search}`} className={styles.back}>
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M19 12H5M12 19l-7-7 7-7" />
              </svg>
              {t('kiosk.back')}
            </LinkTo>
          </div>
        )}
      </main>
    </OverviewContext>
  )
}
