// How far each village is: its outline raised by the share of indicators it meets, coloured by its state.
import { type Layer, PolygonLayer } from 'deck.gl'
import type { ProgrammeOverview } from '../../../shared/programme/overview.ts'
import type { Palette } from '../../design/palette.ts'
import type { Geo } from '../geo-query.ts'
import { LOAD_NOTHING, rgbOf } from './layer-parts.ts'

export const STANDINGS = ['recognised', 'appraisal', 'working', 'unknown'] as const
export type Standing = (typeof STANDINGS)[number]
export const STANDING_TONE = {
  recognised: 'reached',
  appraisal: 'info',
  working: 'muted',
  unknown: 'faint',
} as const satisfies Record<Standing, keyof Palette>
/** Metres of a village that meets everything: low, so that none hides its neighbour. */
const FULL_METRES = 2_400
const OPACITY = 0.55

export type StandingArea = {
  readonly polygon: [number, number][]
  readonly standing: Standing
  /** 0 to 1; undefined = nothing is judged. */
  readonly share: number | undefined
}

export function standingOf({ recognition, stage, counts }: ProgrammeOverview['villages'][number]): Standing {
  if (recognition.kind === 'recognised') return 'recognised'
  if (stage !== null && stage !== 'recognised') return 'appraisal'
  return typeof counts.total === 'number' && counts.total > 0 ? 'working' : 'unknown'
}

/** @param codeOf outline code of a village */
export function standingAreas(
  { villages }: Pick<ProgrammeOverview, 'villages'>,
  geo: Geo,
  codeOf: (villageId: string) => string | undefined,
): readonly StandingArea[] {
  return villages.flatMap(village => {
    const code = codeOf(village.id)
    const ring = geo.communes.features.find(({ properties }) => properties.code === code)?.geometry.coordinates[0]
    if (!ring) return []
    const { met, total } = village.counts
    return [
      {
        polygon: ring.map(([lon = 0, lat = 0]): [number, number] => [lon, lat]),
        standing: standingOf(village),
        share: typeof total === 'number' && total > 0 ? met / total : undefined,
      },
    ]
  })
}

export const standingLayers = (
  areas: readonly StandingArea[],
  isRaised: boolean,
  palette: Palette,
): readonly Layer[] => [
  new PolygonLayer<StandingArea>({
    id: 'standing',
    data: areas as StandingArea[],
    extruded: isRaised,
    getPolygon: ({ polygon }) => polygon,
    getElevation: ({ share }) => (share ?? 0) * FULL_METRES,
    getFillColor: ({ standing }) => [...rgbOf(palette[STANDING_TONE[standing]]), Math.round(OPACITY * 255)],
    getLineColor: ({ standing }) => rgbOf(palette[STANDING_TONE[standing]]),
    lineWidthMinPixels: 2,
    material: false,
    loadOptions: LOAD_NOTHING,
  }),
]
