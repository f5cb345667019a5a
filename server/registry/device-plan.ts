// What a device is before its first reading: the plan a registry provisions from. It knows no transport and no token.
import type { DeviceSite } from '../store/store.ts'

export type DevicePlan = DeviceSite & {
  /** `intervalMs` null = event-driven. */
  readonly quantities: readonly { readonly code: string; readonly intervalMs: number | null }[]
}
