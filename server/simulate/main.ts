// `npm run simulate`: the process around the simulated field. Options, tokens, signals; everything else is run.ts and field.ts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { provisionDevices } from '../registry/provision.ts'
import { loadRegistry } from '../registry/seed.ts'
import { createField, type Field } from './field.ts'
import { HELP, type Options, readOptions } from './options.ts'
import { parseOutlines } from './outline.ts'
import { runField } from './run.ts'

const OUTLINES = join(import.meta.dirname, '..', '..', 'public', 'geo', 'communes.geojson')
/** An orderly end takes less; a broker that holds us up doesn't get more. */
const STOP_MS = 2_000
const tokensSchema = z.record(z.string(), z.string().min(1))

const asked = readOptions(process.argv.slice(2), process.env)
switch (asked.kind) {
  case 'help':
    process.stdout.write(HELP)
    break
  case 'refused':
    refuse(asked.line, 2)
    break
  case 'run':
    await run(asked.options)
    break
  default:
    asked satisfies never
}

async function run(options: Options): Promise<void> {
  // Before anything slow, so that a signal during the start ends it too.
  const ending = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.resolve())
  process.on('disconnect', () => ending.resolve())

  const registry = loadRegistry()
  const outlines = parseOutlines(readFileSync(OUTLINES, 'utf8'))
  const field = createField(options.seed, registry.villages, { ...registry, outlines })
  const tokens = await tokensOf(options, field)
  const running = runField({ url: options.url, field, tokens, backfillHours: options.backfillHours, say })
  if (options.seconds !== undefined) setTimeout(() => ending.resolve(), options.seconds * 1_000)

  await ending.promise
  setTimeout(() => process.exit(0), STOP_MS)
  await running.stop()
  process.exit(0)
}

async function tokensOf({ credentials, dataDir }: Options, field: Field): Promise<ReadonlyMap<string, string>> {
  const from = credentials ?? dataDir
  try {
    if (credentials === undefined) return await provisionDevices(dataDir, field.plans)
    const tokens = new Map(Object.entries(tokensSchema.parse(JSON.parse(readFileSync(credentials, 'utf8')))))
    if (field.plans.some(plan => tokens.has(plan.id))) return tokens
    return refuse(`${from}: không có khóa của thiết bị nào · no token of any device`, 2)
  } catch (error) {
    const [said] = String(error instanceof Error ? error.message : error).split('\n')
    return refuse(`${from}: không lấy được khóa thiết bị · can't get the device tokens: ${said}`, 2)
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function refuse(line: string, code: number): never {
  process.stderr.write(`${line}\n`)
  process.exit(code)
}
