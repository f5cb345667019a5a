// How long two tokens of a device work side by side, as the command line says it: 90m, 24h, 7d, or 0. Pure.

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Milliseconds, or undefined when it is no duration. */
export function parseOverlap(text: string): number | undefined {
  if (text === '0') return 0
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? []
  return count === undefined ? undefined : Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS]
}
