// Crops and pests: planthoppers in the light traps, the soil, the water that reaches it.
import { quantityBoard } from '../boards/quantity-board.tsx'
import { extremeTile } from '../tiles/extreme-tile.tsx'
import { SurgeTile } from '../tiles/surge-tile.tsx'
import { PumpsTile } from '../tiles/works-tiles.tsx'
import type { Scene } from './scene.ts'

export const crops: Scene = {
  id: 'crops',
  tiles: [
    extremeTile('light_trap_count', 'highest', { isNightly: true, name: 'planthoppers' }),
    { id: 'surge', Tile: SurgeTile },
    extremeTile('soil_moisture', 'lowest'),
    extremeTile('soil_ph', 'lowest'),
    extremeTile('soil_temperature', 'highest'),
    { id: 'pumps', Tile: PumpsTile },
    extremeTile('soil_moisture', 'highest'),
  ],
  Board: quantityBoard(
    { quantity: 'light_trap_count', pick: 'highest' },
    { quantity: 'soil_moisture', pick: 'lowest' },
    { quantity: 'soil_ph', pick: 'lowest' },
  ),
  mapLayers: ['pests', 'stations', 'alarms'],
}
