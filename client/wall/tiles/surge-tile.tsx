// At how many light traps the planthoppers surge against the nights before: our own rule, and said to be.
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAlarmPicture } from '../../alarms/alarm-hooks.ts'
import { PRIORITY_MARK } from '../../alarms/priority-mark.ts'
import { formatNumber } from '../../design/number-format.ts'
import { nightsQuery } from '../../history/nights-query.ts'
import { agePhrase } from '../../i18n/phrases.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { type Surges, surgeRule, surgesOf, trapsHeard } from '../crop-figures.ts'
import { Tile } from './tile.tsx'
import { useJudged } from './use-judged.ts'
import { usePeriods } from './use-periods.ts'

export function SurgeTile() {
  const periods = usePeriods()
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const { state: alarms } = useAlarmPicture()
  const now = useJudged()
  const rule = alarms && surgeRule([...alarms.rules.values()].map(held => held.rule))
  const traps = now ? trapsHeard(now.state, now.judged) : []
  const nights = useQueries({
    queries: traps.map(({ series }) => nightsQuery(series.id, now?.serverNow, rule?.nights ?? 0)),
  })
  const found =
    rule &&
    surgesOf(
      traps,
      nights.map(({ data }) => data),
      rule,
      now?.judged.isLinkLost ?? false,
    )
  const mildest = rule?.levels.find(({ at }) => at !== null)?.at ?? undefined
  return (
    <Tile
      testId="kpi-surge"
      label={t('scenes.surge.label')}
      freshness={found?.freshness ?? 'none'}
      raw={found?.surging.length}
      value={found && formatNumber(found.surging.length)}
      unit={found && t('scenes.surge.of', { count: found.judged })}
      state={found && stateOf(found)}
      meaning={meaningOf()}
      when={
        found && now
          ? found.freshness === 'live'
            ? periods.night
            : agePhrase(general, now.serverNow - found.measuredAt, found.freshness)
          : ''
      }
      sources={found?.sources}
    />
  )

  function stateOf({ surging: [strongest] }: Surges) {
    if (!strongest) return { mark: undefined, words: t('scenes.surge.none') }
    const name = registry?.villages.find(({ id }) => id === strongest.trap.series.village)?.name
    const times = `×${formatNumber(strongest.times, 1)}`
    return {
      mark: PRIORITY_MARK[strongest.level.priority],
      words: name === undefined ? times : `${name} ${times}`,
    }
  }

  function meaningOf(): string | readonly string[] {
    if (!now || !alarms) return general('kpi.waiting')
    if (!rule || mildest === undefined) return t('scenes.extreme.noLimit')
    if (!found) return traps.length === 0 ? t('scenes.extreme.none') : t('scenes.surge.short')
    return [
      t('scenes.surge.rule', { at: formatNumber(mildest), count: rule.nights }),
      ...(found.unjudged > 0 ? [t('scenes.surge.unjudged', { count: found.unjudged })] : []),
    ]
  }
}
