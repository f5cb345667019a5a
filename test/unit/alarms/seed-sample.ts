// The default rules, and the simulated stations as the catalogue of a station shows them.
import { alarmSeed } from '../../../server/alarms/seed.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { watchesOf } from '../../../shared/alarms/watches.ts'
import { seriesIdOf } from '../../../shared/ids.ts'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import { aField, registry } from '../simulate/sample.ts'

export const seed = alarmSeed()
export const rules: readonly Rule[] = seed.flatMap(event =>
  event.type === 'alarm.rule-published' ? [event.data.rule] : [],
)
export function ruleOf(id: string): Rule {
  const rule = rules.find(one => one.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

/** @param stepMs no series is expected more often */
export const catalogueOf = (stepMs: number): readonly CatalogueSeries[] =>
  aField()
    .plans.flatMap(plan => plan.quantities.map(quantity => ({ plan, ...quantity })))
    .map(({ plan, code, intervalMs }, n) => ({
      n,
      id: seriesIdOf(plan.id, code),
      device: plan.id,
      deviceName: plan.name,
      village: plan.village,
      quantity: code,
      unit: '',
      lon: plan.lon,
      lat: plan.lat,
      intervalMs: intervalMs === null ? null : Math.max(stepMs, intervalMs),
      source: plan.source,
    }))

export const watchesAt = (catalogue: readonly CatalogueSeries[]) =>
  watchesOf(
    rules.map(rule => ({ rule, version: 1 })),
    { catalogue, registry },
  )
