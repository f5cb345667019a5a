// The PIN that opens a display's service page: figures alone, for it is typed on glass; none that everybody tries first. Pure.
export const MIN_PIN = 6
export const MAX_PIN = 12
export const PIN = /^\d{6,12}$/

/** All one figure, a run up or down, or a short piece said again and again. */
export function isGuessablePin(pin: string): boolean {
  const figures = Array.from(pin, Number)
  const steps = new Set(figures.slice(1).map((figure, i) => figure - (figures[i] ?? 0)))
  if (steps.size <= 1 && Math.abs([...steps][0] ?? 0) <= 1) return true
  const period = `${pin}${pin}`.indexOf(pin, 1)
  return period < pin.length && period <= 3
}
