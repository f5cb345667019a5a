// What a scope stands for: the villages a screen of it may see. Pure.
import type { Registry } from '../../shared/registry.ts'
import { villagesOfUnit } from '../../shared/village-units.ts'

export function villagesOfScope(registry: Registry, scope: string): ReadonlySet<string> | undefined {
  if (scope === 'province') return new Set(registry.villages.map(village => village.id))
  const [kind, id = ''] = scope.split(':')
  if (kind === 'unit') return villagesOfUnit(registry, id)
  return kind === 'village' && registry.villages.some(village => village.id === id) ? new Set([id]) : undefined
}
