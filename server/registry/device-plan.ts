// What a device is before its first reading: the plan a registry provisions from. It knows no transport and no token.
import type { Source } from '../../shared/reading.ts'

export type DevicePlan = {
  readonly id: string
  readonly name: string
  readonly village: string
  readonly lon: number
  readonly lat: number
  readonly source: Source
  /** `intervalMs` null = event-driven. */
  readonly quantities: readonly { readonly code: string; readonly intervalMs: number | null }[]
}
