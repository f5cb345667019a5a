// The shape of the source as rules over a file's path and text. Pure, so that a test can show it a violation.
import { dirname, join } from 'node:path/posix'

export type Source = { readonly path: string; readonly text: string }

export const MAX_LINES = 300
const VAGUE_NAMES = new Set(['utils', 'helpers', 'common', 'manager', 'service', 'index', 'types'])

/** Top to bottom; an import may only point to a lower layer. Folders and files of server/. */
const LAYERS: readonly (readonly string[])[] = [
  ['main.ts', 'demo.ts', 'process.ts'],
  ['compose.ts'],
  [
    'compose-programme.ts',
    'compose-alarms.ts',
    'compose-displays.ts',
    'compose-desk.ts',
    'compose-access.ts',
    'compose-http.ts',
    'compose-unit-board.ts',
  ],
  ['compose-entry.ts'],
  // What a kiosk's officers enter goes through the programme's own doors.
  ['unit-board', 'entry'],
  [
    'ingest',
    'history',
    'replay',
    'audit',
    'programme',
    'alarms',
    'displays',
    'desk',
    'notify',
    'cap',
    'ops',
    'import',
    'simulate',
    'basemap',
  ],
  ['live', 'log'],
  ['access'],
  ['registry', 'evidence', 'spreadsheet'],
  ['http', 'zip'],
  ['store'],
  ['addresses.ts'],
  ['config.ts', 'running.ts', 'shared-run.ts', 'single-flight.ts'],
  ['variables.ts', 'tls-files.ts'],
  ['config-files.ts'],
]
/** Sideways imports that are meant: the programs share what a process is, the import is another edge of the one way in. */
const SIDEWAYS: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['process.ts'],
  'demo.ts': ['process.ts'],
  import: ['ingest'],
}
/** A simulated field knows how devices come to be, and otherwise only what anyone outside knows. */
const SIMULATE_MAY = new Set([
  ...['device-plan', 'provision', 'seed'].map(name => `server/registry/${name}.ts`),
  // The simulated programme and the simulated alarms begin where the real ones do.
  'server/programme/seed.ts',
  'server/alarms/seed.ts',
])
/** Who may talk to SQLite. */
const DATABASE_FOLDER = 'server/store/sqlite/'

/** What a file imports: packages as they are named, files as paths from the root of the project. */
export function importsOf({ path, text }: Source): string[] {
  const code = withoutComments(text)
  const patterns = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"`]([^'"`]+)['"`]/g,
    /\bnew URL\(\s*['"`](\.[^'"`]+)['"`]/g,
  ]
  const found = patterns.flatMap(pattern => [...code.matchAll(pattern)].map(match => match[1] ?? ''))
  return found.map(target => (target.startsWith('.') ? join(dirname(path), target) : target))
}

/** Every rule a file breaks, in words; empty when it breaks none. */
export function violationsOf(source: Source): string[] {
  const { path, text } = source
  const imports = importsOf(source)
  const code = withoutStrings(withoutComments(text))
  const broken: string[] = []
  const name = path.split('/').at(-1)?.split('.')[0] ?? ''
  const vague = name.split('-').filter(part => VAGUE_NAMES.has(part))
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

  for (const target of imports) if (!mayImport(path, target)) broken.push(`must not import ${target}`)
  if (vague.length > 0) broken.push(`the name says nothing: ${vague.join(', ')}`)
  if (lines > MAX_LINES) broken.push(`${lines} lines`)
  if (/^\s*export\s+default\b|\bas\s+default\b/m.test(code)) broken.push('a default export')
  if (isBarrel(code)) broken.push('nothing but other files again')
  if (/(?<![.\w$-])any\b(?![(\w-])/.test(code)) broken.push('the type any')
  return broken
}

function mayImport(path: string, target: string): boolean {
  const [part] = path.split('/')
  const [targetPart] = target.split('/')
  const isOurs = targetPart === 'client' || targetPart === 'server' || targetPart === 'shared' || targetPart === 'test'
  if (target === 'node:sqlite') return path.startsWith(DATABASE_FOLDER)
  if (part === 'shared') return targetPart === 'shared' || target === 'zod'
  if (part === 'client')
    return target.startsWith('node:') ? false : !isOurs || targetPart === 'client' || targetPart === 'shared'
  if (!isOurs || targetPart === 'shared') return true
  if (targetPart !== 'server') return false
  return mayImportWithinServer(path, target)
}

function mayImportWithinServer(path: string, target: string): boolean {
  const from = path.split('/')[1] ?? ''
  const to = target.split('/')[1] ?? ''
  if (from === to) return true
  if (from === 'simulate') return SIMULATE_MAY.has(target)
  if (from === 'running.ts') return false
  const layer = (name: string) => LAYERS.findIndex(names => names.includes(name))
  // A folder nobody placed is a violation: it must be given its layer here.
  if (layer(from) < 0 || layer(to) < 0) return false
  return layer(from) < layer(to) || (SIDEWAYS[from] ?? []).includes(to)
}

/** A file that only passes on what others say. */
function isBarrel(code: string): boolean {
  const statements = code.replaceAll(/\s+/g, ' ').trim()
  return (
    /\bexport\s+(?:type\s+)?(?:\*|\{)[^;]*?\bfrom\b/.test(statements) &&
    !/\b(?:const|let|function|class|type\s+\w+\s*=)\b/.test(statements)
  )
}

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, ' ').replaceAll(/(^|\s)\/\/.*$/gm, '$1')
const withoutStrings = (text: string): string =>
  text.replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")
