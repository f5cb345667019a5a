// What the ids in a rule are called: as in sentences about alarms, and what it watches as the live catalogue has it.
import { useMemo } from 'react'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { targetOf } from '../../../shared/alarms/target.ts'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { type QuantityWords, useQuantities } from '../../registry/quantity-words.ts'
import type { AlarmNames } from '../alarm-names.ts'
import { useAlarmNames } from '../use-alarm-names.ts'

type TargetNames = {
  readonly deviceName: (id: string) => string
  readonly seriesName: (id: string) => string
  /** Of a target as it is spelt: `series:<id>`, `device:<id>` … */
  readonly targetName: (target: string) => string
  /** Null = of none, or not in the catalogue any more. */
  readonly villageOf: (target: string) => string | null
}
export type RuleNames = AlarmNames & TargetNames

/** What isn't known goes by its id. Pure. */
export function targetNames(catalogue: readonly CatalogueSeries[], quantities: QuantityWords): TargetNames {
  const known = new Map<string, { readonly name: string; readonly village: string }>()
  for (const { id, device, deviceName, quantity, village } of catalogue) {
    known.set(targetOf.device(device), { name: deviceName, village })
    known.set(targetOf.series(id), { name: `${deviceName} · ${quantities.name(quantity)}`, village })
  }
  const targetName = (target: string) => known.get(target)?.name ?? target.slice(target.indexOf(':') + 1)
  return {
    deviceName: id => targetName(targetOf.device(id)),
    seriesName: id => targetName(targetOf.series(id)),
    targetName,
    villageOf: target => known.get(target)?.village ?? null,
  }
}

export function useRuleNames(state: AlarmState): RuleNames {
  const names = useAlarmNames(state)
  const quantities = useQuantities()
  const { catalogue } = useMoment().state
  const targets = useMemo(() => targetNames(catalogue, quantities), [catalogue, quantities])
  return useMemo(() => ({ ...names, ...targets }), [names, targets])
}
