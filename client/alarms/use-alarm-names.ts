// The names that sentences about alarms need, from the alarms' state and the registry. Holds no rule.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmState } from '../../shared/alarms/state.ts'
import type { Registry } from '../../shared/registry.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import { useRegistry } from '../registry/registry-query.ts'
import type { AlarmNames } from './alarm-names.ts'

type Sources = Pick<AlarmNames, 'state' | 'quantities' | 'language'> & {
  readonly registry: Pick<Registry, 'units' | 'villages'> | undefined
}

/** Until the registry is here, villages and units go by their id. Pure. */
export function alarmNames({ registry, ...known }: Sources): AlarmNames {
  const units = new Map(registry?.units.map(({ id, name }) => [id, name]))
  const villages = new Map(registry?.villages.map(({ id, name }) => [id, name]))
  return { ...known, unitName: id => units.get(id) ?? id, villageName: id => villages.get(id) ?? id }
}

export function useAlarmNames(state: AlarmState): AlarmNames {
  const { i18n } = useTranslation()
  const { data: registry } = useRegistry()
  const quantities = useQuantities()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  return useMemo(() => alarmNames({ state, quantities, language, registry }), [state, registry, quantities, language])
}
