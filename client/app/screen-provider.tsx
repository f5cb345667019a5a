// One live screen: watches a scope and follows the families of events its page speaks of, all on one socket.
import { type ReactNode, useMemo, useState } from 'react'
import type { Family } from '../../shared/wire.ts'
import { AlarmContext } from '../alarms/alarm-hooks.ts'
import { createAlarmStore } from '../alarms/alarm-store.ts'
import { LiveProvider } from '../live/live-hooks.tsx'
import { ProgrammeContext } from '../programme/programme-hooks.tsx'
import { createProgrammeStore } from '../programme/programme-store.ts'

type Props = {
  readonly scope: string
  /** The same list as long as the page stands. */
  readonly follows: readonly Family[]
  readonly children: ReactNode
}

export function ScreenProvider({ scope, follows, children }: Props) {
  const [programme] = useState(() => createProgrammeStore())
  const [alarms] = useState(() => createAlarmStore())
  const followed = useMemo(
    () => [programme, alarms].filter(({ family }) => follows.includes(family)),
    [programme, alarms, follows],
  )
  return (
    <ProgrammeContext value={programme}>
      <AlarmContext value={alarms}>
        <LiveProvider scope={scope} followed={followed}>
          {children}
        </LiveProvider>
      </AlarmContext>
    </ProgrammeContext>
  )
}
