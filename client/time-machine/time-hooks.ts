// Binds the time machine to React. Holds no rule.
import { createContext, use, useSyncExternalStore } from 'react'
import type { TimeMachine, TimeView } from './time-machine.ts'

export type Time = {
  readonly machine: TimeMachine
  /** The page shows the past; else it could. */
  readonly isPast: boolean
}

/** Undefined on pages that only show now. */
export const TimeContext = createContext<Time | undefined>(undefined)

export const useTime = (): Time | undefined => use(TimeContext)

/** Whether what is shown is of the past: nothing is entered then, nothing rings. */
export const useIsPast = (): boolean => use(TimeContext)?.isPast ?? false

export const useTimeView = ({ onChange, view }: TimeMachine): TimeView => useSyncExternalStore(onChange, view)
