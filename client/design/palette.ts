// The palette of tokens.css for canvases, which can't read custom properties, in both themes. One meaning per colour. Knows no page.
import type { Mark } from '../overview/stations.ts'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const DARK = {
  ground: '#0B1220',
  land: '#0F1A2C',
  landEdge: '#1B2A44',
  border: '#3A4B6B',
  hairline: '#26344F',
  text: '#E8EEF7',
  muted: '#9FB0C8',
  faint: '#6F819C',
  river: '#3FA7D6',
  lotus: '#F29BBF',
  reached: '#3DBE95',
  info: '#56B4E9',
  pests: '#CC79A7',
  /** A station that is well. */
  normal: '#C9D6E8',
  caution: '#F0E442',
  warning: '#E69F00',
  critical: '#FF8A4C',
  /** Of the richer base map: between the ground and the river's own blue. */
  green: '#0F2123',
  built: '#131F33',
  water: '#12324D',
  minorRoad: '#1A2840',
  majorRoad: '#24344F',
} as const
export type Palette = Readonly<Record<keyof typeof DARK, string>>

const LIGHT: Palette = {
  ground: '#F6F8FB',
  land: '#FFFFFF',
  landEdge: '#E4EAF3',
  border: '#8F9DB3',
  hairline: '#D3DCE8',
  text: '#14213A',
  muted: '#4A5B75',
  faint: '#5D6F8A',
  river: '#1B6E9C',
  lotus: '#B03A6F',
  reached: '#00734F',
  info: '#1F6AA5',
  pests: '#98407A',
  normal: '#3B4C68',
  caution: '#6B6400',
  warning: '#8A5A00',
  critical: '#B04400',
  green: '#E5F0E6',
  built: '#EEEDEF',
  water: '#BFDDEC',
  minorRoad: '#E1E6ED',
  majorRoad: '#CBD4E0',
}

export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK }

export const MARK_TONE = {
  normal: 'normal',
  caution: 'caution',
  warning: 'warning',
  critical: 'critical',
  stale: 'muted',
  dead: 'muted',
} as const satisfies Record<Mark, keyof Palette>

/** The tones that tokens.css has too, for drawings in the page itself. */
export type Token = Exclude<
  keyof Palette,
  'landEdge' | 'border' | 'hairline' | 'green' | 'built' | 'water' | `${string}Road`
>
export const tokenOf = (token: Token): string => `var(--${token})`
