// How a wall is built and what it shows: its screens on one canvas, the scenes of each group of them, night and sound. Plain types;
// what is allowed of them is decided in decide-profile.ts.
import type { SceneId } from './scene.ts'

/** In CSS pixels of the canvas; y downwards. */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** One physical screen. What lies between two of them is bezel: nothing is shown there. */
export type ProfileScreen = Rect & { readonly id: string }

export type SceneTurn = {
  readonly scene: SceneId /** A village's scene lasts so long for each village. */
  readonly seconds: number
}

/** Screens that show one scene together, each a part of it. Every screen of a profile is in exactly one group. */
export type ScreenGroup = { readonly screens: readonly string[]; readonly turns: readonly SceneTurn[] }

/** Clock times of the province, 'HH:MM'; may run over midnight. */
export type Night = {
  readonly from: string
  readonly to: string /** Share of the light that is left, 0.3 to 1. */
  readonly light: number
}

export type DisplayProfile = {
  readonly id: string
  readonly name: string
  readonly screens: readonly ProfileScreen[]
  readonly groups: readonly ScreenGroup[]
  /** Diagonal of one screen, and how far away its readers stand: they give the size of type. */
  readonly inches: number
  readonly distanceMetres: number
  /** Which borders the map draws. */
  readonly borders: 'communes' | 'districts'
  readonly language: 'vi' | 'en'
  readonly night: Night | null
  /** 'HH:MM' of the province: the page is loaded anew once a day at this quiet hour; null = never. */
  readonly refreshAt: string | null
  /** Of high alarms only. */
  readonly hasSound: boolean
}
