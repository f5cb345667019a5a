// Binds the stage of a group to server time: judged once a second on the second, so that screens side by side step together.
import { useState } from 'react'
import type { SceneTurn } from '../../../shared/displays/profile.ts'
import { turnsAt } from '../../../shared/displays/rotation.ts'
import type { ShownScene } from '../../../shared/displays/scene.ts'
import { type Stage, stageAt, withReady } from './stage.ts'

/**
 * @param pinned stands for good; undefined = the turns
 * @returns undefined before the server's clock or the villages are known
 */
export function useStage(
  turns: readonly SceneTurn[],
  villageIds: readonly string[],
  pinned: ShownScene | undefined,
  serverNow: number | undefined,
): { readonly stage: Stage; readonly setReady: (scene: ShownScene) => void } | undefined {
  const [held, setHeld] = useState<Stage>()
  const found = serverNow === undefined ? undefined : turnsAt(turns, villageIds, serverNow)
  const stage = pinned ? held : found && serverNow !== undefined ? stageAt(held, found, serverNow) : held
  // What the clock brings is part of this very drawing, not of the next one.
  if (stage !== held) setHeld(stage)
  const shown = pinned ? { shown: pinned, prepared: undefined } : stage
  return shown && { stage: shown, setReady: scene => setHeld(before => before && withReady(before, scene)) }
}
