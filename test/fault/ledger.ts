// What was acknowledged, kept outside the server under test; compared with what the server holds.
import { readAll } from '../support/fleet.ts'

/** One reading as it was sent. */
export type Sent = { readonly series: string; readonly t: number; readonly v: number }

export type Comparison = {
  readonly acknowledged: number
  readonly stored: number
  readonly lost: number
  readonly duplicated: number
  readonly different: number
}

export type Ledger = {
  readonly note: (acknowledged: readonly Sent[]) => void
  readonly size: () => number
  readonly compare: (url: string) => Promise<Comparison>
}

export function createLedger(): Ledger {
  const bySeries = new Map<string, Map<number, number>>()
  const size = () => [...bySeries.values()].reduce((sum, held) => sum + held.size, 0)
  return {
    note(acknowledged) {
      for (const { series, t, v } of acknowledged) {
        const held = bySeries.get(series)
        if (held) held.set(t, v)
        else bySeries.set(series, new Map([[t, v]]))
      }
    },
    size,
    async compare(url) {
      const counted = { acknowledged: size(), stored: 0, lost: 0, duplicated: 0, different: 0 }
      for (const [series, expected] of bySeries) {
        const rows = await readAll(url, series)
        const stored = new Map(rows.map(({ t, v }) => [t, v]))
        counted.stored += rows.length
        counted.duplicated += rows.length - stored.size
        for (const [t, v] of expected) {
          if (!stored.has(t)) counted.lost++
          else if (stored.get(t) !== v) counted.different++
        }
      }
      return counted
    },
  }
}
