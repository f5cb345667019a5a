// One live screen: watches a scope and follows the families of events its page speaks of, all on one socket.
import { type ReactNode, use, useMemo, useState } from 'react'
import type { Family } from '../../shared/wire.ts'
import { AlarmContext } from '../alarms/alarm-hooks.ts'
import { createAlarmStore } from '../alarms/alarm-store.ts'
import { DeskContext } from '../desk/desk-hooks.ts'
import { createDeskStore } from '../desk/desk-store.ts'
import { DisplayAgentContext, DisplayContext } from '../displays/display-hooks.tsx'
import { createDisplayStore } from '../displays/display-store.ts'
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
  const [displays] = useState(() => createDisplayStore())
  const [desk] = useState(() => createDeskStore())
  const agent = use(DisplayAgentContext)
  const followed = useMemo(
    () => [programme, alarms, displays, desk].filter(({ family }) => follows.includes(family)),
    [programme, alarms, displays, desk, follows],
  )
  return (
    <ProgrammeContext value={programme}>
      <AlarmContext value={alarms}>
        <DisplayContext value={displays}>
          <DeskContext value={desk}>
            <LiveProvider scope={scope} followed={followed} attach={agent?.attach}>
              {children}
            </LiveProvider>
          </DeskContext>
        </DisplayContext>
      </AlarmContext>
    </ProgrammeContext>
  )
}
