// The table of operations and the routes that the source registers are the same.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OPERATIONS } from '../../../shared/operations.ts'

test('every route the source registers is in the table or is the documentation itself', () => {
  const root = join(import.meta.dirname, '../../../server')
  const routes = globSync('**/*.ts', { cwd: root }).flatMap(file =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /\b(router|app)\.(get|post|put|patch|delete|all)\(\s*'([^']+)'/g,
      ),
    ].map(
      ([, on, method, path]) => `${method} ${on === 'app' || /^(?:ops|basemap)\//.test(file) ? '' : '/api/v1'}${path}`,
    ),
  )
  const known = new Set([
    ...OPERATIONS.map(one => `${one.method} ${one.path}`),
    'all /api/v1/ingest',
    'get /api/openapi.json',
    'get /api/docs',
    'get /api/docs.css',
    // Files of the page, as its pictures and fonts are.
    'get /basemap.json',
    'get /basemap.pmtiles',
  ])
  expect(routes.length).toBeGreaterThanOrEqual(OPERATIONS.length)
  expect(routes.filter(route => !known.has(route))).toEqual([])
  expect(OPERATIONS.map(one => `${one.method} ${one.path}`).filter(route => !routes.includes(route))).toEqual([])
})
