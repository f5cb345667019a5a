// The palette of tokens.css for canvases, which can't read custom properties. One meaning per colour.
import type { Mark } from '../overview/stations.ts'

export const PALETTE = {
  ground: '#0B1220',
  land: '#0F1A2C',
  landEdge: '#1B2A44',
  border: '#3A4B6B',
  hairline: '#26344F',
  text: '#E8EEF7',
  muted: '#9FB0C8',
  river: '#3FA7D6',
  lotus: '#F29BBF',
} as const

export const MARK_COLOUR = {
  normal: '#C9D6E8',
  caution: '#F0E442',
  warning: '#E69F00',
  critical: '#FF8A4C',
  stale: '#9FB0C8',
  dead: '#9FB0C8',
} as const satisfies Record<Mark, string>
