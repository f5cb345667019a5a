// OpenAPI 3.1 from the table of operations: zod's JSON Schema is the dialect 3.1 speaks. Pure.
import { z } from 'zod'
import type { Operation } from '../../shared/operation.ts'
import { OPERATIONS } from '../../shared/operations.ts'

const JSON_TYPE = 'application/json'

export function openApiDocument(version: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of OPERATIONS) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Đài Sen',
      version,
      description:
        'Times are epoch milliseconds (UTC) unless a text says otherwise. Units are UCUM codes. Errors are RFC 9457 problems.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { securitySchemes: { deviceToken: { type: 'http', scheme: 'bearer' } } },
  }
}

function describe(operation: Operation): Readonly<Record<string, unknown>> {
  const { id, vi, en, query, body, bodyTypes = [JSON_TYPE], needsToken, needsKey, answers, path } = operation
  return {
    operationId: id,
    summary: en,
    description: vi,
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
        name,
        in: 'query',
        required: !schema.safeParse(undefined).success,
        schema: jsonSchema(schema as z.ZodType),
      })),
      ...(needsKey ? [{ ...IDEMPOTENCY_KEY, required: needsKey === 'always' }] : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              bodyTypes.map(type => [type, type === JSON_TYPE ? { schema: jsonSchema(body) } : {}]),
            ),
          },
        }
      : {}),
    ...(needsToken ? { security: [{ deviceToken: [] }] } : {}),
    responses: Object.fromEntries(
      [...Map.groupBy(answers, ({ status }) => String(status))].map(([status, forms]) => [
        status,
        {
          description: forms[0]?.about ?? '',
          content: Object.fromEntries(
            forms.map(({ type, schema }) => [type, schema ? { schema: jsonSchema(schema) } : {}]),
          ),
        },
      ]),
    ),
  }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Names the command: sent again with the same key it is answered as the first time',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,128}$' },
}

function jsonSchema(schema: z.ZodType): unknown {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
