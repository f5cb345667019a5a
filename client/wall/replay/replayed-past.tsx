// The wall under the past: stores of its own, fed from the incident's time, below the same scene as the wall shows now.
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ReplayedIncident } from '../../../shared/displays/api-schema.ts'
import { AlarmContext, useAlarmPicture } from '../../alarms/alarm-hooks.ts'
import { createAlarmStore } from '../../alarms/alarm-store.ts'
import { useOwnReach } from '../../displays/display-gate.tsx'
import { LiveProvider, useLive, useMoment } from '../../live/live-hooks.tsx'
import { createLiveStore } from '../../live/live-store.ts'
import { OverviewContext, useComputedOverview } from '../../overview/overview-hooks.ts'
import { ProgrammeContext } from '../../programme/programme-hooks.tsx'
import { createProgrammeStore } from '../../programme/programme-store.ts'
import { connectPast } from '../../time-machine/past-feed.ts'
import { TimeContext } from '../../time-machine/time-hooks.ts'
import { createTimeMachine, type TimeMachine } from '../../time-machine/time-machine.ts'
import { forgetTimed, renewTimed } from '../../time-machine/timed-queries.ts'
import type { WallBand } from '../canvas/group-view.tsx'
import { WallCanvas } from '../canvas/wall-canvas.tsx'
import { ProgrammeOverviewContext, useComputedProgramme } from '../programme-overview.ts'
import { WALL_FOLLOWS } from '../wall-follows.ts'
import { endReplay } from './replay-address.ts'
import { ReplayBand } from './replay-band.tsx'
import { bandHeight, noteSize } from './replay-band-size.ts'
import { type ReplayPlan, replayPlan, replayStage } from './replay-plan.ts'
import { presentOf } from './replay-present.ts'
import { replayView } from './replay-scene.ts'
import { runReplay } from './run-replay.ts'

/** Charts are read anew so often while the clock runs. */
const RENEW_MS = 5_000

type Props = {
  readonly incident: ReplayedIncident
  /** Server time at which it began. */
  readonly since: number
  readonly villageIds: readonly string[]
}

/** It begins where it should stand now: at its start, or further on after the page was loaded anew. */
function holdReplay({ from, to }: ReplayedIncident, since: number, now: number) {
  // What lies ahead of the present can't be shown.
  const plan = replayPlan({ from: Math.min(from, since), to: Math.min(to, since) })
  const live = createLiveStore()
  const machine = createTimeMachine(undefined, plan.to)
  const { at } = replayStage(plan, since, now)
  machine.seek(at)
  live.showPast(at)
  return { plan, live, machine, programme: createProgrammeStore(), alarms: createAlarmStore() }
}

export function ReplayedPast({ incident, since, villageIds }: Props) {
  const clock = useLive()
  const present = useMoment()
  const { state } = useAlarmPicture()
  const { scope, follows } = useOwnReach(WALL_FOLLOWS)
  const [{ plan, live, machine, programme, alarms }] = useState(() =>
    holdReplay(incident, since, present.serverNow ?? since),
  )
  const followed = useMemo(
    () => [programme, alarms].filter(({ family }) => follows.includes(family)),
    [programme, alarms, follows],
  )
  const feed = useMemo(() => () => connectPast(live, followed, machine, forgetTimed), [live, followed, machine])
  const time = useMemo(() => ({ machine, isPast: true }), [machine])
  useEffect(
    () => runReplay(machine, plan, since, { now: () => clock.moment().serverNow, onSecond: clock.onMoment }, endReplay),
    [machine, plan, since, clock],
  )
  // What was read for then isn't of now.
  useEffect(() => () => void forgetTimed(), [])
  return (
    <TimeContext value={time}>
      <ProgrammeContext value={programme}>
        <AlarmContext value={alarms}>
          <LiveProvider store={live} scope={scope} followed={followed} feed={feed}>
            <Pictured
              {...{ incident, plan, machine, since, villageIds, follows }}
              serverNow={present.serverNow}
              now={presentOf(present.link, state)}
            />
          </LiveProvider>
        </AlarmContext>
      </ProgrammeContext>
    </TimeContext>
  )
}

type PicturedProps = Props & {
  readonly plan: ReplayPlan
  readonly machine: TimeMachine
  readonly follows: ReturnType<typeof useOwnReach>['follows']
  readonly serverNow: number | undefined
  readonly now: ReturnType<typeof presentOf>
}

function Pictured({ incident, plan, machine, since, villageIds, follows, serverNow, now }: PicturedProps) {
  const overview = useComputedOverview()
  const programme = useComputedProgramme()
  // Not the whole view: that changes four times a second, and only the band shows it.
  const isPlaying = useSyncExternalStore(machine.onChange, () => machine.view().isPlaying)
  const { scene, camera } = useMemo(() => replayView(incident, villageIds, follows), [incident, villageIds, follows])
  const stage = replayStage(plan, since, serverNow ?? since).kind
  useEffect(() => {
    if (!isPlaying) return undefined
    const timer = setInterval(renewTimed, RENEW_MS)
    return () => clearInterval(timer)
  }, [isPlaying])
  const longest = Math.max(incident.title.length, ...incident.annotations.map(({ text }) => text.length))
  const band: WallBand = (screen, type) => {
    const note = noteSize(screen.width, type, longest)
    return {
      height: bandHeight(screen, type, note),
      content: <ReplayBand {...{ incident, plan, machine, stage, now, note }} />,
    }
  }
  return (
    <OverviewContext value={overview}>
      <ProgrammeOverviewContext value={programme}>
        <WallCanvas {...{ villageIds, serverNow, band, camera }} pinned={scene} onScene={NOTHING} />
      </ProgrammeOverviewContext>
    </OverviewContext>
  )
}

/** What it says it shows is the replay, whichever scene that is. */
const NOTHING = () => {}
