// A profile while it is edited: everything a form can hold, also what isn't complete yet. A screen says its group, so that each is in
// exactly one. Pure.
import type { DisplayProfile, ProfileScreen, SceneTurn } from '../../../shared/displays/profile.ts'
import type { SceneId } from '../../../shared/displays/scene.ts'

/** `key` tells the rows apart while they move. */
export type ScreenDraft = {
  readonly key: string
  readonly id: string
  readonly x: number | undefined
  readonly y: number | undefined
  readonly width: number | undefined
  readonly height: number | undefined
  /** Key of its group. */
  readonly group: string
}
export type TurnDraft = { readonly key: string; readonly scene: SceneId; readonly seconds: number | undefined }
export type GroupDraft = { readonly key: string; readonly turns: readonly TurnDraft[] }
export type Wall = { readonly screens: readonly ScreenDraft[]; readonly groups: readonly GroupDraft[] }

export type ProfileDraft = {
  /** Undefined = it follows from the name. */
  readonly id: string | undefined
  readonly name: string
  /** Screens and groups speak of each other: they are taken over as one. */
  readonly wall: Wall
  readonly inches: number | undefined
  readonly distanceMetres: number | undefined
  readonly borders: DisplayProfile['borders']
  readonly language: DisplayProfile['language']
  readonly hasNight: boolean
  readonly nightFrom: string
  readonly nightTo: string
  /** Percent. */
  readonly nightLight: number | undefined
  readonly hasRefresh: boolean
  readonly refreshAt: string
  readonly hasSound: boolean
}

/** @param newKey another text with each call */
export type NewKey = () => string

const NIGHT = { from: '20:00', to: '05:30', light: 0.5 }
const REFRESH_AT = '03:10'
const PERCENT = 100

export function draftOfProfile(profile: DisplayProfile, newKey: NewKey): ProfileDraft {
  const groups = profile.groups.map(group => ({
    key: newKey(),
    turns: group.turns.map(turn => turnDraft(turn, newKey)),
  }))
  const groupOf = (id: string) => groups[profile.groups.findIndex(({ screens }) => screens.includes(id))]?.key ?? ''
  const night = profile.night ?? NIGHT
  return {
    id: profile.id,
    name: profile.name,
    wall: { screens: profile.screens.map(screen => screenDraft(screen, groupOf(screen.id), newKey)), groups },
    inches: profile.inches,
    distanceMetres: profile.distanceMetres,
    borders: profile.borders,
    language: profile.language,
    hasNight: profile.night !== null,
    nightFrom: night.from,
    nightTo: night.to,
    nightLight: Math.round(night.light * PERCENT),
    hasRefresh: profile.refreshAt !== null,
    refreshAt: profile.refreshAt ?? REFRESH_AT,
    hasSound: profile.hasSound,
  }
}

export const screenDraft = (screen: ProfileScreen, group: string, newKey: NewKey): ScreenDraft => ({
  ...screen,
  key: newKey(),
  group,
})
export const turnDraft = (turn: SceneTurn, newKey: NewKey): TurnDraft => ({ ...turn, key: newKey() })

/** What the screens and groups come to, without the keys, which are others in every draft. */
const saidOfWall = ({ screens, groups }: Wall): string =>
  JSON.stringify([
    screens.map(one => [one.id, one.x, one.y, one.width, one.height, groups.findIndex(({ key }) => key === one.group)]),
    groups.map(({ turns }) => turns.map(({ scene, seconds }) => [scene, seconds])),
  ])

/**
 * What was typed, moved onto the version that somebody else saved meanwhile: what this person changed stays, everything else becomes
 * what the other made of it.
 * @param base the draft as the form opened
 */
export function rebaseProfile(base: ProfileDraft, mine: ProfileDraft, theirs: ProfileDraft): ProfileDraft {
  const kept = Object.entries(mine).filter(([part, value]) =>
    part === 'wall' ? saidOfWall(base.wall) !== saidOfWall(mine.wall) : value !== base[part as keyof ProfileDraft],
  )
  return { ...theirs, ...Object.fromEntries(kept) }
}
