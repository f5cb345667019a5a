// What one figure of the desktop says, ready to be shown: made by the figure hooks, drawn by the strip and by the comparison. Types only.
import type { Freshness } from '../../shared/freshness.ts'
import type { Source } from '../../shared/reading.ts'
import type { Mark } from '../overview/stations.ts'

export type FigureFace = {
  readonly id: string
  readonly label: string
  /** As written; undefined = nobody knows. */
  readonly value: string | undefined
  readonly unit?: string | undefined
  /** The number behind the value, where it is one that can be set against another place's; undefined also when nobody knows. */
  readonly amount?: number | undefined
  /** A state, with its shape; undefined = the number is no state. */
  readonly mark?: Mark | undefined
  /** What it means: state, limit, place. */
  readonly meaning: string
  /** Age or period. */
  readonly when: string
  readonly freshness: Freshness
  readonly sources: ReadonlySet<Source>
  /** Where it is seen in full. */
  readonly to: string
}
