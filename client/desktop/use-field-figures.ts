// The figures of the field, of the province or of one village: stations heard, water against its alarm level, air. Words what the
// overview has judged.
import { useTranslation } from 'react-i18next'
import type { FloodStage } from '../../shared/flood.ts'
import type { Freshness } from '../../shared/freshness.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { formatNumber } from '../design/number-format.ts'
import { formatClock } from '../design/time-format.ts'
import { agePhrase, stageWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { gaugeFinder } from '../overview/overview.ts'
import { useOverview } from '../overview/overview-hooks.ts'
import { markOfStage, worstMark } from '../overview/stations.ts'
import { villageValues } from '../overview/village-values.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { useIsPast } from '../time-machine/time-hooks.ts'
import { aqiCategory } from '../wall/air-figures.ts'
import { useHighestAqi } from '../wall/use-highest-aqi.ts'
import type { FigureFace } from './figure-face.ts'
import { placeTo } from './use-desktop.ts'

/** In the order in which they are shown. @param villageId undefined = the province */
export function useFieldFigures(villageId: string | undefined): readonly FigureFace[] {
  return [useOnline(villageId), useWater(villageId), useAir(villageId)]
}

function useOnline(villageId: string | undefined): FigureFace {
  const isPast = useIsPast()
  const { t: general } = useTranslation()
  const { t } = useTranslation('desktop')
  const overview = useOverview()
  const stations = overview?.stations.filter(({ station }) => villageId === undefined || station.village === villageId)
  const count = (...states: readonly string[]) => stations?.filter(({ state }) => states.includes(state)).length ?? 0
  const [dead, stale] = [count('offline', 'unknown'), count('stale')]
  const isLost = overview?.isLinkLost === true
  const parts = [
    dead > 0 ? general('kpi.online.lost', { value: formatNumber(dead) }) : undefined,
    stale > 0 ? general('kpi.online.stale', { value: formatNumber(stale) }) : undefined,
  ].filter(part => part !== undefined)
  const known = stations && stations.length > 0 ? stations : undefined
  return {
    id: 'online',
    label: general('kpi.online.label'),
    value: known && formatNumber(count('online')),
    unit: known && `/ ${formatNumber(known.length)}`,
    amount: known && count('online'),
    mark: known && (dead > 0 ? 'dead' : stale > 0 ? 'stale' : isLost ? undefined : 'normal'),
    meaning: !overview
      ? general('kpi.waiting')
      : !known
        ? general('desktop.noStations')
        : parts.length > 0
          ? parts.join(' · ')
          : general(isLost ? 'kpi.online.rest.as-last-known' : 'kpi.online.fine'),
    when: overview ? t(isPast ? 'figures.atThatTime' : 'figures.now') : '',
    freshness: overview === undefined ? 'none' : isLost ? 'stale' : 'live',
    sources: new Set(known?.flatMap(({ station }) => station.series.map(({ source }) => source))),
    to: placeTo(villageId === undefined ? {} : { village: villageId }),
  }
}

type Water = {
  readonly series: CatalogueSeries
  readonly value: number
  readonly measuredAt: number
  readonly freshness: Freshness
  readonly stage: FloodStage
}

function useWaterNow(villageId: string | undefined): Water | undefined {
  const overview = useOverview()
  const { state } = useMoment()
  const { data: registry } = useRegistry()
  if (!overview) return undefined
  if (villageId === undefined) return overview.water && { ...overview.water, value: overview.water.metres }
  const gauge = gaugeFinder(registry)(villageId)
  const own = villageValues(state, villageId, overview.at, overview.isLinkLost, gauge).get('water_level')
  return own && { ...own, stage: own.stage ?? { kind: 'unknown' } }
}

function useWater(villageId: string | undefined): FigureFace {
  const { t } = useTranslation()
  const { t: desk } = useTranslation('desktop')
  const { data: registry } = useRegistry()
  const { serverNow } = useMoment()
  const overview = useOverview()
  const water = useWaterNow(villageId)
  const mark = water && markOfStage(water.stage)
  const place = registry?.villages.find(({ id }) => id === water?.series.village)?.name
  return {
    id: 'water',
    label: villageId === undefined ? desk('figures.highestWater') : t('kpi.water.briefLabel'),
    value: water && formatNumber(water.value, 2),
    unit: water?.series.unit,
    amount: water?.value,
    mark: mark === 'normal' ? undefined : worstMark(mark ? [mark] : []),
    meaning: water ? stageWords(t, water.stage) : t(overview ? 'kpi.water.none' : 'kpi.waiting'),
    when: placed(
      villageId === undefined ? place : undefined,
      water && serverNow !== undefined ? agePhrase(t, serverNow - water.measuredAt, water.freshness) : '',
    ),
    freshness: water?.freshness ?? 'none',
    sources: new Set(water ? [water.series.source] : []),
    to: placeTo(water ? { village: water.series.village, station: water.series.device, series: water.series.id } : {}),
  }
}

function useAir(villageId: string | undefined): FigureFace {
  const { t } = useTranslation()
  const { t: wall } = useTranslation('wall')
  const { t: desk } = useTranslation('desktop')
  const { data: registry } = useRegistry()
  const { serverNow } = useMoment()
  const highest = useHighestAqi(villageId)
  const found = highest?.kind === 'found' ? highest : undefined
  const judged = found && aqiCategory(found.aqi.value)
  const place = registry?.villages.find(({ id }) => id === found?.series.village)?.name
  const when = !found
    ? ''
    : found.freshness === 'live' || serverNow === undefined
      ? wall('scenes.aqi.hour', { time: formatClock(found.hourEnd) })
      : agePhrase(t, serverNow - found.hourEnd, found.freshness)
  return {
    id: 'air',
    label: villageId === undefined ? wall('scenes.aqi.label') : desk('figures.air'),
    value: found && formatNumber(found.aqi.value),
    amount: found?.aqi.value,
    mark: judged && judged.mark !== 'normal' ? judged.mark : undefined,
    meaning: judged
      ? wall(`scenes.aqi.${judged.category}`)
      : highest && highest.kind !== 'found'
        ? wall(`scenes.aqi.${highest.kind}`)
        : t('kpi.waiting'),
    when: placed(villageId === undefined ? place : undefined, when),
    freshness: found?.freshness ?? 'none',
    sources: new Set(found ? ['derived' as const, found.series.source] : []),
    to: placeTo(found ? { village: found.series.village, station: found.series.device } : {}),
  }
}

const placed = (place: string | undefined, when: string): string =>
  [place, when].filter(part => part !== undefined && part !== '').join(' · ')
