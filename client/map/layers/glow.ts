// Rain and pests as a glow around the place that measured them: the larger the more. Nothing is guessed for the land in between.
import { IconLayer, type Layer } from 'deck.gl'
import type { Palette } from '../../design/palette.ts'
import { LOAD_NOTHING, type LonLat, pointOf, rgbOf } from './layer-parts.ts'

export type Glow = {
  readonly at: LonLat
  /** 0 to 1 of what fills the glow. */
  readonly share: number
}
export type GlowKind = 'rain' | 'pests'
export const GLOW_TONE = { rain: 'info', pests: 'pests' } as const satisfies Record<GlowKind, keyof Palette>
/** mm in 24 hours, and insects in a night, at which a glow is full: our own, for the eye only. */
export const GLOW_FULL: Readonly<Record<GlowKind, number>> = { rain: 50, pests: 2_000 }
const PIXELS = { least: 40, most: 190 }
const CELL = 128

/** Nothing measured is no glow; a little is seen. */
export const glowShare = (kind: GlowKind, value: number): number =>
  value <= 0 ? 0 : Math.sqrt(Math.min(1, value / GLOW_FULL[kind]))

export function drawGlow(): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = CELL
  canvas.height = CELL
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  const gradient = context.createRadialGradient(CELL / 2, CELL / 2, 0, CELL / 2, CELL / 2, CELL / 2)
  gradient.addColorStop(0, 'rgba(255,255,255,0.85)')
  gradient.addColorStop(0.5, 'rgba(255,255,255,0.35)')
  gradient.addColorStop(1, 'rgba(255,255,255,0)')
  context.fillStyle = gradient
  context.fillRect(0, 0, CELL, CELL)
  return canvas
}

export const glowLayers = (
  kind: GlowKind,
  glows: readonly Glow[],
  atlas: HTMLCanvasElement,
  { unit, palette }: { readonly unit: number; readonly palette: Palette },
): readonly Layer[] => [
  new IconLayer<Glow>({
    id: `glow-${kind}`,
    data: glows.filter(({ share }) => share > 0),
    getPosition: pointOf,
    getIcon: () => 'glow',
    getSize: ({ share }) => (PIXELS.least + (PIXELS.most - PIXELS.least) * share) * unit,
    getColor: rgbOf(palette[GLOW_TONE[kind]]),
    // A canvas is a texture source as good as an image; the declared type only knows addresses and textures.
    iconAtlas: atlas as unknown as string,
    iconMapping: { glow: { x: 0, y: 0, width: CELL, height: CELL, mask: true } },
    sizeUnits: 'pixels',
    alphaCutoff: 0,
    loadOptions: LOAD_NOTHING,
  }),
]
