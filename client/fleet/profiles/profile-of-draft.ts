// From the draft to the profile that is sent, and what is missing in it, by the names of the fields. Bounds only; whether its parts
// agree is shared/displays/decide-profile.ts's. Pure.
import { CLOCK, DISPLAY_LIMITS as LIMITS, SLUG } from '../../../shared/displays/limits.ts'
import type { DisplayProfile } from '../../../shared/displays/profile.ts'
import type { ProfileDraft, ScreenDraft } from './profile-draft.ts'

type Bounds = { readonly min: number; readonly max: number }
export type Missing = { readonly field: string } & (
  | { readonly what: 'number'; readonly min: number; readonly max: number }
  | { readonly what: 'slug'; readonly max: number }
  | { readonly what: 'name' | 'clock' | 'group' | 'turns' }
)

const PERCENT = 100
const LIGHT = { min: LIMITS.light.min * PERCENT, max: LIMITS.light.max * PERCENT }

/** "8:00" and "20h00" are clock times too. */
export const clockOf = (text: string): string => text.trim().replace(/[hH.]/, ':').padStart(5, '0')

/** @param id of a new profile it follows from the name */
export function missingOfProfile(draft: ProfileDraft, id: string): readonly Missing[] {
  const missing: Missing[] = []
  const number = (field: string, value: number | undefined, { min, max }: Bounds) => {
    if (!isWithin(value, { min, max })) missing.push({ field, what: 'number', min, max })
  }
  const slug = (field: string, text: string, { max }: Bounds) => {
    if (text.length > max || !SLUG.test(text)) missing.push({ field, what: 'slug', max })
  }
  const clock = (field: string, text: string) => {
    if (!CLOCK.test(clockOf(text))) missing.push({ field, what: 'clock' })
  }
  if (draft.name.trim() === '') missing.push({ field: 'profile.name', what: 'name' })
  else slug('profile.id', id, LIMITS.id)
  number('profile.inches', draft.inches, LIMITS.inches)
  number('profile.distanceMetres', draft.distanceMetres, LIMITS.distanceMetres)
  draft.wall.screens.forEach((screen, i) => {
    slug(`profile.screens.${i}.id`, screen.id, LIMITS.screenId)
    for (const [part, bounds] of Object.entries(SIDES))
      number(`profile.screens.${i}.${part}`, screen[part as Side], bounds)
  })
  draft.wall.groups.forEach(({ key, turns }, i) => {
    if (!draft.wall.screens.some(({ group }) => group === key))
      missing.push({ field: `profile.groups.${i}`, what: 'group' })
    else if (turns.length === 0) missing.push({ field: `profile.groups.${i}`, what: 'turns' })
    turns.forEach(({ seconds }, j) => number(`profile.groups.${i}.turns.${j}.seconds`, seconds, LIMITS.seconds))
  })
  if (draft.hasNight) {
    clock('profile.night.from', draft.nightFrom)
    clock('profile.night.to', draft.nightTo)
    number('profile.night.light', draft.nightLight, LIGHT)
  }
  if (draft.hasRefresh) clock('profile.refreshAt', draft.refreshAt)
  return missing
}

type Side = 'x' | 'y' | 'width' | 'height'
const SIDES: Readonly<Record<Side, Bounds>> = {
  x: LIMITS.offset,
  y: LIMITS.offset,
  width: LIMITS.width,
  height: LIMITS.height,
}
const isWithin = (value: number | undefined, { min, max }: Bounds): value is number =>
  value !== undefined && value >= min && value <= max

/** Enough of it to be drawn and judged, also while it has no name yet. Undefined while a size is missing. */
export function profileOf(draft: ProfileDraft, id: string): DisplayProfile | undefined {
  const { wall, inches, distanceMetres } = draft
  const screens = wall.screens.flatMap(screen => (hasSides(screen) ? screenOf(screen) : []))
  const isMeasured = screens.length === wall.screens.length && screens.length > 0
  if (!isMeasured || !isWithin(inches, LIMITS.inches) || !isWithin(distanceMetres, LIMITS.distanceMetres))
    return undefined
  return {
    id,
    name: draft.name.trim(),
    screens,
    groups: wall.groups.map(({ key, turns }) => ({
      screens: wall.screens.filter(({ group }) => group === key).map(screen => screen.id),
      turns: turns.map(({ scene, seconds }) => ({ scene, seconds: seconds ?? 0 })),
    })),
    inches,
    distanceMetres,
    borders: draft.borders,
    language: draft.language,
    night: draft.hasNight
      ? { from: clockOf(draft.nightFrom), to: clockOf(draft.nightTo), light: (draft.nightLight ?? PERCENT) / PERCENT }
      : null,
    refreshAt: draft.hasRefresh ? clockOf(draft.refreshAt) : null,
    hasSound: draft.hasSound,
  }
}

type Measured = ScreenDraft & Readonly<Record<Side, number>>
const hasSides = (screen: ScreenDraft): screen is Measured =>
  Object.entries(SIDES).every(([side, bounds]) => isWithin(screen[side as Side], bounds))
const screenOf = ({ id, x, y, width, height }: Measured) => ({ id, x, y, width, height })
