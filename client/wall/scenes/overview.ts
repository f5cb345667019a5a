// The province at a glance: the goal, the river, the field, what is late, the money, the alarms.
import { VillageBoard } from '../boards/village-board.tsx'
import { OpenAlarmsTile } from '../tiles/alarms-tile.tsx'
import { OldestTile, OnlineTile, WaterTile } from '../tiles/kpi-tiles.tsx'
import { FundingTile, LateTasksTile, PlanTile } from '../tiles/programme-tiles.tsx'
import type { Scene } from './scene.ts'

export const overview: Scene = {
  id: 'overview',
  tiles: [
    { id: 'recognised', Tile: PlanTile },
    { id: 'water', Tile: WaterTile },
    { id: 'online', Tile: OnlineTile },
    { id: 'late-tasks', Tile: LateTasksTile },
    { id: 'funding', Tile: FundingTile },
    { id: 'open-alarms', Tile: OpenAlarmsTile },
    { id: 'oldest', Tile: OldestTile },
  ],
  Board: VillageBoard,
  mapLayers: ['stations', 'alarms', 'links'],
}
