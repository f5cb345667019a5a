// How the displays stand, and in which order they need somebody. Pure.
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import { SCENES, type ShownScene } from '../../shared/displays/scene.ts'
import { isClockOff } from './pairing/pairing-standing.ts'

/** `silent`: connected, but it no longer reports. `unheard`: named, and not heard since the station started. */
export type Standing = 'running' | 'silent' | 'lost' | 'unheard'

export function standingOf({ isAlive, isConnected, report }: FleetRow): Standing {
  if (isAlive) return 'running'
  if (!report) return 'unheard'
  return isConnected ? 'silent' : 'lost'
}

/** Of a browser that nobody named and that has gone, nothing is missed. */
export function isTroubled(row: FleetRow): boolean {
  const standing = standingOf(row)
  if (standing === 'running') return (row.report?.troubles.length ?? 0) > 0 || isClockOff(row)
  return row.name !== null || standing === 'silent'
}

export type FleetSummary = { readonly all: number; readonly alive: number; readonly troubled: number }

export const summaryOf = (rows: readonly FleetRow[]): FleetSummary => ({
  all: rows.length,
  alive: rows.filter(({ isAlive }) => isAlive).length,
  troubled: rows.filter(isTroubled).length,
})

/** Those that don't run, those in trouble, those that wait for a name, the fine ones, and what has gone without ever having had a name. */
export function mostTroubledFirst(rows: readonly FleetRow[]): readonly FleetRow[] {
  const names = new Intl.Collator('vi')
  return [...rows].sort(
    (a, b) =>
      urgencyOf(a) - urgencyOf(b) ||
      names.compare(a.name ?? '', b.name ?? '') ||
      (a.display < b.display ? -1 : Number(a.display > b.display)),
  )
}

function urgencyOf(row: FleetRow): number {
  if (isTroubled(row)) return row.isAlive ? 1 : 0
  if (!row.isAlive) return 4
  return row.name === null ? 2 : 3
}

/** What a report says it shows; undefined when this page knows no such scene. */
export function sceneOfKey(key: string | null): ShownScene | undefined {
  const [name, villageId] = (key ?? '').split(':')
  const scene = SCENES.find(one => one === name)
  if (scene !== 'village') return scene && { scene }
  return villageId ? { scene, villageId } : undefined
}
