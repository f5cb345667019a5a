// Where names of persons stand in what crosses HTTP: a new place must be told to mask.ts before it is told to a screen.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { HIDDEN, maskJson } from '../../../shared/access/mask.ts'
import { alarmCommandRequestSchema } from '../../../shared/alarms/command-schema.ts'
import { deskCommandRequestSchema } from '../../../shared/desk/command-schema.ts'
import { displayCommandRequestSchema } from '../../../shared/displays/command-schema.ts'
import { OPERATIONS } from '../../../shared/operations.ts'
import { commandRequestSchema } from '../../../shared/programme/command-schema.ts'

type Node = { readonly [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every object of a JSON Schema with the field it stands in. */
function* objectsIn(node: unknown, field: string): Generator<{ field: string; properties: Node }> {
  if (Array.isArray(node)) for (const one of node) yield* objectsIn(one, field)
  if (!isNode(node) || Array.isArray(node)) return
  const { properties } = node
  if (isNode(properties)) {
    yield { field, properties }
    for (const [key, one] of Object.entries(properties)) yield* objectsIn(one, key)
  }
  for (const key of ['anyOf', 'oneOf', 'allOf', 'items', 'prefixItems', 'additionalProperties', '$defs'])
    yield* objectsIn(node[key], field)
}
const jsonOf = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

const COMMANDS = [
  commandRequestSchema,
  alarmCommandRequestSchema,
  displayCommandRequestSchema,
  deskCommandRequestSchema,
]
/** Accounts are their own holders' and the administrators', who see them whole. */
const ANSWERS = OPERATIONS.filter(({ id }) => !id.startsWith('access')).flatMap(({ id, answers }) =>
  answers.flatMap(({ schema }) => (schema ? [{ id, schema }] : [])),
)
const FIELDS = [
  ...COMMANDS.flatMap(schema => [...objectsIn(jsonOf(schema), '')]),
  ...ANSWERS.flatMap(({ schema }) => [...objectsIn(jsonOf(schema), '')]),
]
const has = (properties: Node, ...keys: string[]) => keys.every(key => key in properties)

describe('every place', () => {
  test('where a person stands as a name and a unit loses the name', () => {
    // Villages, gauges, quantities, rules and devices have names too; of a person nothing more is said than the unit.
    const persons = new Set(
      FIELDS.filter(({ properties }) => has(properties, 'name', 'unit') && Object.keys(properties).length === 2).map(
        ({ field }) => field,
      ),
    )
    expect([...persons].sort()).toEqual(['actor', 'assigned', 'incoming', 'outgoing', 'to'])
    for (const field of persons)
      expect(maskJson('office', { [field]: { name: 'Sen', unit: 'x' } })).toEqual({ [field]: { name: '', unit: 'x' } })
  })

  test('where a file stands with the name people gave it loses the name', () => {
    const files = new Set(FIELDS.filter(({ properties }) => has(properties, 'name', 'hash')).map(({ field }) => field))
    expect([...files].sort()).toEqual(['evidence', 'files'])
    for (const field of files)
      expect(maskJson('office', { [field]: [{ name: 'Sen.jpg', hash: 'x' }] })).toEqual({
        [field]: [{ name: HIDDEN, hash: 'x' }],
      })
  })

  test('whose name says that it holds a person is one of these', () => {
    const found = FIELDS.flatMap(({ properties }) => Object.keys(properties)).filter(key =>
      /person(?!al)|people|contact|phone|mail|author|actor|recipient|^by$|^owner$|citizen|household/i.test(key),
    )
    // `by`, `actor`: lines of actors. `owner`: a unit. `recipient`: masked in the outbox, which needs a right of its own.
    expect([...new Set(found)].sort()).toEqual(['actor', 'by', 'owner', 'recipient'])
  })
})
