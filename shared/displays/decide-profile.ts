// Whether a profile is sound in itself: its screens apart, each in one group, groups that can show one scene, type that can be read.
// Pure; the editor and the station ask it.
import type { Refusal } from '../programme/command.ts'
import { hasText, hasUnseen } from '../programme/decide-values.ts'
import type { DisplayProfile, ProfileScreen } from './profile.ts'
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

/** Screens of one size in a row, a column or a square of four. */
function isGrid(screens: readonly ProfileScreen[]): boolean {
  const [first] = screens
  const hasOneSize = screens.every(({ width, height }) => width === first?.width && height === first.height)
  const [columns, rows] = [new Set(screens.map(({ x }) => x)).size, new Set(screens.map(({ y }) => y)).size]
  return (
    hasOneSize && columns * rows === screens.length && (columns === 1 || rows === 1 || (columns === 2 && rows === 2))
  )
}
