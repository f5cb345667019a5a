// The wall's tiles of the field. Each only words what the overview has already judged.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Freshness } from '../../../shared/freshness.ts'
import { formatNumber } from '../../design/number-format.ts'
import { TrendLine } from '../../history/trend-line.tsx'
import { agePhrase, ageWords, stageWords } from '../../i18n/phrases.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import type { Overview } from '../../overview/overview.ts'
import { useOverview } from '../../overview/overview-hooks.ts'
import { type Mark, markOfStage } from '../../overview/stations.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { heardRest } from '../field-figures.ts'
import { Tile } from './tile.tsx'
import { usePictureAge } from './use-picture-age.ts'

/** Counts are made by the screen itself: as fresh as its link. */
const countFreshness = (overview: Overview | undefined): Freshness =>
  overview === undefined ? 'none' : overview.isLinkLost ? 'stale' : 'live'

const MARK_OF_FRESHNESS = { none: undefined, live: 'normal', stale: 'stale', dead: 'dead' } as const satisfies Record<
  Freshness,
  Mark | undefined
>

/** What is amiss, worst first, each with its shape; empty when every station is heard. */
function complaintsOf(t: TFunction, count: Overview['count']): readonly { mark: Mark; words: string }[] {
  const all = [
    { mark: 'dead', value: count.offline, key: 'kpi.online.lost' },
    { mark: 'dead', value: count.unknown, key: 'kpi.online.unknown' },
    { mark: 'stale', value: count.stale, key: 'kpi.online.stale' },
  ] as const
  return all.flatMap(({ mark, value, key }) =>
    value > 0 ? [{ mark, words: t(key, { value: formatNumber(value) }) }] : [],
  )
}

export function OnlineTile() {
  const { t } = useTranslation()
  const overview = useOverview()
  const when = usePictureAge(t)
  const [worst, ...others] = overview ? complaintsOf(t, overview.count) : []
  const rest = overview && heardRest(overview.count.online, overview.stations.length, overview.isLinkLost)
  return (
    <Tile
      testId="kpi-online"
      label={t('kpi.online.label')}
      freshness={countFreshness(overview)}
      raw={overview?.count.online}
      value={overview && formatNumber(overview.count.online)}
      unit={overview && `/ ${formatNumber(overview.stations.length)}`}
      state={worst ?? (rest === 'all-heard' ? { mark: 'normal', words: t('kpi.online.fine') } : undefined)}
      meaning={
        rest
          ? [...others.map(({ words }) => words), ...(others.length > 0 && rest !== 'as-last-known' ? [] : restWords())]
          : t('kpi.waiting')
      }
      when={when}
      sources={overview?.sources}
    />
  )

  function restWords(): readonly string[] {
    return !rest || rest === 'none-heard' ? [] : [t(`kpi.online.rest.${rest}`)]
  }
}

/** Below this range a trend is noise. */
const SMALLEST_TREND_METRES = 0.2

export function WaterTile() {
  const { t } = useTranslation()
  const overview = useOverview()
  const { serverNow } = useMoment()
  const { data: registry } = useRegistry()
  const water = overview?.water
  const village = registry?.villages.find(({ id }) => id === water?.series.village)?.name ?? water?.series.village
  const meaning = [
    ...(village === undefined ? [] : [village]),
    ...(water?.gauge ? [t('kpi.water.gauge', { gauge: water.gauge.name })] : []),
  ]
  return (
    <Tile
      testId="kpi-water"
      label={t('kpi.water.label')}
      freshness={water?.freshness ?? 'none'}
      raw={water?.metres}
      value={water && formatNumber(water.metres, 2)}
      unit={water?.series.unit}
      state={
        water && {
          mark: markOfStage(water.stage) === 'normal' ? undefined : markOfStage(water.stage),
          words: stageWords(t, water.stage),
        }
      }
      meaning={water ? meaning : t(overview ? 'kpi.water.none' : 'kpi.waiting')}
      when={water && serverNow !== undefined ? agePhrase(t, serverNow - water.measuredAt, water.freshness) : ''}
      sources={water && new Set([water.series.source])}
    >
      {water && serverNow !== undefined && (
        <TrendLine
          seriesId={water.series.id}
          intervalMs={water.series.intervalMs}
          serverNow={serverNow}
          smallestRange={SMALLEST_TREND_METRES}
        />
      )}
    </Tile>
  )
}

export function OldestTile() {
  const { t } = useTranslation()
  const overview = useOverview()
  const when = usePictureAge(t)
  const { data: registry } = useRegistry()
  const oldest = overview?.oldest
  const village = registry?.villages.find(({ id }) => id === oldest?.station.village)?.name ?? oldest?.station.village
  const freshness = overview?.isLinkLost ? 'stale' : oldest ? 'live' : 'none'
  const sources = oldest && new Set(oldest.station.series.map(({ source }) => source))
  const [number, unit] = oldest ? splitAge(ageWords(t, oldest.ageMs)) : [undefined, undefined]
  return (
    <Tile
      testId="kpi-oldest"
      label={t('kpi.oldest.label')}
      freshness={freshness}
      raw={oldest?.ageMs}
      value={number}
      unit={unit}
      state={oldest && { mark: MARK_OF_FRESHNESS[oldest.freshness], words: oldest.station.name }}
      meaning={
        oldest
          ? [
              ...(village === undefined ? [] : [village]),
              t('kpi.oldest.interval', { interval: ageWords(t, oldest.intervalMs) }),
            ]
          : t(overview ? 'kpi.oldest.none' : 'kpi.waiting')
      }
      when={when}
      sources={sources}
    />
  )
}

/** "12 phút" to its number and its unit, so that the number can stand large. */
function splitAge(words: string): readonly [string, string] {
  const at = words.indexOf(' ')
  return [words.slice(0, at), words.slice(at + 1)]
}
