// Tiles of the river: a village's own level, the fastest rise, and how many villages are at an alarm level.
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { floodStage } from '../../../shared/flood.ts'
import { formatNumber } from '../../design/number-format.ts'
import { historyQuery } from '../../history/history-query.ts'
import { TREND_POINTS, TrendLine } from '../../history/trend-line.tsx'
import { agePhrase, stageWords } from '../../i18n/phrases.ts'
import { extremeOf, valuesOf } from '../../overview/extremes.ts'
import { gaugeFinder } from '../../overview/overview.ts'
import { markOfStage, worstMark } from '../../overview/stations.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { type Above, aboveLevelOne, fastestRise, risingGauges } from '../field-figures.ts'
import type { SceneProps } from '../scenes/scene.ts'
import { Tile } from './tile.tsx'
import { useJudged } from './use-judged.ts'
import { usePeriods } from './use-periods.ts'

const DERIVED = new Set(['derived'] as const)
const SMALLEST_TREND_METRES = 0.2
/** Below this a rise is a ripple. */
const LEAST_RISE = 0.01

export function VillageWaterTile({ villageId }: SceneProps) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const now = useJudged()
  const found = now && extremeOf(valuesOf(now.state, 'water_level', now.judged, villageId), 'highest')
  const gauge = villageId === undefined ? undefined : gaugeFinder(registry)(villageId)
  const stage = found && (gauge ? floodStage(found.value, gauge.levels) : ({ kind: 'unknown' } as const))
  return (
    <Tile
      testId="kpi-village-water"
      label={general('kpi.water.briefLabel')}
      freshness={found?.freshness ?? 'none'}
      raw={found?.value}
      value={found && formatNumber(found.value, 2)}
      unit={found?.series.unit}
      state={
        stage && {
          mark: markOfStage(stage) === 'normal' ? undefined : markOfStage(stage),
          words: stageWords(general, stage),
        }
      }
      meaning={found ? (gauge ? general('kpi.water.gauge', { gauge: gauge.name }) : '') : t('scenes.extreme.none')}
      when={found && now ? agePhrase(general, now.serverNow - found.measuredAt, found.freshness) : ''}
      sources={found && new Set([found.series.source])}
    >
      {found && now && (
        <TrendLine
          seriesId={found.series.id}
          intervalMs={found.series.intervalMs}
          serverNow={now.serverNow}
          smallestRange={SMALLEST_TREND_METRES}
        />
      )}
    </Tile>
  )
}

export function RiseTile() {
  const periods = usePeriods()
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const now = useJudged()
  const gauges = now ? risingGauges(now.state, now.judged) : []
  const histories = useQueries({
    queries: gauges.map(({ series }) => historyQuery(series.id, now?.serverNow, TREND_POINTS)),
  })
  const rise = fastestRise(
    gauges,
    histories.map(({ data }) => data),
    now?.judged.isLinkLost ?? false,
  )
  const fastest = rise.kind === 'found' ? rise : undefined
  const isRising = fastest !== undefined && fastest.rise >= LEAST_RISE
  const village = registry?.villages.find(({ id }) => id === fastest?.gauge.series.village)?.name
  return (
    <Tile
      testId="kpi-rise"
      label={t('scenes.rise.label')}
      freshness={fastest?.freshness ?? 'none'}
      raw={fastest?.rise}
      value={fastest && formatNumber(fastest.rise, 2)}
      unit={t('scenes.rise.unit')}
      state={fastest && { mark: undefined, words: isRising ? (village ?? '') : t('scenes.rise.none') }}
      meaning={now ? t(`scenes.rise.why.${rise.kind}`) : general('kpi.waiting')}
      when={
        fastest && now && fastest.freshness !== 'live'
          ? agePhrase(general, now.serverNow - fastest.gauge.measuredAt, fastest.freshness)
          : periods.hour
      }
      sources={fastest && new Set([...DERIVED, fastest.gauge.series.source])}
    />
  )
}

/** Names that a tile's line holds. */
const NAMED = 2

export function AboveTile() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const now = useJudged()
  const above = now && registry && aboveLevelOne(now.state, now.judged, registry.villages, gaugeFinder(registry))
  return (
    <Tile
      testId="kpi-above"
      label={t('scenes.above.label')}
      freshness={above?.freshness ?? 'none'}
      raw={above?.reached.length}
      value={above && formatNumber(above.reached.length)}
      unit={above && t('scenes.above.of', { count: above.counted })}
      state={above && stateOf(above)}
      meaning={above ? restOf(above) : now && registry ? t('scenes.above.none') : general('kpi.waiting')}
      when={above && now ? agePhrase(general, now.serverNow - above.measuredAt, above.freshness) : ''}
      sources={above?.sources}
    />
  )

  function stateOf({ reached }: Above) {
    if (reached.length === 0) return { mark: undefined, words: t('scenes.above.fine') }
    return {
      mark: worstMark(reached.map(({ stage }) => markOfStage(stage))),
      words: reached
        .slice(0, NAMED)
        .map(({ name }) => name)
        .join(', '),
    }
  }

  function restOf({ withoutLevel, unheard }: Above): string | readonly string[] {
    if (withoutLevel + unheard === 0) return t('scenes.above.allLevels')
    return [
      ...(unheard > 0 ? [t('scenes.above.unheard', { count: unheard })] : []),
      ...(withoutLevel > 0 ? [t('scenes.above.noLevels', { count: withoutLevel })] : []),
    ]
  }
}
