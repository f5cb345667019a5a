// What stands on a group of screens and what is being prepared behind it. Pure. The turn says what should stand; it does as soon as it
// is ready, and until then the last good scene stays.
import type { Turn } from '../../../shared/displays/rotation.ts'
import { type ShownScene, sceneKey } from '../../../shared/displays/scene.ts'

/** A scene is prepared so long before its turn. */
export const PREPARE_MS = 6_000

export type Stage = {
  readonly shown: ShownScene
  /** Drawn, but not seen yet. */
  readonly prepared: { readonly scene: ShownScene; readonly isReady: boolean } | undefined
}

const isSame = (a: ShownScene, b: ShownScene): boolean => sceneKey(a) === sceneKey(b)

/** @param stage undefined at the start: then what should stand is shown at once, ready or not */
export function stageAt(
  stage: Stage | undefined,
  { current, next }: { readonly current: Turn; readonly next: Turn },
  now: number,
): Stage {
  if (!stage) return { shown: current.shown, prepared: undefined }
  if (isSame(stage.shown, current.shown))
    return now < current.until - PREPARE_MS || isSame(next.shown, stage.shown)
      ? withPrepared(stage, undefined)
      : withPrepared(stage, next.shown)
  const { prepared } = stage
  return prepared?.isReady && isSame(prepared.scene, current.shown)
    ? { shown: current.shown, prepared: undefined }
    : withPrepared(stage, current.shown)
}

/** It is ready: whether it is shown, its turn says. */
export function withReady(stage: Stage, scene: ShownScene): Stage {
  const { prepared } = stage
  return prepared && !prepared.isReady && isSame(prepared.scene, scene)
    ? { ...stage, prepared: { scene: prepared.scene, isReady: true } }
    : stage
}

/** The same object where nothing changes, so that nothing is drawn anew. */
function withPrepared(stage: Stage, scene: ShownScene | undefined): Stage {
  const { prepared } = stage
  if (scene === undefined) return prepared === undefined ? stage : { shown: stage.shown, prepared: undefined }
  return prepared && isSame(prepared.scene, scene) ? stage : { shown: stage.shown, prepared: { scene, isReady: false } }
}
