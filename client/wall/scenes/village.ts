// One village: its water, air and soil, its works, what it meets of the criteria.
import { VillageSheet } from '../boards/village-sheet.tsx'
import { extremeTile } from '../tiles/extreme-tile.tsx'
import { VillageMetTile, VillageStationsTile } from '../tiles/village-tiles.tsx'
import { VillageWaterTile } from '../tiles/water-tiles.tsx'
import { PumpsTile } from '../tiles/works-tiles.tsx'
import type { Scene } from './scene.ts'

export const village: Scene = {
  id: 'village',
  tiles: [
    { id: 'village-met', Tile: VillageMetTile },
    { id: 'village-water', Tile: VillageWaterTile },
    extremeTile('pm25', 'highest'),
    extremeTile('salinity', 'highest'),
    { id: 'village-stations', Tile: VillageStationsTile },
    extremeTile('soil_moisture', 'lowest'),
    { id: 'pumps', Tile: PumpsTile },
  ],
  Board: VillageSheet,
  mapLayers: ['stations', 'alarms', 'works'],
}
