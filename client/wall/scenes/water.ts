// Water and tide: levels against the alarm levels, how fast they rise, salt and oxygen, pumps and gates.
import { quantityBoard } from '../boards/quantity-board.tsx'
import { extremeTile } from '../tiles/extreme-tile.tsx'
import { WaterTile } from '../tiles/kpi-tiles.tsx'
import { AboveTile, RiseTile } from '../tiles/water-tiles.tsx'
import { GatesTile, PumpsTile } from '../tiles/works-tiles.tsx'
import type { Scene } from './scene.ts'

export const water: Scene = {
  id: 'water',
  tiles: [
    { id: 'water', Tile: WaterTile },
    { id: 'above', Tile: AboveTile },
    { id: 'rise', Tile: RiseTile },
    extremeTile('salinity', 'highest'),
    extremeTile('dissolved_oxygen', 'lowest'),
    { id: 'pumps', Tile: PumpsTile },
    { id: 'gates', Tile: GatesTile },
  ],
  Board: quantityBoard(
    { quantity: 'water_level', pick: 'highest' },
    { quantity: 'salinity', pick: 'highest' },
    { quantity: 'dissolved_oxygen', pick: 'lowest' },
  ),
  mapLayers: ['water', 'alarms'],
}
