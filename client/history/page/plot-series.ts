// A series as the history page shows it, measured or computed: its names, unit, colour, source. Pure.
import type { DerivedSeries } from '../../../shared/history/api-schema.ts'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import type { Source } from '../../../shared/reading.ts'
import type { Token } from '../../design/palette.ts'
import type { QuantityWords } from '../../registry/quantity-words.ts'

export type PlotSeries = {
  readonly id: string
  readonly name: string
  /** Station and village. */
  readonly place: string
  /** Series of one unit share an axis. */
  readonly unit: string
  readonly axis: string
  readonly decimals: number
  readonly source: Source
  /** Whether what it shows is not measured: simulated, or computed from what is. */
  readonly isSimulated: boolean
  readonly intervalMs: number | null
  /** Undefined for a computed one. */
  readonly live: CatalogueSeries | undefined
  readonly derived: DerivedSeries | undefined
  /** Whether adding its readings up means something. */
  readonly isSum: boolean
}

export type DerivedNames = (kind: DerivedSeries['kind']) => string

export function plotSeriesOf(
  ids: readonly string[],
  world: {
    readonly catalogue: readonly CatalogueSeries[]
    readonly derived: readonly DerivedSeries[]
    readonly words: QuantityWords
    readonly villageName: (id: string) => string
    readonly derivedName: DerivedNames
    readonly isSum: (quantity: string) => boolean
  },
): readonly PlotSeries[] {
  return ids.flatMap((id): PlotSeries[] => {
    const live = world.catalogue.find(one => one.id === id)
    if (live) {
      const unit = world.words.unit(live.quantity)
      return [
        {
          id,
          name: world.words.name(live.quantity),
          place: `${live.deviceName} · ${world.villageName(live.village)}`,
          unit,
          axis: unit === '' ? live.quantity : unit,
          decimals: world.words.decimals(live.quantity),
          source: live.source,
          isSimulated: live.source === 'simulated',
          intervalMs: live.intervalMs,
          live,
          derived: undefined,
          isSum: world.isSum(live.quantity),
        },
      ]
    }
    const derived = world.derived.find(one => one.id === id)
    if (!derived) return []
    return [
      {
        id,
        name: world.derivedName(derived.kind),
        place: `${derived.deviceName} · ${world.villageName(derived.village)}`,
        unit: '',
        axis: derived.kind.startsWith('vn-aqi') ? 'vn-aqi' : derived.kind,
        decimals: 0,
        source: 'derived',
        isSimulated: derived.inputSource === 'simulated',
        intervalMs: derived.intervalMs,
        live: undefined,
        derived,
        isSum: false,
      },
    ]
  })
}

/** Told apart also without colour: each has its own dash. */
export const LOOKS = [
  { tone: 'info', dash: [] },
  { tone: 'warning', dash: [] },
  { tone: 'lotus', dash: [8, 4] },
  { tone: 'reached', dash: [8, 4] },
  { tone: 'caution', dash: [2, 4] },
  { tone: 'critical', dash: [2, 4] },
  { tone: 'normal', dash: [10, 3, 2, 3] },
  { tone: 'muted', dash: [10, 3, 2, 3] },
] as const satisfies readonly { readonly tone: Token; readonly dash: readonly number[] }[]

export const lookOf = (place: number): { readonly tone: Token; readonly dash: readonly number[] } =>
  LOOKS[place % LOOKS.length] ?? LOOKS[0]
