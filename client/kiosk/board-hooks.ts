// The board on a page of the kiosk, and the picture of the stations with the marks of its alarms. Holds no rule.
import { createContext, use, useMemo } from 'react'
import type { UnitBoard } from '../../shared/unit-board/unit-board-schema.ts'
import { PRIORITY_MARK } from '../alarms/priority-mark.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { type Overview, overviewOf } from '../overview/overview.ts'
import { type Mark, worstMark } from '../overview/stations.ts'
import { useRegistry } from '../registry/registry-query.ts'

export const BoardContext = createContext<UnitBoard | undefined>(undefined)

/** @throws outside of a page that has it */
export function useBoard(): UnitBoard {
  const board = use(BoardContext)
  if (!board) throw new Error('no board here')
  return board
}

export function useBoardOverview(board: UnitBoard | undefined): Overview | undefined {
  const moment = useMoment()
  const { data: registry } = useRegistry()
  const marks = useMemo(() => marksOf(board), [board])
  return useMemo(() => overviewOf(moment, registry, marks), [moment, registry, marks])
}

function marksOf(board: UnitBoard | undefined): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const { device, quantity, priority, standing } of board?.work?.alarms ?? []) {
    // That a device is silent its own sign says.
    if (device === null || quantity === 'online' || !STANDS.has(standing)) continue
    const mark = PRIORITY_MARK[priority]
    marks.set(device, worstMark([mark, marks.get(device) ?? mark]) ?? mark)
  }
  return marks
}
const STANDS: ReadonlySet<string> = new Set(['unacknowledged', 'acknowledged'])
