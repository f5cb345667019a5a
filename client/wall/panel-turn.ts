// Which of the wall's panels stands beside the map: field and programme in turn, alarms when they take over. Pure: it follows from
// server time and the alarms, so that all screens of a wall turn together.
export const PANELS = ['field', 'programme', 'alarms'] as const
export type WallPanel = (typeof PANELS)[number]

/** Long enough to read five tiles from metres away. */
export const TURN_MS = 30_000
const IN_TURN = ['field', 'programme'] as const satisfies readonly WallPanel[]

/** @param pinned what the address asks for; anything else means "in turn" */
export function panelAt(serverNow: number | undefined, pinned: string | null, isTakenOver: boolean): WallPanel {
  if (isTakenOver) return 'alarms'
  const asked = PANELS.find(panel => panel === pinned)
  if (asked) return asked
  const turn = Math.floor((serverNow ?? 0) / TURN_MS) % IN_TURN.length
  return IN_TURN[turn] ?? 'field'
}
