// Medians, percentiles and the printed table of the benchmark.

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const inThousands = (value: number): string => `${(value / 1_000).toFixed(value < 10_000 ? 1 : 0)} k`
export const inMillis = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
export const inMebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MiB`
export const spreadOf = (values: readonly number[]): string =>
  `${inThousands(Math.min(...values))} – ${inThousands(Math.max(...values))}`

export type Goal = { readonly text: string; readonly isMet: boolean }
export type Line = { readonly name: string; readonly value: string; readonly note?: string; readonly goal?: Goal }
export type Section = { readonly title: string; readonly about: string; readonly lines: readonly Line[] }

export function print({ title, about, lines }: Section): void {
  const wide = (pick: (line: Line) => string) => Math.max(...lines.map(line => pick(line).length))
  const nameWidth = wide(line => line.name)
  const valueWidth = wide(line => line.value)
  const noteWidth = wide(line => line.note ?? '')
  const rows = lines.map(({ name, value, note = '', goal }) =>
    [
      `  ${name.padEnd(nameWidth)}`,
      value.padStart(valueWidth),
      note.padEnd(noteWidth),
      goal ? `goal ${goal.text}: ${goal.isMet ? 'met' : 'MISSED'}` : '',
    ]
      .join('  ')
      .trimEnd(),
  )
  process.stdout.write(`\n${title}\n  ${about.replaceAll('. ', '.\n  ')}\n\n${rows.join('\n')}\n`)
}
