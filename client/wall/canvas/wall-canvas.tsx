// What a wall's window draws: its groups of screens, or one column on a phone; the night's veil over them.
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { unreadable } from '../../../shared/displays/readability.ts'
import type { ShownScene } from '../../../shared/displays/scene.ts'
import { useParameters } from '../../app/address.ts'
import { useOwnReach } from '../../displays/display-gate.tsx'
import { type Display, useDisplay } from '../../displays/display-hooks.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import type { MapCamera } from '../../map/camera.ts'
import { lightAt } from '../night.ts'
import { orbitAt } from '../orbit.ts'
import { UnreadableNotice } from '../unreadable-notice.tsx'
import { WALL_FOLLOWS } from '../wall-follows.ts'
import styles from '../wall-page.module.css'
import { useRibbon } from '../wall-ribbon.tsx'
import { withinReach } from '../within-reach.ts'
import { GroupView, type WallBand } from './group-view.tsx'
import { impliedProfile } from './implied-profile.ts'
import { NARROW_TYPE, NarrowView } from './narrow-view.tsx'
import { useWindow } from './use-window.ts'
import { wallGroups } from './wall-groups.ts'

/** Narrower than any wall: a phone in the hand. */
const NARROW = 900

type Props = {
  readonly villageIds: readonly string[]
  /** Server time now, whatever time is shown: of it are light, turns and what saves the screen. */
  readonly serverNow: number | undefined
  readonly pinned: ShownScene | undefined
  readonly taken?: Alarm | undefined
  readonly band?: WallBand | undefined
  readonly camera?: MapCamera | undefined
  readonly isFading?: boolean
  readonly onScene: (scene: string) => void
}

export function WallCanvas(props: Props) {
  const { villageIds, serverNow, pinned, taken, band, camera, isFading = false, onScene } = props
  const { link, refusal } = useMoment()
  const page = useWindow()
  const display = useDisplay()
  const profile = useWallProfile(display)
  const hasRibbon = useRibbon() !== undefined
  const [screen] = profile.screens
  const refused = display.profile || !screen ? undefined : unreadable(screen, profile.inches, profile.distanceMetres)
  const isLive = link.kind === 'live' && !refusal
  if (page.width < NARROW && !display.profile)
    return (
      <main className={styles.narrow} data-layout="narrow" data-link={isLive ? 'live' : 'lost'}>
        <NarrowView
          turns={profile.groups[0]?.turns ?? []}
          band={band?.(page, NARROW_TYPE).content}
          {...{ villageIds, pinned, taken, serverNow }}
        />
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
            {...{ group, profile, page, villageIds, serverNow, pinned, hasRibbon, band, camera, onScene }}
          />
        ))
      )}
      {serverNow !== undefined && (
        <div className={styles.night} style={{ opacity: 1 - lightAt(profile.night, serverNow) }} />
      )}
    </main>
  )
}

/** What it was given, or what its window looks like; without what it may not show. */
export function useWallProfile(display: Display) {
  const { i18n } = useTranslation()
  const page = useWindow()
  const parameters = useParameters()
  const { follows } = useOwnReach(WALL_FOLLOWS)
  const language = i18n.language === 'en' ? 'en' : 'vi'
  return withinReach(display.profile ?? impliedProfile(page, parameters, language), follows)
}
