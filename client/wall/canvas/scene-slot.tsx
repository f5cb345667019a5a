// One scene's tiles and board, seen or only prepared: drawn behind what stands, and told when nothing of it is still on its way.
import { useQueryClient } from '@tanstack/react-query'
import { type CSSProperties, useEffect, useEffectEvent } from 'react'
import type { CanvasLayout } from '../../../shared/displays/canvas-layout.ts'
import { tilesIn } from '../../../shared/displays/canvas-layout.ts'
import type { Rect } from '../../../shared/displays/profile.ts'
import type { ShownScene } from '../../../shared/displays/scene.ts'
import { PanelBoundary } from '../../app/panel-boundary.tsx'
import { sceneOf } from '../scenes/scenes.ts'
import styles from './group-view.module.css'
import { isOnPage } from './wall-groups.ts'

type Props = {
  readonly scene: ShownScene
  readonly layout: Pick<CanvasLayout, 'tiles' | 'board'>
  readonly page: { readonly width: number; readonly height: number }
  readonly isShown: boolean
  readonly onReady: (scene: ShownScene) => void
}

export const placed = ({ x, y, width, height }: Rect): CSSProperties => ({ left: x, top: y, width, height })

export function SceneSlot({ scene, layout: { tiles: area, board }, page, isShown, onReady }: Props) {
  const { tiles, Panel, Board } = sceneOf(scene.scene)
  const villageId = scene.scene === 'village' ? scene.villageId : undefined
  const fitting = tiles.slice(0, tilesIn(area))
  const rows = Math.ceil(fitting.length / area.columns)
  // What would stay empty in the last row goes to the first tile.
  const first = 1 + rows * area.columns - fitting.length
  const grid = {
    ...placed(area),
    gridTemplateColumns: `repeat(${area.columns}, minmax(0, 1fr))`,
    gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
  }
  return (
    <div className={styles.slot} data-shown={isShown} inert={!isShown}>
      {!isShown && <Readiness onReady={() => onReady(scene)} />}
      {isOnPage(area, page) && Panel && (
        <div className={styles.block} style={placed(area)} data-block="panel" data-scene={scene.scene}>
          <PanelBoundary>
            <Panel villageId={villageId} hasBoard={board !== null} />
          </PanelBoundary>
        </div>
      )}
      {isOnPage(area, page) && !Panel && (
        <div className={styles.tiles} style={grid} data-block="tiles" data-scene={scene.scene}>
          {fitting.map(({ id, Tile }, i) => (
            <div key={id} className={styles.cell} style={i === 0 && first > 1 ? { gridColumn: `span ${first}` } : {}}>
              <PanelBoundary>
                <Tile villageId={villageId} />
              </PanelBoundary>
            </div>
          ))}
        </div>
      )}
      {board && isOnPage(board, page) && (
        <div className={styles.block} style={placed(board)} data-block="board" data-scene={scene.scene}>
          <PanelBoundary>
            <Board villageId={villageId} />
          </PanelBoundary>
        </div>
      )}
    </div>
  )
}

/** Says once that no query of the page is waiting for its first answer. */
function Readiness({ onReady }: { readonly onReady: () => void }) {
  const client = useQueryClient()
  const tell = useEffectEvent(onReady)
  useEffect(() => {
    let stop = () => {}
    const isWaiting = () =>
      client.isFetching({ predicate: ({ state }) => state.status === 'pending' && state.fetchFailureCount === 0 }) > 0
    const look = () => {
      if (isWaiting()) return
      stop()
      tell()
    }
    // What was just mounted asks its questions in its own effects: look when they have run.
    const first = requestAnimationFrame(() => {
      stop = client.getQueryCache().subscribe(look)
      look()
    })
    return () => {
      cancelAnimationFrame(first)
      stop()
    }
  }, [client])
  return null
}
