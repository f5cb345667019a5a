// What can be done with the screens and groups of a draft: ready layouts, one screen more, a group of its own, scenes in another order. Pure.
import { DISPLAY_LIMITS } from '../../../shared/displays/limits.ts'
import type { NewKey, ScreenDraft, TurnDraft, Wall } from './profile-draft.ts'

type Layout = { readonly columns: number; readonly rows: number; readonly width: number; readonly height: number }
const LAYOUTS = {
  'full-hd': { columns: 1, rows: 1, width: 1920, height: 1080 },
  '4k': { columns: 1, rows: 1, width: 3840, height: 2160 },
  upright: { columns: 1, rows: 1, width: 1080, height: 1920 },
  'three-in-row': { columns: 3, rows: 1, width: 1920, height: 1080 },
  square: { columns: 2, rows: 2, width: 1920, height: 1080 },
  'square-4k': { columns: 2, rows: 2, width: 3840, height: 2160 },
} as const satisfies Record<string, Layout>
export type Preset = keyof typeof LAYOUTS
export const PRESETS = Object.keys(LAYOUTS) as readonly Preset[]

/** Between two screens of a usual wall. */
export const USUAL_BEZEL = 12
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** As many as there may be screens, and more. */
const letterAt = (i: number): string => LETTERS[i] ?? `s${i}`

/** All screens in one group, which goes on with the scenes of the first. */
export function presetWall(preset: Preset, bezel: number, { groups }: Wall, newKey: NewKey): Wall {
  const { columns, rows, width, height } = LAYOUTS[preset]
  const group = { key: newKey(), turns: groups[0]?.turns ?? [] }
  const screens = Array.from({ length: columns * rows }, (_, i) => ({
    key: newKey(),
    id: letterAt(i),
    x: (i % columns) * (width + bezel),
    y: Math.floor(i / columns) * (height + bezel),
    width,
    height,
    group: group.key,
  }))
  return { screens, groups: [group] }
}

/** To the right of all others, as large as the last one and with it in a group. */
export function withScreen(wall: Wall, newKey: NewKey): Wall {
  const last = wall.screens.at(-1)
  if (!last) return presetWall('full-hd', USUAL_BEZEL, wall, newKey)
  const used = new Set(wall.screens.map(({ id }) => id))
  const id = Array.from({ length: DISPLAY_LIMITS.screens.max + 1 }, (_, i) => letterAt(i)).find(one => !used.has(one))
  const right = Math.max(...wall.screens.map(({ x = 0, width = 0 }) => x + width))
  const added: ScreenDraft = { ...last, key: newKey(), id: id ?? '', x: right + USUAL_BEZEL }
  return { ...wall, screens: [...wall.screens, added] }
}

/** In a new group, which begins with the scenes of the one it leaves. */
export function withOwnGroup(wall: Wall, screen: ScreenDraft, newKey: NewKey): Wall {
  const turns = wall.groups.find(({ key }) => key === screen.group)?.turns ?? []
  const group = { key: newKey(), turns: turns.map(turn => ({ ...turn, key: newKey() })) }
  return {
    screens: wall.screens.map(one => (one.key === screen.key ? { ...one, group: group.key } : one)),
    groups: [...wall.groups, group],
  }
}

/** @param by −1 = one place up; beyond the ends nothing moves */
export function movedTurn(turns: readonly TurnDraft[], from: number, by: -1 | 1): readonly TurnDraft[] {
  const [one, other] = [turns[from], turns[from + by]]
  if (!one || !other) return turns
  return turns.map((turn, i) => (i === from ? other : i === from + by ? one : turn))
}
