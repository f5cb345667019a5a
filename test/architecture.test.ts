// An import may only point down. Reads every source file and holds it against the rules in support/architecture.ts.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, MAX_LINES, violationsOf } from './support/architecture.ts'

const ROOT = join(import.meta.dirname, '..')
const sources = globSync('{client,server,shared}/**/*.{ts,tsx}', { cwd: ROOT }).map(path => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(join(ROOT, path), 'utf8'),
}))

test('the sources are found', () => {
  for (const part of ['client/', 'server/', 'shared/'])
    expect(sources.some(({ path }) => path.startsWith(part))).toBe(true)
  expect(sources.flatMap(importsOf).length).toBeGreaterThan(300)
})

test('every source file keeps the rules', () =>
  expect(sources.flatMap(source => violationsOf(source).map(rule => `${source.path}: ${rule}`))).toEqual([]))

test('every file that is imported is there', () => {
  const paths = new Set(sources.map(({ path }) => path))
  const lost = sources.flatMap(source =>
    importsOf(source)
      .filter(target => /^(?:client|server|shared)\/.*\.tsx?$/.test(target) && !paths.has(target))
      .map(target => `${source.path} → ${target}`),
  )
  expect(lost).toEqual([])
})

describe('a planted violation is caught:', () => {
  const rulesOf = (path: string, text: string) => violationsOf({ path, text })

  test.each([
    ['client/wall/a.ts', 'server/compose.ts', "import { startStation } from '../../server/compose.ts'"],
    ['client/wall/a.ts', 'server/config.ts', "import type { Config } from '../../server/config.ts'"],
    ['client/wall/a.ts', 'node:fs', "import { readFileSync } from 'node:fs'"],
    ['server/live/hub.ts', 'client/live/store.ts', "export { x } from '../../client/live/store.ts'"],
    ['shared/frame.ts', 'server/store/store.ts', "import { x } from '../server/store/store.ts'"],
    ['shared/frame.ts', 'client/app/a.ts', "const a = await import('../client/app/a.ts')"],
    ['shared/frame.ts', 'node:crypto', "import { createHash } from 'node:crypto'"],
    ['shared/frame.ts', 'express', "import type {\n  Request,\n} from 'express'"],
    ['shared/frame.ts', 'zod-to-openapi', "import 'zod-to-openapi'"],
    ['server/store/store.ts', 'server/ingest/ingest.ts', "import { x } from '../ingest/ingest.ts'"],
    ['server/store/rollup.ts', 'server/registry/devices.ts', "import { x } from '../registry/devices.ts'"],
    ['server/store/store.ts', 'server/http/problem.ts', "import { x } from '../http/problem.ts'"],
    ['server/registry/devices.ts', 'server/live/hub.ts', "import { x } from '../live/hub.ts'"],
    ['server/live/hub.ts', 'server/ingest/rate.ts', "import { x } from '../ingest/rate.ts'"],
    ['server/ingest/http.ts', 'server/history/http.ts', "import { x } from '../history/http.ts'"],
    ['server/ingest/http.ts', 'server/import/cell.ts', "import { x } from '../import/cell.ts'"],
    ['server/history/http.ts', 'server/compose.ts', "import { x } from '../compose.ts'"],
    ['server/compose.ts', 'server/main.ts', "import { x } from './main.ts'"],
    ['server/simulate/run.ts', 'server/store/store.ts', "import { x } from '../store/store.ts'"],
    ['server/simulate/run.ts', 'server/registry/devices.ts', "import { x } from '../registry/devices.ts'"],
    ['server/config.ts', 'server/registry/seed.ts', "import { x } from './registry/seed.ts'"],
    ['server/running.ts', 'server/config.ts', "import { x } from './config.ts'"],
    ['server/unplaced/rules.ts', 'server/store/store.ts', "import { x } from '../store/store.ts'"],
    ['server/ingest/writer.ts', 'node:sqlite', "import { DatabaseSync } from 'node:sqlite'"],
    ['server/store/rollup.ts', 'node:sqlite', "import { DatabaseSync } from 'node:sqlite'"],
    ['server/ops/http.ts', 'test/support/station.ts', "import { x } from '../../test/support/station.ts'"],
    ['server/live/a.ts', 'server/ingest/worker.ts', "new Worker(new URL('../ingest/worker.ts', import.meta.url))"],
  ])('%s imports %s', (path, target, text) => expect(rulesOf(path, text)).toContain(`must not import ${target}`))

  test.each([
    ['server/compose.ts', "import { x } from './live/hub.ts'\nimport y from 'express'"],
    ['server/import/main.ts', "import { x } from '../ingest/ingest.ts'"],
    ['server/ingest/http.ts', "import { x } from '../http/problem.ts'\nimport { y } from '../../shared/api.ts'"],
    ['server/http/problem.ts', "import { StoreTrouble } from '../store/store.ts'"],
    ['server/simulate/run.ts', "import { x } from '../registry/provision.ts'"],
    ['server/store/sqlite/open.ts', "import { DatabaseSync } from 'node:sqlite'"],
    [
      'client/wall/a.tsx',
      "import { x } from '../live/b.ts'\nimport { y } from '../../shared/frame.ts'\nimport 'react'",
    ],
    ['shared/api.ts', "import { z } from 'zod'\nimport { y } from './ids.ts'"],
    ['shared/api.ts', "// import { x } from '../server/compose.ts'\n/* import 'express' */"],
  ])('and what is allowed is not: %s', (path, text) => expect(rulesOf(path, `${text}\nconst a = 1`)).toEqual([]))

  test('a default export', () => {
    expect(rulesOf('client/wall/a.tsx', 'export default function Page() {}')).toEqual(['a default export'])
    expect(rulesOf('shared/a.ts', 'const a = 1\nexport { a as default }')).toEqual(['a default export'])
    expect(rulesOf('shared/a.ts', "const text = 'export default'\nconst lazy = { default: 1 }")).toEqual([])
  })

  test('a barrel', () => {
    expect(rulesOf('shared/all.ts', "export * from './a.ts'\nexport { b } from './b.ts'")).toEqual([
      'nothing but other files again',
    ])
    expect(rulesOf('shared/all.ts', "export type { b } from './b.ts'")).toEqual(['nothing but other files again'])
    expect(rulesOf('shared/all.ts', "export { b } from './b.ts'\nexport const a = 1")).toEqual([])
  })

  test('a name that says nothing', () => {
    for (const name of [
      'utils',
      'helpers',
      'common',
      'manager',
      'service',
      'index',
      'types',
      'map-utils',
      'device-types',
    ])
      expect(rulesOf(`server/live/${name}.ts`, 'const a = 1')).toHaveLength(1)
    expect(rulesOf('server/live/typesetting.ts', 'const a = 1')).toEqual([])
  })

  test(`a file of ${MAX_LINES + 1} lines, and not one of ${MAX_LINES}`, () => {
    expect(rulesOf('shared/a.ts', 'a\n'.repeat(MAX_LINES))).toEqual([])
    expect(rulesOf('shared/a.ts', 'a\n'.repeat(MAX_LINES + 1))).toEqual([`${MAX_LINES + 1} lines`])
  })

  test('the type any', () => {
    for (const text of ['const a: any = 1', 'f<any>()', 'a as any', 'type A = any[]', 'type A = Record<string, any>'])
      expect(rulesOf('shared/a.ts', text)).toEqual(['the type any'])
    for (const text of [
      "const a = 'any'",
      '// any',
      'AbortSignal.any([])',
      'const company = 1',
      "f({ unrepresentable: 'any' })",
    ])
      expect(rulesOf('shared/a.ts', text)).toEqual([])
  })
})
