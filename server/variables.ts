// Every environment variable there is: its shape, and what a wrong value is told in both languages.
import { z } from 'zod'
import { isReadable, isVectorArchive } from './config-files.ts'

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().max(65_535))
const positive = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .pipe(z.int().min(1))
/** Readings a device may send again are at most 30 days old; raw data must outlive that to be recognised. */
const MIN_RETENTION_DAYS = 31

/** A screen loads with some forty requests: thirty of an office at once are a third of the burst. */
export const DEFAULT_REQUEST_RATE = 200

type Variable = { readonly schema: z.ZodType; readonly vi: string; readonly en: string }

/** Every variable there is; the README's table is held against this by a test. */
export const VARIABLES = {
  PORT: {
    schema: portSchema.default(8080),
    vi: 'cổng HTTP, 0–65535 (mặc định 8080; 0 = cổng trống bất kỳ)',
    en: 'HTTP port, 0–65535 (default 8080; 0 = any free port)',
  },
  HOST: {
    schema: z
      .string()
      .regex(/^[\w.:-]{1,255}$/)
      .default('127.0.0.1'),
    vi: 'địa chỉ lắng nghe (mặc định 127.0.0.1)',
    en: 'address to listen on (default 127.0.0.1)',
  },
  ACCESS: {
    schema: z.enum(['required', 'open']).optional(),
    vi: 'required: phải đăng nhập (mặc định); open: ai ngồi ở máy này cũng được làm mọi việc, chỉ khi HOST là máy này (bản trình diễn mặc định)',
    en: 'required: people sign in, displays are paired (default); open: whoever is at this machine may do everything, only while HOST is this machine (default of the demo)',
  },
  ORIGINS: {
    schema: z
      .string()
      .default('')
      .transform(text =>
        text
          .split(',')
          .map(one => one.trim())
          .filter(one => one !== ''),
      )
      // As a browser writes it (lower case, no default port, no slash): anything else would never match.
      .pipe(z.array(z.url({ protocol: /^https?$/ }).refine(one => URL.parse(one)?.origin === one))),
    vi: 'địa chỉ trang được mở kênh trực tiếp, cách nhau dấu phẩy, ví dụ https://ioc.example.vn',
    en: 'page origins that may open the live link, comma-separated, e.g. https://ioc.example.vn (default: this machine)',
  },
  DATA_DIR: {
    schema: z.string().min(1).optional(),
    vi: 'thư mục dữ liệu (mặc định data; bản trình diễn: data/demo)',
    en: 'data directory (default data; the demo: data/demo)',
  },
  MQTT_PORT: {
    schema: portSchema.default(1883),
    vi: 'cổng MQTT nhúng, 0–65535 (mặc định 1883)',
    en: 'port of the embedded MQTT broker, 0–65535 (default 1883)',
  },
  MQTT_URL: {
    schema: z
      .url({ protocol: /^(?:mqtts?|tcp|ssl|wss?)$/ })
      .refine(url => URL.parse(url)?.password === '' && URL.parse(url)?.username === '')
      .optional(),
    vi: 'máy chủ MQTT bên ngoài, ví dụ mqtt://broker:1883, không chứa mật khẩu',
    en: 'an outside MQTT broker instead of the embedded one, e.g. mqtt://broker:1883, without credentials in it',
  },
  MQTT_USERNAME: {
    schema: z.string().optional(),
    vi: 'tài khoản ở máy chủ MQTT bên ngoài',
    en: 'user at the outside broker',
  },
  MQTT_PASSWORD_FILE: {
    schema: z.string().refine(isReadable).optional(),
    vi: 'tệp chứa mật khẩu MQTT, phải đọc được',
    en: 'readable file with the password at the outside broker',
  },
  MQTT_CLIENT_ID: {
    schema: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .default('dai-sen'),
    vi: 'tên phiên ở máy chủ MQTT bên ngoài (mặc định dai-sen)',
    en: 'session name at the outside broker (default dai-sen)',
  },
  INGEST_RATE: {
    schema: positive.default(50),
    vi: 'số yêu cầu HTTP hoặc bản tin MQTT mỗi giây của một thiết bị (mặc định 50, được dồn gấp sáu)',
    en: 'HTTP requests, or MQTT messages, per second and device (default 50, bursts of six times that)',
  },
  REQUEST_RATE: {
    schema: positive.default(DEFAULT_REQUEST_RATE),
    vi: `số yêu cầu HTTP mỗi giây của một địa chỉ, trừ thiết bị gửi số liệu (mặc định ${DEFAULT_REQUEST_RATE}, được dồn gấp hai mươi)`,
    en: `HTTP requests per second and address, devices' data apart (default ${DEFAULT_REQUEST_RATE}, bursts of twenty times that)`,
  },
  TRUST_PROXY: {
    schema: z
      .string()
      .regex(/^[0-9]$/)
      .transform(Number)
      .default(0),
    vi: 'số máy ủy quyền đứng trước trạm mà X-Forwarded-For được tin (mặc định 0: không tin)',
    en: 'proxies in front of the station whose X-Forwarded-For is believed (default 0: none)',
  },
  RETENTION_DAYS: {
    schema: positive.pipe(z.int().min(MIN_RETENTION_DAYS)).optional(),
    vi: `số ngày giữ bản ghi gốc, từ ${MIN_RETENTION_DAYS} (mặc định: giữ mãi)`,
    en: `days raw readings are kept, from ${MIN_RETENTION_DAYS} (default: for ever); rollups stay`,
  },
  PUBLIC_URL: {
    schema: z
      .url({ protocol: /^https?$/ })
      .refine(one => URL.parse(one)?.origin === one)
      .optional(),
    vi: 'địa chỉ mọi người mở trang này, dùng trong liên kết của tin gửi đi, ví dụ https://ioc.example.vn (mặc định: tin không có liên kết)',
    en: 'the address people open this station by, for links in messages, e.g. https://ioc.example.vn (default: no links)',
  },
  CAP_SENDER: {
    schema: z
      .string()
      .regex(/^[^\s,<&]{1,200}$/)
      .optional(),
    vi: 'tên người gửi trong bản tin CAP, không có khoảng trắng, dấu phẩy, < và &',
    en: 'who sends the CAP messages: no spaces, commas, < and & (default: a name that claims no authority)',
  },
  ALARM_CHANNELS_FILE: {
    schema: z.string().refine(isReadable).optional(),
    vi: 'tệp JSON ghi các kênh gửi cảnh báo, phải đọc được (mặc định: không gửi ra ngoài)',
    en: 'readable JSON file with the channels alarms are sent to (default: none leaves the station)',
  },
  BASEMAP_PMTILES: {
    schema: z.string().refine(isVectorArchive).optional(),
    vi: 'tệp bản đồ nền PMTiles phiên bản 3 có ô véc-tơ, phải đọc được (mặc định: bản đồ riêng của trạm)',
    en: "readable PMTiles archive (version 3, vector tiles) for a richer base map (default: the station's own map alone)",
  },
  SMTP_URL: {
    schema: z
      .url({ protocol: /^smtps?$/ })
      .refine(isBareServer)
      .optional(),
    vi: 'máy chủ thư, ví dụ smtps://mail.example.vn:465, không chứa mật khẩu',
    en: 'the mail server, e.g. smtps://mail.example.vn:465, without credentials in it',
  },
  SMTP_USERNAME: { schema: z.string().optional(), vi: 'tài khoản ở máy chủ thư', en: 'user at the mail server' },
  SMTP_PASSWORD_FILE: {
    schema: z.string().refine(isReadable).optional(),
    vi: 'tệp chứa mật khẩu máy chủ thư, phải đọc được',
    en: 'readable file with the password at the mail server',
  },
  MAIL_FROM: {
    schema: z.email().optional(),
    vi: 'địa chỉ gửi của thư cảnh báo, ví dụ canh-bao@ioc.example.vn',
    en: "the sender's address of alarm mails, e.g. alarms@ioc.example.vn",
  },
  TLS_CERT: {
    schema: z.string().refine(isReadable).optional(),
    vi: 'tệp PEM chứa chứng chỉ TLS cho HTTP và MQTT (kèm chuỗi trung gian), phải đọc được',
    en: 'readable PEM file with the TLS certificate for HTTP and MQTT (and its chain)',
  },
  TLS_KEY: {
    schema: z.string().refine(isReadable).optional(),
    vi: 'tệp PEM chứa khóa riêng của chứng chỉ đó, phải đọc được',
    en: "readable PEM file with that certificate's private key",
  },
  TLS_CLIENT_CA: {
    schema: z.string().refine(isReadable).optional(),
    vi: 'tệp PEM của nơi cấp chứng chỉ cho thiết bị, phải đọc được (mặc định: thiết bị chỉ dùng mã)',
    en: "readable PEM file of the authority that signs devices' certificates (default: devices have tokens only)",
  },
  OIDC_ISSUER: {
    schema: z
      .url({ protocol: /^https?$/ })
      .refine(isIssuer)
      .optional(),
    vi: 'địa chỉ hệ thống đăng nhập (OpenID Connect), https, hoặc http ở máy này, không chứa tài khoản',
    en: 'the issuer of an identity provider (OpenID Connect): https, or http on this machine, without credentials',
  },
  OIDC_CLIENT_ID: {
    schema: z.string().min(1).max(255).optional(),
    vi: 'tên của trạm này ở hệ thống đăng nhập',
    en: "this station's client id there",
  },
  OIDC_CLIENT_SECRET_FILE: {
    schema: z.string().refine(isReadable).optional(),
    vi: 'tệp chứa khóa của trạm ở đó, phải đọc được (mặc định: không có khóa, chỉ dùng PKCE)',
    en: 'readable file with the client secret there (default: a public client, PKCE alone)',
  },
  OIDC_NAME: {
    schema: z.string().trim().min(1).max(60).default('Đăng nhập của tỉnh'),
    vi: 'cách gọi hệ thống đăng nhập trên nút, 1–60 ký tự (mặc định Đăng nhập của tỉnh)',
    en: 'how the button calls the provider, 1–60 characters',
  },
  OIDC_GROUPS_CLAIM: {
    schema: z
      .string()
      .regex(/^[\w:/.-]{1,200}$/)
      .default('groups'),
    vi: 'mục nêu các nhóm của một người ở đó (mặc định groups)',
    en: "the claim that names a person's groups (default groups)",
  },
  OIDC_MAPPING_FILE: {
    schema: z.string().refine(isReadable).optional(),
    vi: 'tệp JSON ghi nhóm nào là vai trò nào ở đơn vị nào, phải đọc được',
    en: 'readable JSON file that says which group is which role in which unit',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    vi: 'mức nhật ký: debug, info, warn, error, silent',
    en: 'log level: debug, info, warn, error, silent',
  },
} as const satisfies Record<string, Variable>

/** As OpenID Connect Discovery has it: no query, no fragment. In the clear only where nobody listens in. */
function isIssuer(text: string): boolean {
  const url = URL.parse(text)
  if (!url || url.username !== '' || url.password !== '' || /[?#]/.test(text)) return false
  return url.protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
}

/** Scheme, host and port, and nothing that would be left out of account. */
function isBareServer(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.hostname !== '' && /^[^/]*:\/\/[^/?#@]+\/?$/.test(text)
}
