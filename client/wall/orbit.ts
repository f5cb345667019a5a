// Moves the whole page on a small orbit against burn-in. Pure: the place follows from server time, so all screens move together.
const STEP_MS = 150_000
const RADIUS = 3
const STEPS = 8

/** Offset in lines of a 1080-line screen. */
export function orbitAt(serverNow: number): { readonly x: number; readonly y: number } {
  const angle = ((Math.floor(serverNow / STEP_MS) % STEPS) / STEPS) * 2 * Math.PI
  return { x: Math.round(Math.cos(angle) * RADIUS), y: Math.round(Math.sin(angle) * RADIUS) }
}
