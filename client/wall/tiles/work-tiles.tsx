// Tiles of the programme's work: what blocks it, what is in appraisal.
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { useProgramme } from '../../programme/programme-hooks.tsx'
import { useProgrammeOverview } from '../programme-overview.ts'
import { useProgrammeTile } from './programme-tile-state.ts'
import { Tile } from './tile.tsx'
import { usePeriods } from './use-periods.ts'

export function ObstaclesTile() {
  const periods = usePeriods()
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const overview = useProgrammeOverview()
  const obstacles = overview?.obstacles
  return (
    <Tile
      testId="kpi-obstacles"
      label={t('scenes.obstacles.label')}
      {...useProgrammeTile(overview, ({ isSimulated }) => isSimulated)}
      raw={obstacles?.open}
      value={obstacles && formatNumber(obstacles.open)}
      state={
        obstacles && obstacles.overdue > 0
          ? { mark: 'warning', words: t('scenes.obstacles.overdue', { count: obstacles.overdue }) }
          : undefined
      }
      meaning={
        obstacles
          ? obstacles.oldestDays === null
            ? t('scenes.obstacles.none')
            : [
                t('scenes.obstacles.oldest', { count: obstacles.oldestDays }),
                ...(obstacles.overdue > 0 ? [] : [t('scenes.obstacles.fine')]),
              ]
          : general('kpi.waiting')
      }
      when={periods.today}
    />
  )
}

export function AppraisalTile() {
  const periods = usePeriods()
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const overview = useProgrammeOverview()
  const all = useProgramme()?.state.settings.appraisalWorkingDays ?? 0
  const running = (overview?.villages ?? [])
    .flatMap(({ name, clock, isSimulated }) =>
      clock?.phase === 'running' ? [{ name, used: clock.usedDays, isSimulated }] : [],
    )
    .sort((a, b) => b.used - a.used)
  const [longest] = running
  return (
    <Tile
      testId="kpi-appraisal"
      label={t('scenes.appraisal.label')}
      {...useProgrammeTile(overview, () => running.some(one => one.isSimulated) || (overview?.isSimulated ?? false))}
      raw={overview && running.length}
      value={overview && formatNumber(running.length)}
      meaning={
        overview
          ? longest
            ? t('scenes.appraisal.day', { village: longest.name, used: longest.used, all })
            : t('scenes.appraisal.none')
          : general('kpi.waiting')
      }
      when={longest ? t('scenes.appraisal.period') : periods.today}
    />
  )
}
