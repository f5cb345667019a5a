// The highest VN_AQI of the air stations: worked out here from hourly means, so derived, and only where they suffice.
import { useTranslation } from 'react-i18next'
import type { Pollutant } from '../../../shared/vn-aqi.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatClock } from '../../design/time-format.ts'
import { agePhrase } from '../../i18n/phrases.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { aqiCategory } from '../air-figures.ts'
import type { SceneProps } from '../scenes/scene.ts'
import { useHighestAqi } from '../use-highest-aqi.ts'
import { Tile } from './tile.tsx'
import { useJudged } from './use-judged.ts'

const FORMULA = { pm25: 'PM2.5', pm10: 'PM10', o3: 'O₃', no2: 'NO₂', so2: 'SO₂', co: 'CO' } as const satisfies Record<
  Pollutant,
  string
>

/** Inputs that a line names; of more it names the worst. */
const LISTED = 2

export function AqiTile({ villageId }: SceneProps) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const now = useJudged()
  const highest = useHighestAqi(villageId)
  const found = highest?.kind === 'found' ? highest : undefined
  const judged = found && aqiCategory(found.aqi.value)
  const village = registry?.villages.find(({ id }) => id === found?.series.village)?.name
  return (
    <Tile
      testId="kpi-aqi"
      label={t('scenes.aqi.label')}
      freshness={found?.freshness ?? 'none'}
      raw={found?.aqi.value}
      value={found && formatNumber(found.aqi.value)}
      state={
        judged && {
          mark: judged.mark,
          words: [t(`scenes.aqi.${judged.category}`), ...(village === undefined ? [] : [village])].join(' · '),
        }
      }
      meaning={meaningOf()}
      when={
        found && now
          ? found.freshness === 'live'
            ? t('scenes.aqi.hour', { time: formatClock(found.hourEnd) })
            : agePhrase(general, now.serverNow - found.hourEnd, found.freshness)
          : ''
      }
      sources={found && new Set(['derived' as const, found.series.source])}
    />
  )

  function meaningOf(): string {
    if (!highest) return general('kpi.waiting')
    if (highest.kind !== 'found') return t(`scenes.aqi.${highest.kind}`)
    const { from, aqi } = highest
    return from.length > LISTED
      ? t('scenes.aqi.fromMore', { worst: FORMULA[aqi.dominant], count: from.length - 1 })
      : t('scenes.aqi.from', { inputs: from.map(pollutant => FORMULA[pollutant]).join(', ') })
  }
}
