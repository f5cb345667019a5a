// Which of the wall's two panels stands beside the map: field or programme, in turn. Pure: it follows from server time, so that all
// screens of a wall turn together.
export const PANELS = ['field', 'programme'] as const
export type WallPanel = (typeof PANELS)[number]

/** Long enough to read five tiles from metres away. */
export const TURN_MS = 30_000

/** @param pinned what the address asks for; anything else means "in turn" */
export function panelAt(serverNow: number | undefined, pinned: string | null): WallPanel {
  const asked = PANELS.find(panel => panel === pinned)
  if (asked) return asked
  const turn = Math.floor((serverNow ?? 0) / TURN_MS) % PANELS.length
  return PANELS[turn] ?? 'field'
}
