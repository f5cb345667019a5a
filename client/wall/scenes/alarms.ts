// The alarms: the worst one with what to do, and the others; where they are on the map.
import { AlarmPanel } from '../alarm-panel.tsx'
import { AlarmBoard } from '../boards/alarm-board.tsx'
import type { Scene } from './scene.ts'

export const alarms: Scene = {
  id: 'alarms',
  tiles: [],
  Panel: AlarmPanel,
  Board: AlarmBoard,
  mapLayers: ['stations', 'alarms'],
}
