// What a wall shows while it replays an incident: the scene of its place, and where the map looks. Pure.
import type { ReplayedIncident } from '../../../shared/displays/api-schema.ts'
import type { ShownScene } from '../../../shared/displays/scene.ts'
import type { Family } from '../../../shared/wire.ts'
import type { MapCamera } from '../../map/camera.ts'
import { isWithinReach } from '../within-reach.ts'

export type ReplayView = { readonly scene: ShownScene; readonly camera: MapCamera }

/** Where the display may not follow what the scene speaks of, the water: an incident here is mostly of it, and everybody may see it. */
export function replayView(
  { village }: Pick<ReplayedIncident, 'village'>,
  villageIds: readonly string[],
  follows: readonly Family[],
): ReplayView {
  const villageId = villageIds.find(id => id === village)
  const camera: MapCamera = villageId === undefined ? { kind: 'province' } : { kind: 'village', villageId }
  const wanted: ShownScene = villageId === undefined ? { scene: 'overview' } : { scene: 'village', villageId }
  return { scene: isWithinReach(wanted.scene, follows) ? wanted : { scene: 'water' }, camera }
}
