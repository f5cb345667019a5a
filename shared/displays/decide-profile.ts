// Whether a profile is sound in itself: its screens apart, each in one group, groups that can show one scene, type that can be read.
// Pure; the editor and the station ask it.
import type { Refusal } from '../programme/command.ts'
import { hasText, hasUnseen } from '../programme/decide-values.ts'
import { DISPLAY_LIMITS } from './limits.ts'
import type { DisplayProfile, ProfileScreen, Rect } from './profile.ts'
import { unreadable } from './readability.ts'
import { displayRefusalOf, type RefuseDisplay } from './refusal.ts'

/** All that is wrong with it; empty = sound. */
export function profileFaults(profile: DisplayProfile): readonly Refusal[] {
  const faults: Refusal[] = []
  checkProfile(profile, (code, field, ...about) => void faults.push(displayRefusalOf(code, field, ...about)))
  return faults
}

export function checkProfile(profile: DisplayProfile, refuse: RefuseDisplay): void {
  const { name, screens, groups, inches, distanceMetres } = profile
  if (!hasText(name) || hasUnseen(name)) refuse('name-text', 'profile.name')
  screens.forEach((screen, i) => {
    for (const other of screens.slice(0, i)) {
      if (other.id === screen.id) refuse('screen-twice', `profile.screens.${i}.id`, screen.id)
      else if (isOverlapping(screen, other)) refuse('screens-overlap', `profile.screens.${i}`, other.id, screen.id)
    }
    const refused = unreadable(screen, inches, distanceMetres)
    if (refused) refuse('unreadable', 'profile.distanceMetres', screen.id, distanceMetres, inches, refused)
    const count = groups.flatMap(group => group.screens).filter(id => id === screen.id).length
    if (count !== 1) refuse('screen-groups', 'profile.groups', screen.id, count)
  })
  const byId = new Map(screens.map(screen => [screen.id, screen]))
  groups.forEach((group, i) => {
    const own = group.screens.flatMap(id => {
      const screen = byId.get(id)
      if (!screen) refuse('screen-unknown', `profile.groups.${i}.screens`, id)
      return screen ?? []
    })
    if (own.length > 1 && !isGrid(own)) refuse('group-shape', `profile.groups.${i}`, group.screens.join(' '))
  })
}

const isOverlapping = (a: ProfileScreen, b: ProfileScreen): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Screens of one size in a row, a column or a square of four, with no more than a bezel between neighbours. */
function isGrid(screens: readonly Rect[]): boolean {
  const [first] = screens
  if (!first) return false
  const { width, height } = first
  const [columns, rows] = [placesOf(screens.map(({ x }) => x)), placesOf(screens.map(({ y }) => y))]
  const isSquare = columns.length === 2 && rows.length === 2
  return (
    screens.every(one => one.width === width && one.height === height) &&
    columns.length * rows.length === screens.length &&
    (columns.length === 1 || rows.length === 1 || isSquare) &&
    isClose(columns, width) &&
    isClose(rows, height)
  )
}

const placesOf = (places: readonly number[]): readonly number[] => [...new Set(places)].sort((a, b) => a - b)
const isClose = (places: readonly number[], size: number): boolean =>
  places.every((place, i) => i === 0 || place - (places[i - 1] ?? place) - size <= DISPLAY_LIMITS.bezel.max)
