// Tiles of the river: a village's own level, the fastest rise, and how many villages are at an alarm level.
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { floodStage } from '../../../shared/flood.ts'
import { formatNumber } from '../../design/number-format.ts'
import { changeInHour } from '../../history/day-figures.ts'
import { historyQuery } from '../../history/history-query.ts'
import { TREND_POINTS, TrendLine } from '../../history/trend-line.tsx'
import { agePhrase, stageWords } from '../../i18n/phrases.ts'
import { extremeOf, valuesOf } from '../../overview/extremes.ts'
import { gaugeFinder } from '../../overview/overview.ts'
import { markOfStage, worstMark } from '../../overview/stations.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import type { SceneProps } from '../scenes/scene.ts'
import { Tile } from './tile.tsx'
import { useJudged } from './use-judged.ts'

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
      meaning={
        found
          ? gauge
            ? general('kpi.water.reference', { village: '', gauge: gauge.name }).replace(/^ · /, '')
            : ''
          : t('scenes.extreme.none')
      }
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
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const now = useJudged()
  const live = now ? valuesOf(now.state, 'water_level', now.judged).filter(({ freshness }) => freshness === 'live') : []
  const histories = useQueries({
    queries: live.map(({ series }) => historyQuery(series.id, now?.serverNow, TREND_POINTS)),
  })
  const rises = live.flatMap((one, i) => {
    const history = histories[i]?.data
    const rise = history && changeInHour(history)
    return rise === undefined ? [] : [{ ...one, rise }]
  })
  const [fastest] = rises.sort((a, b) => b.rise - a.rise)
  const isRising = fastest !== undefined && fastest.rise >= LEAST_RISE
  const village = registry?.villages.find(({ id }) => id === fastest?.series.village)?.name
  return (
    <Tile
      testId="kpi-rise"
      label={t('scenes.rise.label')}
      freshness={fastest ? 'live' : now?.judged.isLinkLost ? 'stale' : 'none'}
      raw={fastest?.rise}
      value={fastest && formatNumber(fastest.rise, 2)}
      unit={t('scenes.rise.unit')}
      state={fastest && { mark: undefined, words: isRising ? (village ?? '') : t('scenes.rise.none') }}
      meaning={fastest ? t('scenes.rain.derived') : now ? t('scenes.rise.waiting') : general('kpi.waiting')}
      when={t('scenes.rise.period')}
      sources={fastest && new Set([...DERIVED, fastest.series.source])}
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
  const gaugeOf = gaugeFinder(registry)
  const villages = registry?.villages ?? []
  const withLevels = villages.filter(({ id }) => Object.values(gaugeOf(id)?.levels ?? {}).some(level => level !== null))
  const stages = now
    ? withLevels.flatMap(({ id, name }) => {
        const found = extremeOf(valuesOf(now.state, 'water_level', now.judged, id), 'highest')
        const gauge = gaugeOf(id)
        if (!found || !gauge || found.freshness !== 'live') return []
        const stage = floodStage(found.value, gauge.levels)
        return [{ name, stage, source: found.series.source }]
      })
    : []
  const reached = stages.filter(({ stage }) => stage.kind === 'reached')
  const without = villages.length - withLevels.length
  const isKnown = now !== undefined && registry !== undefined && stages.length > 0
  return (
    <Tile
      testId="kpi-above"
      label={t('scenes.above.label')}
      freshness={isKnown ? (now.judged.isLinkLost ? 'stale' : 'live') : 'none'}
      raw={isKnown ? reached.length : undefined}
      value={isKnown ? formatNumber(reached.length) : undefined}
      unit={isKnown ? t('scenes.above.of', { count: stages.length }) : undefined}
      state={
        isKnown && reached.length > 0
          ? {
              mark: worstMark(reached.map(({ stage }) => markOfStage(stage))),
              words: reached
                .slice(0, NAMED)
                .map(({ name }) => name)
                .join(', '),
            }
          : isKnown
            ? { mark: undefined, words: t('scenes.above.fine') }
            : undefined
      }
      meaning={
        isKnown
          ? without > 0
            ? t('scenes.above.noLevels', { count: without })
            : t('scenes.above.allLevels')
          : general('kpi.waiting')
      }
      when={general('age.now')}
      sources={isKnown ? new Set(stages.map(({ source }) => source)) : undefined}
    />
  )
}
