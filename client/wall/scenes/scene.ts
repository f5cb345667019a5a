// What makes a scene: its tiles, what the map shows meanwhile, and a board for walls with room. The page decides what fits.
import type { ComponentType } from 'react'
import type { SceneId } from '../../../shared/displays/scene.ts'
import type { MapLayerId } from '../../map/layers/layer-ids.ts'

/** `villageId` is there in a village's scene. */
export type SceneProps = { readonly villageId?: string | undefined }

/** `hasBoard`: the scene's board stands on another screen of the wall. */
export type PanelProps = SceneProps & { readonly hasBoard: boolean }

export type SceneTile = { readonly id: string; readonly Tile: ComponentType<SceneProps> }

/** At most so many tiles stand beside the map. */
export const MAX_TILES = 7

export type Scene = {
  readonly id: SceneId
  /** By importance, 5 to MAX_TILES; where room is short the last ones go. Empty where a panel stands in their place. */
  readonly tiles: readonly SceneTile[]
  /** Takes the place of the tiles. */
  readonly Panel?: ComponentType<PanelProps>
  /** A large overview for a screen of its own, on walls that have one to spare. */
  readonly Board: ComponentType<SceneProps>
  readonly mapLayers: readonly MapLayerId[]
  /** Degrees; only where something is extruded. */
  readonly mapPitch?: number
}
