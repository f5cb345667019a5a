// Binds the overview to React: one computation a second, shared by every panel of a page through context.
import { createContext, use, useMemo } from 'react'
import { useAlarmStateIfFollowed } from '../alarms/alarm-hooks.ts'
import { alarmMarks } from '../alarms/alarm-marks.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { type Overview, overviewOf } from './overview.ts'

export const OverviewContext = createContext<Overview | undefined>(undefined)

/** Computes; a page calls it once and hands the result down by <OverviewContext>. */
export function useComputedOverview(): Overview | undefined {
  const moment = useMoment()
  const { data: registry } = useRegistry()
  const alarms = useAlarmStateIfFollowed()
  const marks = useMemo(() => alarmMarks(alarms), [alarms])
  return useMemo(() => overviewOf(moment, registry, marks), [moment, registry, marks])
}

export const useOverview = (): Overview | undefined => use(OverviewContext)
