// The HTTP interface of the units' boards.
import { type Operation, ok, problems } from '../operation.ts'
import { unitBoardSchema } from './unit-board-schema.ts'

export const UNIT_BOARD_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/v1/units/:unit/board',
    id: 'unitBoard',
    vi: 'Bảng của một đơn vị: làng, nhiệm vụ, báo cáo, vướng mắc, cảnh báo, trạm của riêng đơn vị đó',
    en: "A unit's board: its own villages, tasks, reports, obstacles, alarms and stations",
    answers: [ok('the board', unitBoardSchema), ...problems([404, 'no such unit, or not for who asks'])],
  },
]
