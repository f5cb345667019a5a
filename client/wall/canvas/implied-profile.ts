// The profile of a wall that nobody has given one: what its window looks like, and what its address asks for. Pure.
import type { DisplayProfile, ProfileScreen, SceneTurn } from '../../../shared/displays/profile.ts'
import { SCENES, type ShownScene } from '../../../shared/displays/scene.ts'

export const DEFAULT_DISTANCE_METRES = 3
export const DEFAULT_INCHES = 55
const SECONDS = 25
const SECONDS_A_VILLAGE = 20
/** Wider than two screens side by side. */
const THREE_SCREENS = 2.6

const TURNS: readonly SceneTurn[] = SCENES.map(scene => ({
  scene,
  seconds: scene === 'village' ? SECONDS_A_VILLAGE : SECONDS,
}))

/** @param language of the page */
export function impliedProfile(
  { width, height }: { readonly width: number; readonly height: number },
  parameters: URLSearchParams,
  language: DisplayProfile['language'],
): DisplayProfile {
  const screens = impliedScreens(width, height)
  return {
    id: 'implied',
    name: '',
    screens,
    groups: [{ screens: screens.map(({ id }) => id), turns: TURNS }],
    inches: numberOr(parameters.get('inches'), 10, 200, DEFAULT_INCHES),
    distanceMetres: numberOr(parameters.get('distance'), 0.5, 30, DEFAULT_DISTANCE_METRES),
    borders: parameters.get('borders') === 'districts' ? 'districts' : 'communes',
    language,
    night: null,
    refreshAt: null,
    hasSound: false,
  }
}

function impliedScreens(width: number, height: number): readonly ProfileScreen[] {
  const count = width / height > THREE_SCREENS ? 3 : 1
  const each = width / count
  return Array.from({ length: count }, (_, i) => ({ id: String(i + 1), x: i * each, y: 0, width: each, height }))
}

/** A scene that the address pins; undefined = all in turn. */
export function pinnedScene(parameters: URLSearchParams, villageIds: readonly string[]): ShownScene | undefined {
  const scene = SCENES.find(one => one === parameters.get('scene'))
  if (scene !== 'village') return scene && { scene }
  const villageId = villageIds.find(id => id === parameters.get('village')) ?? villageIds[0]
  return villageId === undefined ? undefined : { scene, villageId }
}

/** A number from the address, or the default when it is missing or makes no sense. */
function numberOr(text: string | null, least: number, most: number, otherwise: number): number {
  const number = Number(text)
  return text !== null && text !== '' && number >= least && number <= most ? number : otherwise
}
