// `npm run import`: measured history from a CSV file into the store, or the same file as an exercise through the HTTP door.
import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createCounters } from '../ingest/counters.ts'
import { createIngest } from '../ingest/ingest.ts'
import { createWriter } from '../ingest/writer.ts'
import { createDevices, type Device } from '../registry/devices.ts'
import { loadRegistry } from '../registry/seed.ts'
import { addressOf, dataDirOf } from '../running.ts'
import { databasePath } from '../store/sqlite/open.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import { type ColumnMap, columnMapSchema } from './column-map.ts'
import { MapMismatch, openCsv, type SkipReason, type Skips } from './csv-readings.ts'
import { loadHistory, type Totals } from './load.ts'
import { createProgress } from './progress.ts'
import { ReplayRefused, replay } from './replay.ts'

const HELP = `npm run import -- --device ID --file F.csv --map map.json [--speed 0|N] [--data-dir DIR] [--url URL] [--token-file F]

--speed 0 (mặc định · default)  nạp lịch sử vào kho, chạy lại không thêm gì · loads history; a second run adds nothing
--speed 60                      diễn tập: phát lại nhanh 60 lần qua cổng HTTP, giờ kết thúc là bây giờ · exercise: 60 times as fast
                                through the HTTP door, re-timed to end now; needs DEVICE_TOKEN or --token-file

map.json: {"time":"timestamp","columns":{"pm25":"pm25","wind_speed":"wind_speed","temperature":"air_temperature"}}
  time     cột thời gian (một hoặc nhiều) · column or columns of the time
  zone     múi giờ khi cột không ghi · zone of times without an offset (Asia/Ho_Chi_Minh)
  columns  cột CSV → đại lượng, hoặc · CSV column → quantity, or {"quantity":"wind_speed","unit":"km/h"}
  absent   ô coi như trống · cells that mean "no value"; decimal "." hoặc · or ","; delimiter
`
const SKIP_WORDS: Readonly<Record<SkipReason, string>> = {
  absent: 'ô trống · no value',
  number: 'không phải số · not a number',
  unit: 'đơn vị lạ · unknown unit',
  time: 'thời gian không đọc được · unreadable time',
  columns: 'thiếu ô · cell missing',
}

/** What the user gave doesn't fit; the message says what, Vietnamese · English. */
class Usage extends Error {}

function options() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      device: text,
      file: text,
      map: text,
      speed: { type: 'string', default: '0' },
      'data-dir': text,
      url: text,
      'token-file': text,
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    process.exit(0)
  }
  const { device, file, map } = values
  if (!device || !file || !map)
    throw new Usage(`cần --device, --file và --map · --device, --file and --map are needed\n${HELP}`)
  const speed = Number(values.speed)
  if (!(Number.isFinite(speed) && speed >= 0))
    throw new Usage(`--speed ${values.speed}: 0 hoặc số dương · 0 or a positive number`)
  return { ...values, device, file, map, speed }
}

function readMap(path: string): ColumnMap {
  const parsed = columnMapSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  throw new Usage(`${path}: ${z.prettifyError(parsed.error)}`)
}

/** A column for a quantity the device hasn't got would lose every value of it: said before anything is read. */
function checkDevice(device: Device | undefined, id: string, map: ColumnMap): Device {
  if (!device) throw new Usage(`không có thiết bị "${id}" · no device "${id}"`)
  const missing = Object.values(map.columns).filter(({ quantity }) => !device.series.has(quantity))
  if (missing.length === 0) return device
  const codes = missing.map(({ quantity }) => quantity).join(', ')
  throw new Usage(
    `thiết bị "${id}" không có đại lượng ${codes} · device "${id}" has no ${codes}; it has ${[...device.series.keys()].join(', ')}`,
  )
}

function tokenOf(file: string | undefined): string {
  const token = file === undefined ? process.env['DEVICE_TOKEN'] : readFileSync(file, 'utf8').trim()
  if (!token)
    throw new Usage(
      'diễn tập cần mã thiết bị: DEVICE_TOKEN hoặc --token-file · an exercise needs the device token: DEVICE_TOKEN or --token-file',
    )
  return token
}

function report(totals: Totals, skips: Skips): void {
  const lines = [
    `${totals.rows} dòng có số liệu · rows with values`,
    `${totals.accepted} số liệu mới · readings added`,
    `${totals.duplicate} đã có từ trước · already stored`,
    ...[...totals.rejected].map(([message, count]) => `${count} bị từ chối · refused: ${message}`),
    ...[...skips].map(
      ([reason, { count, example }]) => `${count} bỏ qua · skipped: ${SKIP_WORDS[reason]} (${example})`,
    ),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function main(): Promise<void> {
  const { device: id, file, map: mapFile, speed, url, 'data-dir': dataDir, 'token-file': tokenFile } = options()
  const map = readMap(mapFile)
  const bytes = statSync(file).size
  const registry = loadRegistry()
  const units = new Map(registry.quantities.map(({ code, unit }) => [code, unit]))
  const csv = await openCsv(file, map, code => units.get(code) ?? '')
  const progress = createProgress(process.stderr)
  const showProgress = () => progress.show(csv.bytesRead(), bytes, file)

  const store = await openSqliteStore({ path: databasePath(dataDirOf(dataDir)) })
  try {
    const device = checkDevice((await createDevices(store, registry)).byId(id), id, map)
    if (speed > 0 && device.source !== 'simulated')
      process.stderr.write(
        `cảnh báo: diễn tập trên thiết bị "${device.source}"; nên dùng thiết bị --source simulated · warning: an exercise on a "${device.source}" device; better use one added with --source simulated\n`,
      )
    const writer = createWriter(store.append)
    const ingest = createIngest({ writer, counters: createCounters(), now: Date.now, onNewest: () => undefined })
    const totals =
      speed > 0
        ? await replay(csv.rows(), {
            url: addressOf(url).url,
            token: tokenOf(tokenFile),
            speed,
            onProgress: showProgress,
          })
        : await loadHistory(csv.rows(), device, ingest, showProgress)
    progress.end()
    report(totals, csv.skips)
  } finally {
    await store.close()
  }
}

try {
  await main()
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException
  process.stderr.write(`${message}\n`)
  const isTyping =
    error instanceof Usage ||
    error instanceof MapMismatch ||
    code === 'ENOENT' ||
    error instanceof SyntaxError ||
    String(code).startsWith('ERR_PARSE_ARGS')
  process.exitCode = isTyping ? 2 : error instanceof ReplayRefused ? 3 : 1
}
