// Air and weather: the air's index, dust, heat, rain, wind.
import { quantityBoard } from '../boards/quantity-board.tsx'
import { AqiTile } from '../tiles/aqi-tile.tsx'
import { extremeTile } from '../tiles/extreme-tile.tsx'
import { RainTile } from '../tiles/rain-tile.tsx'
import type { Scene } from './scene.ts'

export const air: Scene = {
  id: 'air',
  tiles: [
    { id: 'aqi', Tile: AqiTile },
    extremeTile('pm25', 'highest'),
    extremeTile('air_temperature', 'highest', { name: 'hottest' }),
    { id: 'rain', Tile: RainTile },
    extremeTile('wind_speed', 'highest', { name: 'windiest' }),
    extremeTile('humidity', 'lowest', { name: 'driest' }),
    extremeTile('pm10', 'highest'),
  ],
  Board: quantityBoard(
    { quantity: 'pm25', pick: 'highest' },
    { quantity: 'air_temperature', pick: 'highest' },
    { quantity: 'humidity', pick: 'lowest' },
  ),
  mapLayers: ['rain', 'stations', 'alarms'],
}
