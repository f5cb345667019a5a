// The command line of the simulated field: what it accepts, what it defaults to, what it says when asked or when it can't go on.
import { parseArgs } from 'node:util'

export type Options = {
  readonly url: string
  readonly seed: number
  readonly backfillHours: number
  /** JSON file device id → token; without it the devices are registered in `dataDir`. */
  readonly credentials: string | undefined
  readonly dataDir: string
  /** End by itself after this long; undefined = run until stopped. */
  readonly seconds: number | undefined
}
export type Asked =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly line: string }

/** Servers take device readings up to 30 days old; a day less leaves room for the sending. */
const MAX_BACKFILL_HOURS = 29 * 24
const DEFAULT_SEED = 2026
const MAX_SEED = 0xffff_ffff
const PROTOCOLS = new Set(['mqtt:', 'mqtts:', 'tcp:', 'tls:', 'ssl:', 'ws:', 'wss:'])

export const HELP = `Trạm mô phỏng: khoảng 110 thiết bị của chín làng, chỉ nói chuyện qua MQTT.
The simulated field: about 110 devices of nine villages that talk through MQTT only.

  npm run simulate -- [--mqtt URL] [--seed N] [--backfill-hours N] [--credentials FILE] [--data-dir DIR] [--seconds N]

  --mqtt URL           máy chủ MQTT · broker             (MQTT_URL, MQTT_PORT; mqtt://127.0.0.1:1883)
  --seed N             hạt giống: cùng số, cùng số liệu · same seed, same readings            (${DEFAULT_SEED})
  --backfill-hours N   gửi trước N giờ đã qua, tối đa ${MAX_BACKFILL_HOURS} · first send the last N hours    (0)
  --credentials FILE   JSON {"<device>": "<token>"}; không có thì đăng ký thiết bị vào DATA_DIR
                       · without it the devices are registered in the data directory
  --data-dir DIR       thư mục dữ liệu · data directory  (DATA_DIR; data/demo)
  --seconds N          tự dừng sau N giây · end after N seconds
`

/** @param env DATA_DIR, MQTT_URL and MQTT_PORT are honoured */
export function readOptions(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Asked {
  let values
  try {
    ;({ values } = parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        mqtt: { type: 'string' },
        seed: { type: 'string' },
        'backfill-hours': { type: 'string' },
        credentials: { type: 'string' },
        'data-dir': { type: 'string' },
        seconds: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }))
  } catch (error) {
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return refused(`tham số không hiểu được (${said})`, `unknown argument (${said})`)
  }
  if (values.help) return { kind: 'help' }

  const url = values.mqtt ?? env['MQTT_URL'] ?? `mqtt://127.0.0.1:${env['MQTT_PORT'] ?? 1883}`
  const parsed = URL.parse(url)
  if (!parsed || !PROTOCOLS.has(parsed.protocol) || parsed.hostname === '')
    return refused(
      `--mqtt: không phải địa chỉ MQTT: "${url}"`,
      `not an MQTT address: "${url}", e.g. mqtt://127.0.0.1:1883`,
    )
  if (parsed.username !== '' || parsed.password !== '')
    return refused('--mqtt: không ghi mật khẩu trong địa chỉ', 'no credentials in the address: each device has its own')
  const seed = numberOf(values.seed, DEFAULT_SEED, 0, MAX_SEED)
  if (seed === undefined || !Number.isInteger(seed))
    return refused(`--seed: cần số nguyên 0–${MAX_SEED}`, `--seed: a whole number, 0–${MAX_SEED}`)
  const backfillHours = numberOf(values['backfill-hours'], 0, 0, MAX_BACKFILL_HOURS)
  if (backfillHours === undefined)
    return refused(
      `--backfill-hours: cần số 0–${MAX_BACKFILL_HOURS}`,
      `--backfill-hours: a number, 0–${MAX_BACKFILL_HOURS}`,
    )
  const MAX_SECONDS = 2_000_000
  const seconds = numberOf(values.seconds, 0, 1, MAX_SECONDS)
  if (seconds === undefined)
    return refused(`--seconds: cần số 1–${MAX_SECONDS}`, `--seconds: a number, 1–${MAX_SECONDS}`)

  return {
    kind: 'run',
    options: {
      url,
      seed,
      backfillHours,
      credentials: values.credentials,
      dataDir: values['data-dir'] ?? (env['DATA_DIR'] || 'data/demo'),
      seconds: values.seconds === undefined ? undefined : seconds,
    },
  }
}

/** The default when nothing was said; undefined when what was said is no number within the bounds. */
function numberOf(said: string | undefined, otherwise: number, low: number, high: number): number | undefined {
  if (said === undefined) return otherwise
  const value = Number(said)
  return said.trim() !== '' && value >= low && value <= high ? value : undefined
}

const refused = (vi: string, en: string): Asked => ({ kind: 'refused', line: `${vi} · ${en}` })
