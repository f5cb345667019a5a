// Tiles of one village that aren't measured: its stations as they are heard, its indicators as they are judged.
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { useOverview } from '../../overview/overview-hooks.ts'
import { heardRest } from '../field-figures.ts'
import { useProgrammeOverview } from '../programme-overview.ts'
import type { SceneProps } from '../scenes/scene.ts'
import { useProgrammeTile } from './programme-tile-state.ts'
import { Tile } from './tile.tsx'
import { usePeriods } from './use-periods.ts'
import { usePictureAge } from './use-picture-age.ts'

export function VillageStationsTile({ villageId }: SceneProps) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const overview = useOverview()
  const when = usePictureAge(general)
  const village = villageId === undefined ? undefined : overview?.villages.get(villageId)
  const rest = village && overview && heardRest(village.online, village.total, overview.isLinkLost)
  const silent = village ? village.total - village.online : 0
  return (
    <Tile
      testId="kpi-village-stations"
      label={t('scenes.stations.label')}
      freshness={village ? (overview?.isLinkLost ? 'stale' : 'live') : 'none'}
      raw={village?.online}
      value={village && formatNumber(village.online)}
      unit={village && `/ ${formatNumber(village.total)}`}
      state={
        silent > 0
          ? { mark: 'dead', words: t('scenes.stations.lost', { count: silent }) }
          : rest === 'all-heard'
            ? { mark: 'normal', words: t('scenes.stations.all-heard') }
            : undefined
      }
      meaning={restWords()}
      when={when}
      sources={village && overview?.sources}
    />
  )

  function restWords(): string {
    if (!rest) return overview ? t('scenes.stations.none') : general('kpi.waiting')
    // All of them stands beside the number already.
    return rest === 'all-heard' || rest === 'none-heard' ? '' : t(`scenes.stations.${rest}`)
  }
}

export function VillageMetTile({ villageId }: SceneProps) {
  const periods = usePeriods()
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const overview = useProgrammeOverview()
  const village = overview?.villages.find(({ id }) => id === villageId)
  const { met, total } = village?.counts ?? {}
  const isKnown = met !== undefined && typeof total === 'number'
  return (
    <Tile
      testId="kpi-village-met"
      label={t('scenes.met.label')}
      {...useProgrammeTile(overview, () => village?.isSimulated ?? false)}
      raw={isKnown ? met : undefined}
      value={isKnown ? formatNumber(met) : undefined}
      unit={isKnown ? `/ ${formatNumber(total)}` : undefined}
      meaning={
        isKnown
          ? met < total
            ? t('scenes.met.missing', { count: total - met })
            : t('scenes.met.all')
          : overview
            ? t('scenes.met.none')
            : general('kpi.waiting')
      }
      when={periods.today}
    />
  )
}
