// Which scene a group of screens shows at an instant. Pure: it follows from the turns and server time alone, so that all screens of a
// wall step together and one that starts in between joins in.
import type { SceneTurn } from './profile.ts'
import type { ShownScene } from './scene.ts'

/** A scene with the span of server time it stands for. */
export type Turn = { readonly shown: ShownScene; readonly from: number; readonly until: number }

/** The scenes of one round, a village's scene once for each village in the order given. */
export function sceneRound(
  turns: readonly SceneTurn[],
  villageIds: readonly string[],
): readonly { readonly shown: ShownScene; readonly ms: number }[] {
  return turns.flatMap(({ scene, seconds }) => {
    const shown: readonly ShownScene[] =
      scene === 'village' ? villageIds.map(villageId => ({ scene, villageId })) : [{ scene }]
    return shown.map(one => ({ shown: one, ms: seconds * 1_000 }))
  })
}

/**
 * The turn that stands at `now`, and the one after it. Rounds are counted from the epoch.
 * @param now server time, epoch milliseconds
 * @returns undefined when there is nothing to show
 */
export function turnsAt(
  turns: readonly SceneTurn[],
  villageIds: readonly string[],
  now: number,
): { readonly current: Turn; readonly next: Turn } | undefined {
  const round = sceneRound(turns, villageIds)
  const length = round.reduce((sum, { ms }) => sum + ms, 0)
  if (length === 0) return undefined
  let from = now - (((now % length) + length) % length)
  for (let i = 0; i < round.length; i++) {
    const one = round[i]
    if (!one) break
    const until = from + one.ms
    const after = round[(i + 1) % round.length] ?? one
    if (now < until)
      return {
        current: { shown: one.shown, from, until },
        next: { shown: after.shown, from: until, until: until + after.ms },
      }
    from = until
  }
  return undefined
}
