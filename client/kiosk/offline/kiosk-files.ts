// Which files of the build a kiosk needs to start without a line: its page's parts, everything they ask for later, styles, fonts, the map's
// files. Pure; the build hands in what it made.
export type BuiltPart = {
  readonly fileName: string
  /** Of a part that is a module of its own; null otherwise. */
  readonly source: string | null
  readonly isEntry: boolean
  readonly imports: readonly string[]
  readonly dynamicImports: readonly string[]
  /** Styles, fonts and other files that it brings along. */
  readonly files: readonly string[]
}

/** What the first page asks for by itself for a kiosk; everything else of the first page's is other pages'. */
const KIOSK_SOURCES = /\/client\/(?:kiosk\/kiosk-page|displays\/display-gate)\.tsx$/

/** Paths as a browser asks for them, in the order of their letters. */
export function kioskFiles(parts: readonly BuiltPart[], others: readonly string[]): readonly string[] {
  const byName = new Map(parts.map(part => [part.fileName, part]))
  const needed = new Set<string>()
  const visit = (fileName: string): void => {
    const part = byName.get(fileName)
    if (!part || needed.has(fileName)) return
    needed.add(fileName)
    for (const file of part.files) needed.add(file)
    for (const one of part.imports) visit(one)
    // The entry may ask for every page there is.
    if (!part.isEntry) for (const one of part.dynamicImports) visit(one)
  }
  for (const part of parts) if (part.isEntry || KIOSK_SOURCES.test(part.source ?? '')) visit(part.fileName)
  return [...needed, ...others].map(name => `/${name}`).sort()
}
