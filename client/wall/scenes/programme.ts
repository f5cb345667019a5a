// The programme: the goal, what is met, what is late, what blocks.
import { ProgrammeBoard } from '../boards/programme-board.tsx'
import { NextReportTile } from '../tiles/money-tiles.tsx'
import { CriteriaTile, LateTasksTile, PlanTile, ReportsTile } from '../tiles/programme-tiles.tsx'
import { AppraisalTile, ObstaclesTile } from '../tiles/work-tiles.tsx'
import type { Scene } from './scene.ts'

export const programme: Scene = {
  id: 'programme',
  tiles: [
    { id: 'recognised', Tile: PlanTile },
    { id: 'criteria', Tile: CriteriaTile },
    { id: 'late-tasks', Tile: LateTasksTile },
    { id: 'obstacles', Tile: ObstaclesTile },
    { id: 'appraisal', Tile: AppraisalTile },
    { id: 'reports', Tile: ReportsTile },
    { id: 'next-report', Tile: NextReportTile },
  ],
  Board: ProgrammeBoard,
  mapLayers: ['standing'],
  mapPitch: 30,
}
