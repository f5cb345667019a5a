// Reads the versioned seed data (villages, units, gauges, quantities) and checks that its references hold.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  gaugesSeedSchema,
  quantitiesSeedSchema,
  type Registry,
  unitsSeedSchema,
  villagesSeedSchema,
} from '../../shared/registry.ts'

const SEED_FOLDER = join(import.meta.dirname, 'seed')

/** @throws Error naming the file when a seed is malformed or refers to something that isn't there */
export function loadRegistry(folder: string = SEED_FOLDER): Registry {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { units, sources, asOf } = unitsSeedSchema.parse(read('units.json'))
  const { villages, targets, sources: villageSources } = villagesSeedSchema.parse(read('villages.json'))
  const { gauges, sources: gaugeSources } = gaugesSeedSchema.parse(read('gauges.json'))
  const { quantities } = quantitiesSeedSchema.parse(read('quantities.json'))
  const registry: Registry = {
    asOf,
    units,
    villages,
    targets,
    gauges,
    quantities,
    sources: { ...sources, ...villageSources, ...gaugeSources },
  }
  const broken = danglingReferences(registry)
  if (broken.length > 0) throw new Error(`seed data refer to what isn't there: ${broken.join(', ')}`)
  return registry
}

/** References of the registry that lead nowhere, as `from → to`. */
export function danglingReferences({ units, villages, gauges, sources }: Registry): string[] {
  const unitIds = new Set(units.map(unit => unit.id))
  const gaugeIds = new Set(gauges.map(gauge => gauge.id))
  const lost = (from: string, to: string | null, known: { has: (id: string) => boolean }) =>
    to === null || known.has(to) ? [] : [`${from} → ${to}`]
  const sourceKeys = new Set(Object.keys(sources))
  return [
    ...units.flatMap(u => [
      ...lost(u.id, u.parent, unitIds),
      ...lost(u.id, u.successor, unitIds),
      ...lost(u.id, u.source, sourceKeys),
    ]),
    ...gauges.flatMap(g => lost(g.id, g.source, sourceKeys)),
    ...villages.flatMap(v => [
      ...v.links.flatMap(link => lost(v.id, link.unit, unitIds)),
      ...lost(v.id, v.gauge, gaugeIds),
      ...lost(v.id, v.recognition.source, sourceKeys),
    ]),
  ]
}
