// Builds the screens when they aren't built yet or their sources changed since: `npm start` and `npm run demo` need no step before.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..', '..')
export const CLIENT_FOLDER = join(ROOT, 'dist', 'client')
const SOURCES = ['client', 'shared', 'public', 'vite.config.ts', 'package-lock.json']

/** `say` gets one line when there is something to build. */
export async function ensureClientBuilt(say: (line: string) => void): Promise<void> {
  const builtAt = statSync(join(CLIENT_FOLDER, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Math.max(...SOURCES.map(source => newestIn(join(ROOT, source)))) <= builtAt) return
  say('Đang dựng giao diện… · Building the screens…')
  await build({ root: join(ROOT, 'client'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
}

function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(stat.mtimeMs, ...readdirSync(path).map(name => newestIn(join(path, name))))
}
