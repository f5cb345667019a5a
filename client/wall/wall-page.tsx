// /wall: the province in scenes, read from metres away, touched by nobody. Finds out which wall it is and draws its groups of screens.
import '../alarms/words/vocabulary.ts'
import '../programme/words/vocabulary.ts'
import './words/vocabulary.ts'
import { useCallback, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { unreadable } from '../../shared/displays/readability.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { useParameters } from '../app/address.ts'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { DisplayFrame, Identified } from '../displays/display-frame.tsx'
import { useOwnReach } from '../displays/display-gate.tsx'
import { useDisplay } from '../displays/display-hooks.tsx'
import { changeLanguage } from '../i18n/language.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { OverviewContext, useComputedOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { GroupView } from './canvas/group-view.tsx'
import { impliedProfile, pinnedScene } from './canvas/implied-profile.ts'
import { NarrowView } from './canvas/narrow-view.tsx'
import { useWindow } from './canvas/use-window.ts'
import { wallGroups } from './canvas/wall-groups.ts'
import { lightAt } from './night.ts'
import { orbitAt } from './orbit.ts'
import { ProgrammeOverviewContext, useComputedProgramme } from './programme-overview.ts'
import { takeoverAt } from './takeover.ts'
import { UnreadableNotice } from './unreadable-notice.tsx'
import { useRefresh } from './use-refresh.ts'
import { useWallSound } from './use-wall-sound.ts'
import styles from './wall-page.module.css'
import { useRibbon } from './wall-ribbon.tsx'
import { isWithinReach, withinReach } from './within-reach.ts'

const FOLLOWS = ['programme', 'alarm', 'display'] as const
/** Narrower than any wall: a phone in the hand. */
const NARROW = 900

export function WallPage() {
  const { scope, follows } = useOwnReach(FOLLOWS)
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
  const { i18n } = useTranslation()
  const { link, serverNow, refusal } = useMoment()
  const parameters = useParameters()
  const display = useDisplay()
  const page = useWindow()
  const { data: registry } = useRegistry()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const { follows } = useOwnReach(FOLLOWS)
  const profile = withinReach(display.profile ?? impliedProfile(page, parameters, language), follows)
  useProfileLanguage(display.profile?.language)
  const villageIds = useMemo(
    () => [...(registry?.villages ?? [])].sort((a, b) => a.order - b.order).map(({ id }) => id),
    [registry],
  )
  const { state } = useAlarmPicture()
  const taken = takeoverAt(state, serverNow)
  const asked = pinnedScene(parameters, villageIds)
  const pinned = asked && isWithinReach(asked.scene, follows) ? asked : undefined
  const hasRibbon = useRibbon() !== undefined
  const isFading = useRefresh({ refreshAt: profile.refreshAt, displayId: display.id, isBusy: taken !== undefined })
  useWallSound(profile.hasSound, state)
  const { setScene } = display
  const onScene = useCallback((scene: string) => setScene(scene), [setScene])

  const [screen] = profile.screens
  const refused = display.profile || !screen ? undefined : unreadable(screen, profile.inches, profile.distanceMetres)
  const isLive = link.kind === 'live' && !refusal
  if (page.width < NARROW && !display.profile)
    return (
      <main className={styles.narrow} data-layout="narrow" data-link={isLive ? 'live' : 'lost'}>
        <NarrowView turns={profile.groups[0]?.turns ?? []} {...{ villageIds, pinned, taken, serverNow }} />
      </main>
    )
  const { x, y } = orbitAt(serverNow ?? 0)
  const unit = Math.min(page.width, page.height) / 1_080
  return (
    <main
      className={styles.wall}
      style={{ transform: `translate(${x * unit}px, ${y * unit}px)` }}
      data-layout="canvas"
      data-link={isLive ? 'live' : 'lost'}
      data-fading={isFading}
    >
      {refused ? (
        <UnreadableNotice {...profile} refused={refused} />
      ) : (
        wallGroups(profile, { ...page, screen: display.screen?.id ?? null, alive: display.alive }).map(group => (
          <GroupView
            key={group.key}
            taken={group.isFirst ? taken : undefined}
            {...{ group, profile, page, villageIds, serverNow, pinned, hasRibbon, onScene }}
          />
        ))
      )}
      {serverNow !== undefined && (
        <div className={styles.night} style={{ opacity: 1 - lightAt(profile.night, serverNow) }} />
      )}
    </main>
  )
}

/** A wall speaks its profile's language; without one, that of its address. */
function useProfileLanguage(language: 'vi' | 'en' | undefined): void {
  useEffect(() => {
    if (language) void changeLanguage(language)
  }, [language])
}
