// One village on a screen of its own: which commune it is in today, how far its recognition is, what of the criteria it meets, its alarms.
import { useTranslation } from 'react-i18next'
import { openAlarms } from '../../../shared/alarms/standing.ts'
import { unitIdOn } from '../../../shared/village-units.ts'
import { useAlarmPicture } from '../../alarms/alarm-hooks.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { useProgramme } from '../../programme/programme-hooks.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { useProgrammeOverview } from '../programme-overview.ts'
import type { SceneProps } from '../scenes/scene.ts'
import styles from './village-sheet.module.css'

export function VillageSheet({ villageId }: SceneProps) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { t: word } = useTranslation('programme')
  const { data: registry } = useRegistry()
  const view = useProgramme()
  const overview = useProgrammeOverview()
  const { state: alarms } = useAlarmPicture()
  const village = registry?.villages.find(({ id }) => id === villageId)
  const standing = overview?.villages.find(({ id }) => id === villageId)
  if (!village || !standing || !view) return <p className={styles.waiting}>{general('kpi.waiting')}</p>
  const unitId = unitIdOn(village, view.day)
  const unit = unitId === undefined ? undefined : view.units.get(unitId)?.name
  const { recognition, counts, stage, clock, plannedYear, isSimulated } = standing
  const open = alarms ? openAlarms(alarms).filter(({ about }) => about.village === villageId).length : undefined
  const rows = [
    [
      t('scenes.board.indicators'),
      typeof counts.total === 'number'
        ? `${formatNumber(counts.met)} / ${formatNumber(counts.total)}`
        : t('scenes.board.noValue'),
    ],
    [
      t('scenes.board.lateTasks'),
      clock?.phase === 'running'
        ? general('wall.appraisal', { used: clock.usedDays, all: view.state.settings.appraisalWorkingDays })
        : stage
          ? word(`term.stage.${stage}`)
          : t('scenes.board.noDossier'),
    ],
    [t('scenes.board.forecast'), String(plannedYear)],
    [t('scenes.board.openAlarms'), open === undefined ? t('scenes.board.noValue') : formatNumber(open)],
  ] as const
  return (
    <section className={styles.sheet} aria-label={t('scenes.board.village', { village: village.name })}>
      <header>
        <h2>{village.name}</h2>
        {unit && <p>{t('scenes.board.commune', { unit })}</p>}
      </header>
      <p className={styles.standing} data-recognised={recognition.kind === 'recognised'}>
        {recognition.kind === 'recognised'
          ? general(`wall.recognised.${recognition.basis}`, { date: formatIsoDate(recognition.on) })
          : word(`term.stage.${stage ?? 'none'}`)}
      </p>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isSimulated && <p className={styles.tag}>{general('wall.madeUp')}</p>}
    </section>
  )
}
