// One village: where it stands administratively; its stations, its alarms, and where it stands in the programme.
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { openAlarms } from '../../shared/alarms/standing.ts'
import { recognitionOf } from '../../shared/programme/recognition-progress.ts'
import type { Village } from '../../shared/registry.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { clockWords } from '../alarms/alarm-names.ts'
import { formatIsoDate, isoDayOf } from '../design/time-format.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import { useProgramme } from '../programme/programme-hooks.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { unitOn } from '../registry/village-units.ts'
import { AlarmLines } from './alarm-lines.tsx'
import { CompareButton } from './compare-button.tsx'
import { VILLAGE_TABS, type VillageTab } from './desktop-address.ts'
import styles from './selection.module.css'
import { StationRows } from './station-rows.tsx'
import { change } from './use-desktop.ts'
import { VillageStanding } from './village-standing.tsx'

const DerivedSection = lazy(async () => ({
  default: (await import('../derived/derived-section.tsx')).DerivedSection,
}))

type Props = { readonly village: Village; readonly tab: VillageTab }

export function VillagePanel({ village, tab }: Props) {
  const { t } = useTranslation()
  const { t: desk } = useTranslation('desktop')
  const overview = useOverview()
  const { serverNow } = useMoment()
  const { data: registry } = useRegistry()
  const programme = useProgramme()
  const { state } = useAlarmPicture()
  const alarms = useMemo(
    () => state && openAlarms(state).filter(({ about }) => about.village === village.id),
    [state, village.id],
  )
  const unit = registry && unitOn(registry, village, serverNow === undefined ? registry.asOf : isoDayOf(serverNow))
  const inProgramme = programme?.state.villages.get(village.id)
  const standing = programme && inProgramme && recognitionOf(programme.state, inProgramme)
  const choose = (id: string) => change({ tab: VILLAGE_TABS.find(one => one === id) ?? 'stations' })
  return (
    <section aria-label={village.name} data-testid="village-panel">
      <header className={styles.head}>
        <h2 className={styles.title}>{village.name}</h2>
        <CompareButton list="villages" id={village.id} name={village.name} />
        <p>
          {unit && t('desktop.unitNow', { unit: unit.name })}
          {standing && ' · '}
          {standing?.kind === 'recognised'
            ? t(`desktop.recognised.${standing.basis}`, { date: formatIsoDate(standing.on) })
            : standing && t(`desktop.${standing.kind}`)}
        </p>
      </header>
      <Tabs
        label={village.name}
        tabs={VILLAGE_TABS.map(id => ({
          id,
          title: desk(`selection.tab.${id}`),
          ...(id === 'alarms' && alarms ? { count: alarms.length } : {}),
        }))}
        selectedId={tab}
        onSelect={choose}
      >
        {tab === 'stations' && (
          <>
            <Suspense>
              <DerivedSection villageId={village.id} />
            </Suspense>
            <StationRows villageId={village.id} />
          </>
        )}
        {tab === 'alarms' &&
          (state && alarms && overview ? (
            alarms.length > 0 ? (
              <AlarmLines alarms={alarms} state={state} now={overview.at} shown={alarms.length} opensAlarm />
            ) : (
              <p className={styles.notice}>
                {state.quietSince === null
                  ? desk('attention.noAlarm')
                  : desk('attention.noAlarmSince', { time: clockWords(state.quietSince, overview.at) })}
              </p>
            )
          ) : (
            <p className={styles.notice}>{t('kpi.waiting')}</p>
          ))}
        {tab === 'programme' && <VillageStanding villageId={village.id} />}
      </Tabs>
    </section>
  )
}
