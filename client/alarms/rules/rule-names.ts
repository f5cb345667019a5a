// What the ids in a rule are called on this page: villages of the registry, stations and series of the live catalogue, other rules.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import type { Registry } from '../../../shared/registry.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { type QuantityWords, useQuantities } from '../../registry/quantity-words.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import type { RuleNames } from './rule-sentences.ts'

type Sources = {
  readonly rules: AlarmState['rules']
  readonly registry: Pick<Registry, 'villages'> | undefined
  readonly catalogue: readonly CatalogueSeries[]
  readonly quantities: QuantityWords
  readonly language: 'vi' | 'en'
}

/** What isn't known goes by its id. Pure. */
export function ruleNames({ rules, registry, catalogue, quantities, language }: Sources): RuleNames {
  const villages = new Map(registry?.villages.map(({ id, name }) => [id, name]))
  const devices = new Map(catalogue.map(({ device, deviceName }) => [device, deviceName]))
  const series = new Map(
    catalogue.map(one => [one.id, `${one.deviceName} · ${quantities.name(one.quantity)}`] as const),
  )
  const device = (id: string) => devices.get(id) ?? id
  const seriesName = (id: string) => series.get(id) ?? id
  return {
    language,
    quantities,
    village: id => villages.get(id) ?? id,
    device,
    series: seriesName,
    target: target => {
      const colon = target.indexOf(':')
      const [kind, id] = [target.slice(0, colon), target.slice(colon + 1)]
      return kind === 'series' ? seriesName(id) : kind === 'device' ? device(id) : id
    },
    rule: id => rules.get(id)?.rule.name[language] ?? id,
  }
}

export function useRuleNames({ rules }: Pick<AlarmState, 'rules'>): RuleNames {
  const { i18n } = useTranslation()
  const { data: registry } = useRegistry()
  const quantities = useQuantities()
  const { catalogue } = useMoment().state
  const language = i18n.language === 'en' ? 'en' : 'vi'
  return useMemo(
    () => ruleNames({ rules, registry, catalogue, quantities, language }),
    [rules, registry, catalogue, quantities, language],
  )
}
