// From a profile to what one window draws: its groups of screens in pixels of the page, with what each shows. Pure.
import { around } from '../../../shared/displays/canvas-layout.ts'
import type { DisplayProfile, Rect, SceneTurn } from '../../../shared/displays/profile.ts'

export type WallGroup = {
  readonly key: string
  /** Those of it that are alive, in pixels of this page; parts of the canvas that another machine draws lie outside of it. */
  readonly screens: readonly Rect[]
  readonly turns: readonly SceneTurn[]
  /** An alarm takes over one group of a wall; the others go on. */
  readonly isFirst: boolean
}

export type WallWindow = {
  readonly width: number
  readonly height: number
  /** The screen this window fills; null = the whole canvas. */
  readonly screen: string | null
  /** Screens whose machines are heard; undefined = all. Its own always is. */
  readonly alive: ReadonlySet<string> | undefined
}

/** Groups of which this window draws something. A group whose screens are all dead hands its scenes to the next one. */
export function wallGroups(
  profile: DisplayProfile,
  { width, height, screen, alive }: WallWindow,
): readonly WallGroup[] {
  const isAlive = (id: string) => screen === null || alive === undefined || id === screen || alive.has(id)
  const own = profile.screens.find(({ id }) => id === screen)
  const shown = own ?? around(profile.screens)
  const scale = Math.min(width / shown.width, height / shown.height)
  const onPage = (rect: Rect): Rect => ({
    x: (rect.x - shown.x) * scale,
    y: (rect.y - shown.y) * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  })
  const groups = profile.groups.map(({ screens, turns }) => ({
    key: screens.join(' '),
    turns,
    screens: profile.screens.filter(({ id }) => screens.includes(id) && isAlive(id)).map(onPage),
  }))
  const living = groups.flatMap((group, i) => {
    if (group.screens.length === 0) return []
    const inherited = deadBefore(groups, i)
    return [{ ...group, turns: [...group.turns, ...inherited] }]
  })
  const page = { x: 0, y: 0, width, height }
  return living
    .map((group, i) => ({ ...group, isFirst: i === 0 }))
    .filter(({ screens }) => screens.some(one => isTouching(one, page)))
}

/** Turns of the dead groups right before a living one, all the way round. */
function deadBefore(
  groups: readonly { readonly screens: readonly Rect[]; readonly turns: readonly SceneTurn[] }[],
  at: number,
): readonly SceneTurn[] {
  const turns: SceneTurn[][] = []
  for (let back = 1; back < groups.length; back++) {
    const group = groups[(at - back + groups.length) % groups.length]
    if (!group || group.screens.length > 0) break
    turns.unshift([...group.turns])
  }
  return turns.flat()
}

/** Half a pixel is rounding. */
const isTouching = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5 && a.y < b.y + b.height - 0.5 && b.y < a.y + a.height - 0.5
export const isOnPage = (rect: Rect, page: { readonly width: number; readonly height: number }): boolean =>
  isTouching(rect, { x: 0, y: 0, ...page })
