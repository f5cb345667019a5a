// The wall on a phone in the hand: the same scene in one column, to scroll.
import { lazy, type ReactNode, Suspense } from 'react'
import type { Alarm } from '../../../shared/alarms/state.ts'
import type { SceneTurn } from '../../../shared/displays/profile.ts'
import type { ShownScene } from '../../../shared/displays/scene.ts'
import { PanelBoundary } from '../../app/panel-boundary.tsx'
import { AlarmStrip } from '../alarm-strip.tsx'
import { sceneOf } from '../scenes/scenes.ts'
import { WallHeader } from '../wall-header.tsx'
import { WallRibbon } from '../wall-ribbon.tsx'
import { cameraOf } from './camera-of.ts'
import styles from './narrow-view.module.css'
import { useStage } from './use-stage.ts'

const MapView = lazy(async () => ({ default: (await import('../../map/map-view.tsx')).MapView }))

/** As in wall-page.module.css. */
export const NARROW_TYPE = { label: 16, value: 20, headline: 34 } as const
const UNIT = 0.5

type Props = {
  readonly turns: readonly SceneTurn[]
  readonly villageIds: readonly string[]
  readonly pinned: ShownScene | undefined
  readonly taken: Alarm | undefined
  readonly serverNow: number | undefined
  /** Stands above all. */
  readonly band?: ReactNode
}

export function NarrowView({ turns, villageIds, pinned, taken, serverNow, band }: Props) {
  const staged = useStage(turns, villageIds, pinned, serverNow)
  // Nobody's hand waits for a scene: what has its turn is shown, ready or not.
  const shown: ShownScene | undefined = taken
    ? { scene: 'alarms' }
    : (staged?.stage.prepared?.scene ?? staged?.stage.shown)
  const scene = shown && sceneOf(shown.scene)
  const villageId = shown?.scene === 'village' ? shown.villageId : undefined
  return (
    <div className={styles.column} data-scene={shown?.scene}>
      {band}
      <WallRibbon />
      <WallHeader parts={['brand', 'title', 'now']} scene={shown} />
      {scene?.Panel && (
        <PanelBoundary>
          <scene.Panel villageId={villageId} hasBoard={false} />
        </PanelBoundary>
      )}
      {scene?.tiles.map(({ id, Tile }) => (
        <PanelBoundary key={id}>
          <Tile villageId={villageId} />
        </PanelBoundary>
      ))}
      <div className={styles.map}>
        <PanelBoundary>
          <Suspense>
            <MapView
              label={NARROW_TYPE.label}
              unit={UNIT}
              legend="below"
              layers={scene?.mapLayers ?? []}
              borders="communes"
              camera={cameraOf(shown, taken)}
            />
          </Suspense>
        </PanelBoundary>
      </div>
      <AlarmStrip />
    </div>
  )
}
