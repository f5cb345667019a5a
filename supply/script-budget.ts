// How much script a first visit costs, and what must not travel with what. Pure: sizes are given. Knows the chunks and nothing of React.
import type { Chunk } from './chunk-list.ts'

/** Brotli bytes of all scripts of the desktop's first visit. */
export const DESKTOP_BUDGET = 800 * 1_024

/** The lazy parts a first visit of `/` asks for, by the source each begins with. */
export const DESKTOP_PARTS = ['client/desktop/desktop-page.tsx', 'client/map/map-view.tsx'] as const
/** Fetched by the map itself. */
export const MAP_WORKER = /^assets\/maplibre-gl-worker-/
const MAP_PACKAGES = /^(?:maplibre-gl|deck\.gl|@deck\.gl\/|@luma\.gl\/|@loaders\.gl\/|@math\.gl\/)/
/** Pages of forms and tables, which draw no map before somebody asks for one. */
export const FORM_PAGES = [
  'client/programme/programme-page.tsx',
  'client/alarms/alarms-page.tsx',
  'client/fleet/fleet-page.tsx',
  'client/access/accounts/accounts-page.tsx',
  'client/access/log/access-log-page.tsx',
  'client/access/account-page.tsx',
  'client/access/sign-in-page.tsx',
  'client/alarms/acknowledge/acknowledge-page.tsx',
] as const
/** What only forms and tables need. */
const FORM_CODE = /^client\/kit\/(?:data-table|matrix-|form\.|form-|.*-field\.|dialog\.)/

export type Verdict = {
  readonly files: readonly { readonly file: string; readonly bytes: number }[]
  readonly total: number
  /** Why the build is refused; empty = it isn't. */
  readonly faults: readonly string[]
}

/** @param bytesOf brotli size of a file */
export function judgeScripts(chunks: readonly Chunk[], bytesOf: (file: string) => number): Verdict {
  const faults: string[] = []
  const find = (source: string) => {
    const found = chunks.find(({ madeOf }) => madeOf.includes(source))
    if (!found) faults.push(`${source} is in no chunk`)
    return found
  }
  const entries = chunks.filter(({ isEntry }) => isEntry)
  const parts = DESKTOP_PARTS.flatMap(source => find(source) ?? [])
  const workers = chunks.filter(({ file }) => MAP_WORKER.test(file))
  if (workers.length === 0) faults.push('the map has no worker of its own')
  const withMap = closureOf(chunks, [...entries, ...parts])
  // What the map's own code may still ask for is taken as asked for.
  const later = withMap.filter(holdsMap).flatMap(({ asksFor }) => chunks.filter(({ file }) => asksFor.includes(file)))
  const first = [...closureOf(chunks, [...withMap, ...later]), ...workers]
  const files = first.map(({ file }) => ({ file, bytes: bytesOf(file) })).sort((a, b) => b.bytes - a.bytes)
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > DESKTOP_BUDGET) faults.push(`the desktop loads ${total} bytes of script, ${DESKTOP_BUDGET} are allowed`)

  for (const source of FORM_PAGES) {
    const page = find(source)
    for (const { file, madeOf } of page ? closureOf(chunks, [...entries, page]) : [])
      for (const name of madeOf.filter(one => MAP_PACKAGES.test(one))) faults.push(`${source} brings ${name} (${file})`)
  }
  for (const { file, madeOf } of chunks.filter(holdsMap))
    for (const name of madeOf.filter(one => FORM_CODE.test(one))) faults.push(`${file} holds map and ${name}`)
  return { files, total, faults: [...new Set(faults)] }
}

const holdsMap = ({ madeOf }: Chunk): boolean => madeOf.some(name => MAP_PACKAGES.test(name))

/** These and all that comes with them at once. */
function closureOf(chunks: readonly Chunk[], from: readonly Chunk[]): readonly Chunk[] {
  const byFile = new Map(chunks.map(chunk => [chunk.file, chunk]))
  const found = new Set<Chunk>()
  const waiting = [...from]
  for (let chunk = waiting.pop(); chunk; chunk = waiting.pop()) {
    if (found.has(chunk)) continue
    found.add(chunk)
    waiting.push(...chunk.imports.flatMap(file => byFile.get(file) ?? []))
  }
  return [...found]
}
