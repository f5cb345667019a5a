// Which lines of the list are current and selected, as it changes under one's hands. Pure; a line goes by its key.

export type Selection = {
  /** Where the keyboard stands; undefined = nowhere yet. */
  readonly current: string | undefined
  readonly selected: ReadonlySet<string>
  /** Where the current one stood in the list, for when it goes; -1 = it wasn't seen there yet. */
  readonly index: number
}

const NONE: ReadonlySet<string> = new Set()
export const NOTHING_SELECTED: Selection = { current: undefined, selected: NONE, index: 0 }
/** Where a line is meant to be current once it is found in the list. */
export const meantToBeAt = (line: string | undefined): Selection => ({ current: line, selected: NONE, index: -1 })

export function movedTo(held: Selection, lines: readonly string[], line: string, isExtending = false): Selection {
  const index = lines.indexOf(line)
  if (index < 0) return held
  const from = held.current === undefined ? [] : [held.current]
  return {
    current: line,
    index,
    selected: isExtending ? new Set([...held.selected, ...from, line]) : held.selected,
  }
}

/** Stops at the ends. From nowhere it begins at the first. */
export function movedBy(held: Selection, lines: readonly string[], by: 1 | -1, isExtending = false): Selection {
  const at = held.current === undefined ? -1 : lines.indexOf(held.current)
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), lines.length - 1)
  const line = lines[next]
  return line === undefined ? held : movedTo(held, lines, line, isExtending)
}

export function toggled(held: Selection, line: string): Selection {
  const selected = new Set(held.selected)
  if (!selected.delete(line)) selected.add(line)
  return { ...held, selected }
}

/** All of them, or none when all were. */
export function allToggled(held: Selection, lines: readonly string[]): Selection {
  const isAll = lines.length > 0 && lines.every(line => held.selected.has(line))
  return { ...held, selected: isAll ? NONE : new Set(lines) }
}

/** After the list changed: what left it is no longer selected; the keyboard stays at its line, or where that one stood. */
export function within(held: Selection, lines: readonly string[]): Selection {
  const known = new Set(lines)
  const isSame = [...held.selected].every(line => known.has(line))
  const selected = isSame ? held.selected : new Set([...held.selected].filter(line => known.has(line)))
  if (held.current === undefined) return isSame ? held : { ...held, selected }
  const index = lines.indexOf(held.current)
  if (index >= 0) return isSame && index === held.index ? held : { ...held, index, selected }
  // Nobody stood at its place: what is there now wasn't chosen.
  if (held.index < 0) return { current: undefined, selected, index: 0 }
  const next = Math.min(held.index, lines.length - 1)
  return { current: lines[next], index: Math.max(next, 0), selected }
}
