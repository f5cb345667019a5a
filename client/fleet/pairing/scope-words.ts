// The scopes a display can be let in for, in words: the province, and the units of today that have a village.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SelectOption } from '../../kit/select-field.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { unitsWithVillages } from '../../registry/village-units.ts'

const UNIT = 'unit:'

export function useScopeWords(): (scope: string) => string {
  const { t } = useTranslation('fleet')
  const { data: registry } = useRegistry()
  return scope => {
    if (scope === 'province') return t('pairing.province')
    const id = scope.slice(UNIT.length)
    return registry?.units.find(unit => unit.id === id)?.name ?? id
  }
}

/** @param held offered too, whatever it is */
export function useScopes(held: string): readonly SelectOption<string>[] {
  const { data: registry } = useRegistry()
  const words = useScopeWords()
  const scopes = useMemo(() => {
    const units = registry ? unitsWithVillages(registry, registry.asOf).map(({ unit }) => `${UNIT}${unit.id}`) : []
    return [...new Set(['province', ...units, held])]
  }, [registry, held])
  return scopes.map(value => ({ value, label: words(value) }))
}
