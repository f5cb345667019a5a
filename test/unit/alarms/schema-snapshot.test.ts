// A screen that outlived an update must notice: what a snapshot of the alarms holds changes only together with its version.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ALARM_SNAPSHOT_VERSION } from '../../../shared/alarms/snapshot.ts'

/** The shape is TypeScript's alone: its text stands for it, without comments and spaces. */
function shapeOf(...names: readonly string[]): string {
  const hash = createHash('sha256')
  for (const name of names) {
    const [path, part] = name.split('#')
    const text = readFileSync(new URL(`../../../shared/${path}.ts`, import.meta.url), 'utf8')
    const bare = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    // Of the events only what an alarm keeps: new ones don't change a snapshot.
    const start = part === undefined ? 0 : bare.indexOf(`export type ${part} = {`)
    const end = part === undefined ? bare.length : bare.indexOf('\n}', start)
    const shape = bare.slice(start, end).replaceAll(/\s+/g, '')
    expect(shape.length).toBeGreaterThan(100)
    hash.update(shape)
  }
  return hash.digest('hex').slice(0, 12)
}

test('what a snapshot holds changes only together with its version', () => {
  const shape = shapeOf('alarms/state', 'alarms/rule', 'alarms/event#AlarmAbout', 'alarms/snapshot', 'map-json')
  expect({ version: ALARM_SNAPSHOT_VERSION, shape }).toMatchInlineSnapshot(`
    {
      "shape": "6b4616c13a05",
      "version": 1,
    }
  `)
})
