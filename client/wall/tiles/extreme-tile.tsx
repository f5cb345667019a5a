// The highest or lowest value of a quantity: where, how it moved in the last hour, and the limit it is held against.
import { useTranslation } from 'react-i18next'
import { useAlarmPicture } from '../../alarms/alarm-hooks.ts'
import { PRIORITY_MARK } from '../../alarms/priority-mark.ts'
import { formatNumber } from '../../design/number-format.ts'
import { changeInHour } from '../../history/day-figures.ts'
import { useHistory } from '../../history/history-query.ts'
import { TREND_POINTS, TrendLine } from '../../history/trend-line.tsx'
import { agePhrase } from '../../i18n/phrases.ts'
import { extremeOf, type Pick, valuesOf } from '../../overview/extremes.ts'
import { type Limit, limitBeside, limitPhrase } from '../../overview/limit-beside.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import type { SceneProps } from '../scenes/scene.ts'
import { Tile } from './tile.tsx'
import { useJudged } from './use-judged.ts'
import { usePeriods } from './use-periods.ts'

export type ExtremeAbout = {
  /** Of a quantity that is reported once a night: no hour, no line. */
  readonly isNightly?: boolean
  /** A name of its own, shorter than the quantity's. */
  readonly name?: 'hottest' | 'driest' | 'windiest' | 'planthoppers'
}
type Props = SceneProps & {
  readonly quantity: string
  readonly pick: Pick
  readonly about?: ExtremeAbout
}

const PLAIN: ExtremeAbout = {}
/** Of the quantity's range, what is worth drawing. */
const SMALLEST_STEPS = 10

export function ExtremeTile({ quantity, pick, about: { isNightly = false, name } = PLAIN, villageId }: Props) {
  const periods = usePeriods()
  const { t: general, i18n } = useTranslation()
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const now = useJudged()
  const { state: alarms } = useAlarmPicture()
  const about = registry?.quantities.find(({ code }) => code === quantity)
  const found = now && extremeOf(valuesOf(now.state, quantity, now.judged, villageId), pick)
  const history = useHistory(isNightly ? undefined : found?.series.id, now?.serverNow, TREND_POINTS).data
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const decimals = about?.decimals ?? 2
  const words = (value: number) => `${formatNumber(value, decimals)} ${about?.unitLabel[language] ?? ''}`.trimEnd()
  const rules = alarms && [...alarms.rules.values()].map(({ rule }) => rule)
  const limit = found && rules && limitBeside(rules, found.series, found.value, pick === 'highest' ? 'high' : 'low')
  const village = registry?.villages.find(({ id }) => id === found?.series.village)?.name
  const quantityName = about?.name[language] ?? quantity
  const label = name
    ? t(`scenes.extreme.${name}`)
    : villageId === undefined
      ? t(`scenes.extreme.${pick}`, { quantity: nameWithin(quantityName, language) })
      : quantityName
  // Of an old value nobody knows whether it still moves.
  const change = history && found?.freshness === 'live' ? changeInHour(history) : undefined
  const meaning = [
    villageId === undefined ? village : undefined,
    change === undefined ? undefined : changeWords(change),
  ].filter(part => part !== undefined)

  function changeWords(by: number): string {
    const size = formatNumber(Math.abs(by), decimals)
    if (!/[1-9]/.test(size)) return t('scenes.extreme.steady')
    return t(by > 0 ? 'scenes.extreme.up' : 'scenes.extreme.down', { change: size })
  }
  return (
    <Tile
      testId={`kpi-${quantity}-${pick}`}
      label={label}
      freshness={found?.freshness ?? 'none'}
      raw={found?.value}
      value={found && formatNumber(found.value, decimals)}
      unit={about?.unitLabel[language]}
      state={found && stateOf(limit)}
      meaning={found ? meaning : t('scenes.extreme.none')}
      when={
        found && now
          ? isNightly && found.freshness === 'live'
            ? periods.night
            : agePhrase(general, now.serverNow - found.measuredAt, found.freshness)
          : ''
      }
      sources={found && new Set([found.series.source])}
    >
      {found && now && !isNightly && (
        <TrendLine
          seriesId={found.series.id}
          intervalMs={found.series.intervalMs}
          serverNow={now.serverNow}
          smallestRange={SMALLEST_STEPS * 10 ** -decimals}
        />
      )}
    </Tile>
  )

  function stateOf(beside: Limit | undefined) {
    if (!beside) return { mark: undefined, words: t('scenes.extreme.noLimit') }
    return {
      mark: beside.isReached ? PRIORITY_MARK[beside.level.priority] : undefined,
      words: t(`scenes.extreme.limit.${limitPhrase(beside)}`, {
        level: beside.level.name,
        at: words(beside.at),
        bare: formatNumber(beside.at, decimals),
      }),
    }
  }
}

/** In the middle of a label English writes it small, unless it is a formula. */
const nameWithin = (name: string, language: 'vi' | 'en'): string =>
  language === 'en' && !/^[A-Z]+[\d.₂₃]|^pH/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** A tile for a scene. */
export const extremeTile = (quantity: string, pick: Pick, about: ExtremeAbout = PLAIN) => ({
  id: `${quantity}-${pick}`,
  Tile: ({ villageId }: SceneProps) => (
    <ExtremeTile quantity={quantity} pick={pick} about={about} villageId={villageId} />
  ),
})
