// A screen that outlived an update must notice: what a snapshot holds changes only together with its version.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SNAPSHOT_VERSION } from '../../../shared/programme/snapshot.ts'

/** The shape is TypeScript's alone: its text stands for it, without comments and spaces. */
function shapeOf(...names: readonly string[]): string {
  const hash = createHash('sha256')
  for (const name of names) {
    const text = readFileSync(new URL(`../../../shared/programme/${name}.ts`, import.meta.url), 'utf8')
    const bare = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replaceAll(/\s+/g, '')
    expect(bare.length).toBeGreaterThan(100)
    hash.update(bare)
  }
  return hash.digest('hex').slice(0, 12)
}

test('what a snapshot holds changes only together with its version', () => {
  expect({
    version: SNAPSHOT_VERSION,
    shape: shapeOf('state', 'facts', 'snapshot', '../map-json'),
  }).toMatchInlineSnapshot(`
    {
      "shape": "27c11c506a17",
      "version": 1,
    }
  `)
})
