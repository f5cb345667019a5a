// `npm run -s device -- add|list|rotate|disable`: registers devices in the store itself, whether the server runs or not.
// A token is printed once, alone on stdout; everything else goes to stderr.
import { parseArgs } from 'node:util'
import { deviceSourceSchema } from '../../shared/reading.ts'
import type { Registry } from '../../shared/registry.ts'
import { dataDirOf } from '../running.ts'
import { databasePath } from '../store/sqlite/open.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import type { DevicePlan } from './device-plan.ts'
import { parseOverlap } from './overlap.ts'
import { addDevice, DEFAULT_OVERLAP_MS, disableDevice, rotateDevice } from './register.ts'
import { loadRegistry } from './seed.ts'

const HELP = `npm run -s device -- add --id ID --village VILLAGE --lon LON --lat LAT --quantities a,b[:SECONDS],… [--source measured] [--name NAME]
npm run -s device -- rotate --id ID [--overlap 24h]   mã mới; mã cũ còn dùng được bấy lâu · a new token; the old one works that much longer
npm run -s device -- disable --id ID      ngừng nhận số liệu · refuse its data from now on
npm run -s device -- list [--json]        các thiết bị · the devices
--overlap: 90m, 24h, 7d; 0 = mã cũ hết hiệu lực ngay, tối đa 30d · 0 = the old token stops now, 30d at the most
Chung · all: [--data-dir DIR] (DATA_DIR; mặc định: máy chủ đang chạy, hoặc · default: the running station's, or data), [--actor NAME]
--source: ${deviceSourceSchema.options.join(', ')}. SECONDS: chu kỳ gửi dự kiến · expected interval of that quantity.
add và rotate in mã thiết bị một lần duy nhất · add and rotate print the device token, once.
`
const SECOND_MS = 1_000

type Values = { readonly [name: string]: string | boolean | undefined }

/** What the user typed is wrong; the message says what, Vietnamese · English. */
class Usage extends Error {}

function parse() {
  const text = { type: 'string' } as const
  return parseArgs({
    allowPositionals: true,
    options: {
      id: text,
      village: text,
      lon: text,
      lat: text,
      quantities: text,
      source: text,
      name: text,
      actor: text,
      overlap: text,
      'data-dir': text,
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
}

function required(values: Values, name: string): string {
  const value = values[name]
  if (typeof value !== 'string' || value === '') throw new Usage(`thiếu --${name} · --${name} is missing`)
  return value
}

function planOf(values: Values, registry: Registry): DevicePlan {
  const id = required(values, 'id')
  const source = deviceSourceSchema.safeParse(values['source'] ?? 'measured')
  if (!source.success) throw new Usage(`--source ${String(values['source'])}: ${deviceSourceSchema.options.join(', ')}`)
  return {
    id,
    name: typeof values['name'] === 'string' ? values['name'] : id,
    village: required(values, 'village'),
    lon: numberOf(values, 'lon'),
    lat: numberOf(values, 'lat'),
    source: source.data,
    quantities: required(values, 'quantities')
      .split(',')
      .map(entry => quantityOf(entry.trim(), registry)),
  }
}

function numberOf(values: Values, name: string): number {
  const value = Number(required(values, name))
  if (!Number.isFinite(value)) throw new Usage(`--${name} phải là số · must be a number`)
  return value
}

function quantityOf(entry: string, registry: Registry): { code: string; intervalMs: number | null } {
  const [code = '', seconds, ...rest] = entry.split(':')
  if (seconds === undefined)
    return { code, intervalMs: registry.quantities.find(q => q.code === code)?.intervalMs ?? null }
  const intervalMs = Math.round(Number(seconds) * SECOND_MS)
  if (!(intervalMs > 0) || rest.length > 0)
    throw new Usage(`--quantities ${entry}: cần mã[:giây] · expected code[:seconds]`)
  return { code, intervalMs }
}

function overlapOf(values: Values): number {
  const text = values['overlap']
  const overlapMs = typeof text === 'string' ? parseOverlap(text) : DEFAULT_OVERLAP_MS
  if (overlapMs === undefined) throw new Usage(`--overlap ${String(text)}: 0, 90m, 24h, 7d`)
  return overlapMs
}

async function run(command: string | undefined, values: Values, store: Store): Promise<void> {
  const registry = loadRegistry()
  const actor = typeof values['actor'] === 'string' ? values['actor'] : `cli:${process.env['USER'] ?? 'unknown'}`
  const now = Date.now()
  if (command === 'list') {
    await list(store, values['json'] === true, now)
    return
  }
  if (command === 'disable') {
    const refused = await disableDevice(store, required(values, 'id'), now, actor)
    if (refused) throw new Usage(refused.refusal)
    return
  }
  const issued =
    command === 'add'
      ? await addDevice(store, registry, planOf(values, registry), now, actor)
      : await rotateDevice(store, required(values, 'id'), { at: now, actor, overlapMs: overlapOf(values) })
  if ('refusal' in issued) throw new Usage(issued.refusal)
  process.stderr.write(`mã thiết bị, chỉ hiện một lần · device token, shown once:\n`)
  process.stdout.write(`${issued.token}\n`)
}

async function list(store: Store, isJson: boolean, now: number): Promise<void> {
  const { devices, series } = await store.registry()
  const rows = devices.map(({ id, name, village, lon, lat, source, disabledAt, previousTokenUntil: until }) => ({
    id,
    name,
    village,
    lon,
    lat,
    source,
    isDisabled: disabledAt !== null,
    oldTokenUntil: until !== null && disabledAt === null && now < until ? new Date(until).toISOString() : null,
    quantities: series.filter(one => one.device === id).map(one => one.quantity),
  }))
  if (isJson) process.stdout.write(`${JSON.stringify(rows)}\n`)
  else
    for (const { id, village, source, isDisabled, oldTokenUntil, quantities } of rows) {
      const state = isDisabled ? 'disabled' : 'enabled'
      const old = oldTokenUntil === null ? [] : [`mã cũ đến · old token until ${oldTokenUntil}`]
      process.stdout.write(`${[id, village, source, state, quantities.join(','), ...old].join('\t')}\n`)
    }
}

const COMMANDS = ['add', 'list', 'rotate', 'disable']

try {
  const { values, positionals } = parse()
  const [command] = positionals
  if (values.help || command === undefined || !COMMANDS.includes(command)) {
    process.stderr.write(HELP)
    process.exit(values.help ? 0 : 2)
  }
  const store = await openSqliteStore({ path: databasePath(dataDirOf(values['data-dir'])) })
  try {
    await run(command, values, store)
  } finally {
    await store.close()
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  const isTyping = error instanceof Usage || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  process.exitCode = isTyping ? 2 : 1
}
