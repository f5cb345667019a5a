// A station (device) as one thing: what its series together say about it. Pure.
import type { Freshness } from './freshness.ts'

export type StationState = 'online' | 'stale' | 'offline' | 'unknown'

/**
 * @param connection what the device's own `online` series last said; undefined = it never said
 * @param freshness of every other series with an expected interval
 */
export function stationState(connection: 0 | 1 | undefined, freshness: readonly Freshness[]): StationState {
  if (connection === 0) return 'offline'
  const seen = freshness.filter(one => one !== 'none')
  if (seen.length === 0) return 'unknown'
  if (seen.includes('live')) return 'online'
  return seen.includes('stale') ? 'stale' : 'offline'
}
