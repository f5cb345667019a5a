// One group of screens: its header, map, tiles, board and alarm line in the places that the layout gives them. The scene changes; the
// map stays and is only told what to show.
import { type CSSProperties, lazy, type ReactNode, Suspense, useEffect } from 'react'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { canvasLayout } from '../../../shared/displays/canvas-layout.ts'
import type { DisplayProfile, Rect } from '../../../shared/displays/profile.ts'
import { type ShownScene, sceneKey } from '../../../shared/displays/scene.ts'
import { PanelBoundary } from '../../app/panel-boundary.tsx'
import type { MapCamera } from '../../map/camera.ts'
import { AlarmStrip } from '../alarm-strip.tsx'
import { sceneOf } from '../scenes/scenes.ts'
import { WallHeader } from '../wall-header.tsx'
import { WallRibbon } from '../wall-ribbon.tsx'
import { cameraOf } from './camera-of.ts'
import styles from './group-view.module.css'
import { placed, SceneSlot } from './scene-slot.tsx'
import { useStage } from './use-stage.ts'
import { isOnPage, type WallGroup } from './wall-groups.ts'
import { type WallType, wallType } from './wall-type.ts'

const MapView = lazy(async () => ({ default: (await import('../../map/map-view.tsx')).MapView }))

const HOUR_MS = 3_600_000

/** What stands above all on every screen. */
export type WallBand = (
  screen: Pick<Rect, 'width'>,
  type: Pick<WallType, 'label' | 'value' | 'headline'>,
) => {
  /** In pixels of the page. */
  readonly height: number
  readonly content: ReactNode
}

type Props = {
  readonly group: WallGroup
  readonly profile: DisplayProfile
  readonly page: { readonly width: number; readonly height: number }
  readonly villageIds: readonly string[]
  readonly serverNow: number | undefined
  readonly pinned: ShownScene | undefined
  /** The alarm that has taken this group over. */
  readonly taken: Alarm | undefined
  readonly hasRibbon: boolean
  readonly band?: WallBand | undefined
  /** Where the map looks instead of where the scene would have it. */
  readonly camera?: MapCamera | undefined
  readonly onScene: (scene: string) => void
}

const TAKEN_OVER = { scene: 'alarms' } as const

export function GroupView(props: Props) {
  const { group, profile, page, villageIds, serverNow, pinned, taken, hasRibbon, band, camera, onScene } = props
  const staged = useStage(group.turns, villageIds, pinned, serverNow)
  const type = wallType(group.screens, profile)
  // Once an hour what is light and what is dark change places, so that no picture burns in.
  const isMirrored = serverNow !== undefined && Math.floor(serverNow / HOUR_MS) % 2 === 1
  const [first] = group.screens
  const above = first && band?.(first, type)
  const layout = canvasLayout(group.screens, type, { hasRibbon, isMirrored, band: above?.height })
  const shown = taken ? TAKEN_OVER : staged?.stage.shown
  const key = shown && sceneKey(shown)
  useEffect(() => {
    if (key !== undefined) onScene(key)
  }, [key, onScene])
  // The scene that an alarm pushed aside stays behind it, to be there at once when it is over.
  const behind = taken ? staged?.stage.shown : staged?.stage.prepared?.scene
  const scenes = [shown, behind].filter(one => one !== undefined)
  const keys = new Map(scenes.map(one => [sceneKey(one), one]))
  const sizes = {
    '--label': `${type.label}px`,
    '--value': `${type.value}px`,
    '--headline': `${type.headline}px`,
    '--unit': type.unit,
  } as CSSProperties
  return (
    <div className={styles.group} style={sizes} data-group={group.key} data-scene={key} data-taken={taken?.id}>
      {layout.bands
        .filter(rect => isOnPage(rect, page))
        .map(rect => (
          <div key={`${rect.x} ${rect.y}`} className={styles.block} style={placed(rect)} data-block="band">
            {above?.content}
          </div>
        ))}
      {layout.ribbons
        .filter(rect => isOnPage(rect, page))
        .map(rect => (
          <div key={`${rect.x} ${rect.y}`} className={styles.block} style={placed(rect)} data-block="ribbon">
            <WallRibbon />
          </div>
        ))}
      {layout.headers
        .filter(({ rect }) => isOnPage(rect, page))
        .map(({ rect, parts }) => (
          <div key={parts.join()} className={styles.block} style={placed(rect)} data-block="header">
            <WallHeader parts={parts} scene={shown} />
          </div>
        ))}
      {isOnPage(layout.map, page) && (
        <div className={styles.block} style={placed(layout.map)} data-block="map">
          <PanelBoundary>
            <Suspense>
              <MapView
                label={type.label}
                unit={type.unit}
                legend="full"
                layers={shown ? sceneOf(shown.scene).mapLayers : []}
                borders={profile.borders}
                camera={camera ?? cameraOf(shown, taken)}
                pitch={shown && sceneOf(shown.scene).mapPitch}
                keepClear={layout.seams.map(seam => boxWithin(layout.map, seam))}
              />
            </Suspense>
          </PanelBoundary>
        </div>
      )}
      {staged &&
        [...keys].map(([one, scene]) => (
          <SceneSlot
            key={one}
            scene={scene}
            layout={layout}
            page={page}
            isShown={one === key}
            onReady={staged.setReady}
          />
        ))}
      {isOnPage(layout.strip, page) && (
        <div className={styles.block} style={placed(layout.strip)} data-block="strip">
          <PanelBoundary>
            <AlarmStrip />
          </PanelBoundary>
        </div>
      )}
    </div>
  )
}

/** A rectangle of the canvas in the map's own pixels. */
const boxWithin = (map: Rect, { x, y, width, height }: Rect) => ({
  left: x - map.x,
  right: x - map.x + width,
  top: y - map.y,
  bottom: y - map.y + height,
})
