// The newest values of the everyday quantities of a village: with age, source, and the limit that an alarm rule holds beside each.
import { useTranslation } from 'react-i18next'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import type { FigureFace } from '../desktop/figure-face.ts'
import { agePhrase, ageWords, stageWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { limitBeside } from '../overview/limit-beside.ts'
import { gaugeFinder } from '../overview/overview.ts'
import { useOverview } from '../overview/overview-hooks.ts'
import { markOfStage } from '../overview/stations.ts'
import { EVERYDAY_QUANTITIES, type VillageValue, villageValues } from '../overview/village-values.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { comparedAs, type Measure, scaleOf } from './difference.ts'

export type EverydayCell = { readonly figure: FigureFace; readonly measure: Measure | undefined }

/** The water stands in a row of its own, against its alarm levels. */
const QUANTITIES = EVERYDAY_QUANTITIES.filter(quantity => quantity !== 'water_level')

export function useEverydayCells(villageId: string): readonly EverydayCell[] {
  const { t } = useTranslation()
  const { t: own } = useTranslation('compare')
  const { state, serverNow } = useMoment()
  const { state: alarms } = useAlarmPicture()
  const overview = useOverview()
  const words = useQuantities()
  const { data: registry } = useRegistry()
  const values =
    overview && villageValues(state, villageId, overview.at, overview.isLinkLost, gaugeFinder(registry)(villageId))
  return QUANTITIES.map(code => {
    const one = values?.get(code)
    const mark = one?.stage && markOfStage(one.stage)
    const quantity = registry?.quantities.find(known => known.code === code)
    const freshness = one?.freshness ?? 'none'
    return {
      figure: {
        id: code,
        label: words.name(code),
        value: one && words.value(code, one.value),
        unit: words.unit(code),
        mark: mark === 'normal' ? undefined : mark,
        meaning: one ? meaningOf(one) : t(overview ? 'freshness.none' : 'kpi.waiting'),
        when:
          one && serverNow !== undefined
            ? `${agePhrase(t, serverNow - one.measuredAt, one.freshness)} · ${t(`source.${one.series.source}`)}`
            : '',
        freshness,
        sources: new Set(one ? [one.series.source] : []),
        to: '',
      },
      measure: quantity && {
        amount: one?.value,
        of: comparedAs(quantity, one?.series.intervalMs ?? quantity.intervalMs),
        unit: words.unit(code),
        decimals: quantity.decimals,
        scale: scaleOf(quantity),
        isCount: quantity.unit === COUNTED,
        freshness,
      },
    }
  })

  /** The flood stage; else how long it fell; else the mildest limit that a rule watches it by. */
  function meaningOf({ stage, series, quantity, value }: VillageValue): string {
    if (stage) return stageWords(t, stage)
    if (quantity === 'rainfall' && series.intervalMs !== null)
      return own('villages.within', { span: ageWords(t, series.intervalMs) })
    const rules = [...(alarms?.rules.values() ?? [])].map(({ rule }) => rule)
    const limit = limitBeside(rules, series, value, 'high')
    if (!limit) return own('villages.noLimit')
    const at = `${words.value(quantity, limit.at)}\u00a0${words.unit(quantity)}`.trimEnd()
    return own(limit.isInternal ? 'villages.limitInternal' : 'villages.limit', { at })
  }
}

/** UCUM's annotation of a number of things. */
const COUNTED = '{count}'
