// `npm test`: format, lint, types, build, then every test; ends with one line of real counts. `--static` stops before the tests.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './support/chromium.ts'

const root = join(import.meta.dirname, '..')
const tool = (path: string, ...args: string[]): string[] => [join(root, 'node_modules', path), ...args]

const CHECKS: readonly (readonly [string, readonly string[]])[] = [
  ['format (biome)', tool('@biomejs/biome/bin/biome', 'ci', '.')],
  ['lint (oxlint, type-aware)', tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings')],
  ['types (tsc)', tool('typescript/bin/tsc', '-p', root)],
  ['build (vite)', tool('vite/bin/vite.js', 'build', '--logLevel', 'warn')],
  ['script budget', [join(root, 'supply', 'budget-cli.ts')]],
]

type Counts = { passed: number; failed: number; skipped: number }

const isStatic = process.argv.includes('--static')
const say = (line: string) => process.stdout.write(`${line}\n`)
const counts: Counts = { passed: 0, failed: 0, skipped: 0 }

for (const [name, command] of CHECKS) {
  const isPassed = run(command)
  say(`${isPassed ? '✓' : '✗'} ${name}`)
  if (isPassed) counts.passed++
  else counts.failed++
}
if (!isStatic) runTests()
say(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`)
process.exitCode = counts.failed > 0 ? 1 : 0

function run(command: readonly string[], environment: NodeJS.ProcessEnv = process.env): boolean {
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env: environment }).status === 0
}

function runTests(): void {
  const folder = mkdtempSync(join(tmpdir(), 'dai-sen-test-'))
  const report = join(folder, 'report.json')
  try {
    const chromium = ensureChromium(say)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const isPassed = run(tool('vitest/vitest.mjs', 'run', ...reporters), { ...process.env, CHROMIUM_PATH: chromium })
    add(JSON.parse(readFileSync(report, 'utf8')), isPassed)
  } catch (error) {
    say(`✗ ${(error as Error).message}`)
    counts.failed++
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function add(
  report: { numPassedTests: number; numFailedTests: number; numPendingTests: number },
  isPassed: boolean,
): void {
  counts.passed += report.numPassedTests
  counts.skipped += report.numPendingTests
  // A file that couldn't be loaded, or an error outside any test, has no failed test to count.
  counts.failed += Math.max(report.numFailedTests, isPassed ? 0 : 1)
}
