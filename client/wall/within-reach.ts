// What a wall shows of its profile when it may not follow everything: scenes that would wait for ever for what they speak of are left
// out. Pure.
import type { DisplayProfile, SceneTurn } from '../../shared/displays/profile.ts'
import type { SceneId } from '../../shared/displays/scene.ts'
import type { Family } from '../../shared/wire.ts'

const SPEAKS_OF: Readonly<Record<SceneId, readonly Family[]>> = {
  overview: ['programme', 'alarm'],
  village: ['programme'],
  water: [],
  air: [],
  crops: [],
  programme: ['programme'],
  funding: ['programme'],
  alarms: ['alarm'],
}
/** A group of which nothing is left shows the field: everybody may see that. */
const FIELD: readonly SceneTurn[] = (['water', 'air', 'crops'] as const).map(scene => ({ scene, seconds: 25 }))

export const isWithinReach = (scene: SceneId, follows: readonly Family[]): boolean =>
  SPEAKS_OF[scene].every(family => follows.includes(family))

/** The same profile when nothing is left out. */
export function withinReach(profile: DisplayProfile, follows: readonly Family[]): DisplayProfile {
  const groups = profile.groups.map(group => {
    const turns = group.turns.filter(({ scene }) => isWithinReach(scene, follows))
    return { ...group, turns: turns.length > 0 ? turns : FIELD }
  })
  const isWhole = profile.groups.every(({ turns }, i) => turns.length === groups[i]?.turns.length)
  return isWhole ? profile : { ...profile, groups }
}
