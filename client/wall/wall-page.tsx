// /wall: the province in scenes, read from metres away, touched by nobody. Shows now, or an incident of the past when it is told to.
import '../alarms/words/vocabulary.ts'
import '../programme/words/vocabulary.ts'
import './words/vocabulary.ts'
import { lazy, Suspense, use, useCallback, useEffect, useMemo } from 'react'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { useParameters } from '../app/address.ts'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { DisplayFrame, Identified } from '../displays/display-frame.tsx'
import { useOwnReach } from '../displays/display-gate.tsx'
import { DisplayAgentContext, useDisplay } from '../displays/display-hooks.tsx'
import { changeLanguage } from '../i18n/language.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { OverviewContext, useComputedOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { pinnedScene } from './canvas/implied-profile.ts'
import { useWallProfile, WallCanvas } from './canvas/wall-canvas.tsx'
import { ProgrammeOverviewContext, useComputedProgramme } from './programme-overview.ts'
import { askedReplay, beginReplay, endReplay } from './replay/replay-address.ts'
import { takeoverAt } from './takeover.ts'
import { useRefresh } from './use-refresh.ts'
import { useWallSound } from './use-wall-sound.ts'
import { WALL_FOLLOWS } from './wall-follows.ts'
import { isWithinReach } from './within-reach.ts'

const WallReplay = lazy(async () => ({ default: (await import('./replay/wall-replay.tsx')).WallReplay }))

export function WallPage() {
  const { scope, follows } = useOwnReach(WALL_FOLLOWS)
  return (
    <DisplayFrame>
      <ScreenProvider scope={scope} follows={follows}>
        <Wall />
        <Identified />
      </ScreenProvider>
    </DisplayFrame>
  )
}

function Wall() {
  const overview = useComputedOverview()
  const programme = useComputedProgramme()
  return (
    <OverviewContext value={overview}>
      <ProgrammeOverviewContext value={programme}>
        <Screens />
      </ProgrammeOverviewContext>
    </OverviewContext>
  )
}

function Screens() {
  const { serverNow } = useMoment()
  const parameters = useParameters()
  const display = useDisplay()
  const { data: registry } = useRegistry()
  const { follows } = useOwnReach(WALL_FOLLOWS)
  const profile = useWallProfile(display)
  useProfileLanguage(display.profile?.language)
  const villageIds = useMemo(
    () => [...(registry?.villages ?? [])].sort((a, b) => a.order - b.order).map(({ id }) => id),
    [registry],
  )
  const { state } = useAlarmPicture()
  const taken = takeoverAt(state, serverNow)
  const asked = pinnedScene(parameters, villageIds)
  const pinned = asked && isWithinReach(asked.scene, follows) ? asked : undefined
  const replay = useReplay(taken !== undefined)
  const isFading = useRefresh({
    refreshAt: profile.refreshAt,
    displayId: display.id,
    isBusy: taken !== undefined || replay !== undefined,
  })
  useWallSound(profile.hasSound && replay === undefined, state)
  const { setScene } = display
  const onScene = useCallback((scene: string) => setScene(scene), [setScene])
  if (replay)
    return (
      <Suspense>
        <WallReplay key={`${replay.incident} ${replay.since}`} {...replay} villageIds={villageIds} />
      </Suspense>
    )
  return <WallCanvas {...{ villageIds, serverNow, pinned, taken, isFading, onScene }} />
}

/**
 * What is to be replayed: as the address says, or an order, which it then says too.
 * @param isTaken something of now is more urgent than anything that was: a replay ends, and none begins
 */
function useReplay(isTaken: boolean) {
  const asked = askedReplay(useParameters())
  const agent = use(DisplayAgentContext)
  useEffect(
    () =>
      agent?.onOrder(order => {
        if (order.kind === 'replay') beginReplay(order.incident, order.since)
        if (order.kind === 'end-replay') endReplay()
      }),
    [agent],
  )
  const isCut = isTaken && asked !== undefined
  useEffect(() => {
    if (isCut) endReplay()
  }, [isCut])
  return isCut ? undefined : asked
}

/** A wall speaks its profile's language; without one, that of its address. */
function useProfileLanguage(language: 'vi' | 'en' | undefined): void {
  useEffect(() => {
    if (language) void changeLanguage(language)
  }, [language])
}
