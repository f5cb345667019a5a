// Money and reports: what is disbursed, which source lags, which reports came.
import { FundingBoard } from '../boards/funding-board.tsx'
import { FundingAllTile, LeastSourceTile, MissingReportsTile, NextReportTile } from '../tiles/money-tiles.tsx'
import { FundingTile, ReportsTile } from '../tiles/programme-tiles.tsx'
import type { Scene } from './scene.ts'

export const funding: Scene = {
  id: 'funding',
  tiles: [
    { id: 'funding', Tile: FundingTile },
    { id: 'funding-all', Tile: FundingAllTile },
    { id: 'least-source', Tile: LeastSourceTile },
    { id: 'reports', Tile: ReportsTile },
    { id: 'missing-reports', Tile: MissingReportsTile },
    { id: 'next-report', Tile: NextReportTile },
  ],
  Board: FundingBoard,
  mapLayers: ['standing'],
}
