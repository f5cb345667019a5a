// What the tests of the rules' pages share: the shipped rules, the shipped catalogue of quantities, the words.
import { createInstance, type TFunction } from 'i18next'
import { type RuleNames, targetNames } from '../../../../client/alarms/rules/rule-names.ts'
import { alarmNames } from '../../../../client/alarms/use-alarm-names.ts'
import { en } from '../../../../client/alarms/words/en.ts'
import { vi } from '../../../../client/alarms/words/vi.ts'
import { quantityWords } from '../../../../client/registry/quantity-words.ts'
import { alarmSeed } from '../../../../server/alarms/seed.ts'
import { loadRegistry } from '../../../../server/registry/seed.ts'
import type { Rule } from '../../../../shared/alarms/rule.ts'
import type { CatalogueSeries } from '../../../../shared/protocol.ts'

export const registry = loadRegistry()
export const shippedRules: readonly Rule[] = alarmSeed().flatMap(event =>
  event.type === 'alarm.rule-published' ? [event.data.rule] : [],
)

export const series = (village: string, quantity: string, device = `${village}-${quantity}`): CatalogueSeries => ({
  n: 0,
  id: `${device}.${quantity}`,
  device,
  deviceName: `Trạm ${device}`,
  village,
  quantity,
  unit: 'm',
  lon: 105.6,
  lat: 10.4,
  intervalMs: 600_000,
  source: 'measured',
})

export function wordsIn(language: 'vi' | 'en'): TFunction<'alarms'> {
  const words = createInstance()
  void words.init({
    lng: language,
    defaultNS: 'alarms',
    resources: { vi: { alarms: vi }, en: { alarms: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return words.getFixedT(language, 'alarms')
}

export function namesIn(language: 'vi' | 'en', catalogue: readonly CatalogueSeries[] = []): RuleNames {
  const quantities = quantityWords(registry.quantities, language)
  const rules = new Map(shippedRules.map(rule => [rule.id, { rule, version: 1, by: 'seed:rules', at: 0, eventId: 1 }]))
  const state = { rules, alarms: new Map() }
  return { ...alarmNames({ state, registry, quantities, language }), ...targetNames(catalogue, quantities) }
}

export function shipped(id: string): Rule {
  const rule = shippedRules.find(one => one.id === id)
  if (!rule) throw new Error(`no shipped rule ${id}`)
  return rule
}
