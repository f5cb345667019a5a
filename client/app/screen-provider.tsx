// One screen: its stores, fed from the live link, or from the past when the address names an instant. Whatever feeds them, the page
// below is the same.
import { type ReactNode, use, useMemo, useState } from 'react'
import type { Family } from '../../shared/wire.ts'
import { AlarmContext } from '../alarms/alarm-hooks.ts'
import { createAlarmStore } from '../alarms/alarm-store.ts'
import { DeskContext } from '../desk/desk-hooks.ts'
import { createDeskStore } from '../desk/desk-store.ts'
import { DisplayAgentContext, DisplayContext } from '../displays/display-hooks.tsx'
import { createDisplayStore } from '../displays/display-store.ts'
import { LiveProvider } from '../live/live-hooks.tsx'
import { createLiveStore } from '../live/live-store.ts'
import { ProgrammeContext } from '../programme/programme-hooks.tsx'
import { createProgrammeStore } from '../programme/programme-store.ts'
import { instantOfText } from '../time-machine/past-address.ts'
import { connectPast } from '../time-machine/past-feed.ts'
import { PastScreen } from '../time-machine/past-screen.tsx'
import { TimeContext } from '../time-machine/time-hooks.ts'
import { createTimeMachine } from '../time-machine/time-machine.ts'
import { forgetTimed } from '../time-machine/timed-queries.ts'
import { usePastAddress } from '../time-machine/use-past-address.ts'
import { useParameters } from './address.ts'

type Props = {
  readonly scope: string
  /** The same list as long as the page stands. */
  readonly follows: readonly Family[]
  /** Whether the page can show the past. */
  readonly hasPast?: boolean
  readonly children: ReactNode
}

/** What one screen holds of one time: nothing of now is left when it turns to the past, and the other way round. */
function holdTime(at: number | undefined) {
  const live = createLiveStore()
  const machine = createTimeMachine()
  if (at !== undefined) {
    machine.seek(at)
    live.showPast(at)
  }
  return {
    isPast: at !== undefined,
    live,
    machine,
    programme: createProgrammeStore(),
    alarms: createAlarmStore(),
    displays: createDisplayStore(),
    desk: createDeskStore(),
  }
}

export function ScreenProvider({ scope, follows, hasPast = false, children }: Props) {
  const asked = instantOfText(useParameters().get('at'))
  const at = hasPast ? asked : undefined
  const [held, hold] = useState(() => holdTime(at))
  if (held.isPast !== (at !== undefined)) hold(holdTime(at))
  const { live, machine, programme, alarms, displays, desk, isPast } = held
  usePastAddress(machine, isPast)
  const agent = use(DisplayAgentContext)
  const followed = useMemo(
    () => [programme, alarms, displays, desk].filter(({ family }) => follows.includes(family)),
    [programme, alarms, displays, desk, follows],
  )
  const feed = useMemo(
    () => (isPast ? () => connectPast(live, followed, machine, forgetTimed) : undefined),
    [isPast, live, followed, machine],
  )
  const time = useMemo(() => (hasPast ? { machine, isPast } : undefined), [hasPast, machine, isPast])
  return (
    <TimeContext value={time}>
      <ProgrammeContext value={programme}>
        <AlarmContext value={alarms}>
          <DisplayContext value={displays}>
            <DeskContext value={desk}>
              <LiveProvider store={live} scope={scope} followed={followed} attach={agent?.attach} feed={feed}>
                <PastScreen>{children}</PastScreen>
              </LiveProvider>
            </DeskContext>
          </DisplayContext>
        </AlarmContext>
      </ProgrammeContext>
    </TimeContext>
  )
}
