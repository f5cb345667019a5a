// Builds the screens when they aren't built yet or their sources changed since: `npm start` and `npm run demo` need no step before.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
export const CLIENT_FOLDER = join(ROOT, 'dist', 'client')
const SOURCES = ['client', 'shared', 'public', 'vite.config.ts', 'package-lock.json']

/** `say` gets one line when there is something to build. */
export async function ensureClientBuilt(say: (line: string) => void): Promise<void> {
  const builtAt = statSync(join(CLIENT_FOLDER, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Math.max(...SOURCES.map(source => newestIn(join(ROOT, source)))) <= builtAt) return
  say('Đang dựng giao diện… · Building the screens…')
  // In a process of its own: the bundler's half gigabyte must not stay with a server that runs for months.
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const builder = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(builder, 'exit')
  if (code !== 0) throw new Error(`vite build: ${String(code)}`)
}

function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(stat.mtimeMs, ...readdirSync(path).map(name => newestIn(join(path, name))))
}
