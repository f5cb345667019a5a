// Configuration from the environment, checked once at start: one clear line per wrong value, Vietnamese and English.
import type { z } from 'zod'
import { readSecret } from './config-files.ts'
import { type TlsFiles, tlsFilesOf } from './tls-files.ts'
import { VARIABLES } from './variables.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

type Read = { readonly [K in keyof typeof VARIABLES]: z.output<(typeof VARIABLES)[K]['schema']> }

export type Config = {
  readonly port: number
  readonly host: string
  /** `open`: nobody signs in; on this machine only. */
  readonly access: 'required' | 'open'
  readonly origins: readonly string[]
  readonly dataDir: string
  readonly mqttPort: number
  readonly mqtt:
    | {
        readonly url: string
        readonly username: string | undefined
        readonly password: string | undefined
        readonly clientId: string
      }
    | undefined
  readonly ingestRate: number
  readonly requestRate?: number | undefined
  readonly trustProxy?: number | undefined
  readonly retentionDays: number | undefined
  readonly logLevel: string
  /** Undefined = plain HTTP and MQTT. */
  readonly tls?: TlsFiles | undefined
  /** An origin: no slash at the end. */
  readonly publicUrl?: string | undefined
  readonly capSender?: string | undefined
  readonly alarmChannelsFile?: string | undefined
  /** PMTiles archive of the richer base map. */
  readonly basemap?: string | undefined
  /** Undefined = no mail can be sent. */
  readonly smtp?: SmtpSettings | undefined
  /** Undefined = people sign in here alone. */
  readonly oidc?: OidcSettings | undefined
}
export type SmtpSettings = {
  /** smtp://host[:port] (STARTTLS where offered) or smtps://host[:port]; without credentials. */
  readonly url: string
  readonly username: string | undefined
  readonly password: string | undefined
  /** The sender's address. */
  readonly from: string
}

export type OidcSettings = {
  readonly issuer: string
  readonly clientId: string
  /** Undefined = a public client: PKCE alone. */
  readonly clientSecret: string | undefined
  /** How people call the identity provider. */
  readonly name: string
  /** The claim that names somebody's groups there. */
  readonly groupsClaim: string
  /** Which group is which role. */
  readonly mappingFile: string
}

/** The configuration, or one line per wrong value. An empty variable counts as unset. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  defaultDataDir: string,
  defaultAccess: Config['access'] = 'required',
): Config | readonly string[] {
  const complaints: string[] = []
  const read: Record<string, unknown> = {}
  for (const [name, { schema, vi, en }] of Object.entries(VARIABLES)) {
    const given = environment[name] === '' ? undefined : environment[name]
    const parsed = schema.safeParse(given)
    if (parsed.success) read[name] = parsed.data
    else complaints.push(`${name}=${JSON.stringify(withoutCredentials(given))}: cần ${vi} · expected ${en}`)
  }
  if (complaints.length > 0) return complaints
  const values = read as Read
  const access = values.ACCESS ?? (LOOPBACK.has(values.HOST) ? defaultAccess : 'required')
  if (!LOOPBACK.has(values.HOST) && access === 'open')
    return [
      `ACCESS="open": chỉ khi HOST là máy này, ra ngoài thì phải đăng nhập · only while HOST is this machine; beyond it people sign in`,
    ]
  if (!LOOPBACK.has(values.HOST) && values.ORIGINS.length === 0)
    return [
      `HOST=${JSON.stringify(values.HOST)}: ra ngoài máy này thì phải đặt ORIGINS (địa chỉ người xem gõ) · beyond this machine ORIGINS must say the addresses people type`,
    ]
  if ((values.SMTP_URL === undefined) !== (values.MAIL_FROM === undefined))
    return ['SMTP_URL, MAIL_FROM: cần có cả hai hoặc không có cả hai · expected both or neither']
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_MAPPING_FILE } = values
  const oidcGiven = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_MAPPING_FILE].filter(one => one !== undefined).length
  if (oidcGiven !== 0 && oidcGiven !== 3)
    return ['OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_MAPPING_FILE: cần có cả ba hoặc không có · expected all three or none']
  const tls = tlsFilesOf(values.TLS_CERT, values.TLS_KEY, values.TLS_CLIENT_CA)
  if (tls && 'refusal' in tls) return [tls.refusal]
  return {
    port: values.PORT,
    host: values.HOST,
    access,
    origins: values.ORIGINS,
    dataDir: values.DATA_DIR ?? defaultDataDir,
    mqttPort: values.MQTT_PORT,
    mqtt:
      values.MQTT_URL === undefined
        ? undefined
        : {
            url: values.MQTT_URL,
            username: values.MQTT_USERNAME,
            password: readSecret(values.MQTT_PASSWORD_FILE),
            clientId: values.MQTT_CLIENT_ID,
          },
    ingestRate: values.INGEST_RATE,
    requestRate: values.REQUEST_RATE,
    trustProxy: values.TRUST_PROXY,
    retentionDays: values.RETENTION_DAYS,
    logLevel: values.LOG_LEVEL,
    tls,
    publicUrl: values.PUBLIC_URL,
    capSender: values.CAP_SENDER,
    alarmChannelsFile: values.ALARM_CHANNELS_FILE,
    basemap: values.BASEMAP_PMTILES,
    smtp:
      values.SMTP_URL === undefined || values.MAIL_FROM === undefined
        ? undefined
        : {
            url: values.SMTP_URL,
            username: values.SMTP_USERNAME,
            password: readSecret(values.SMTP_PASSWORD_FILE),
            from: values.MAIL_FROM,
          },
    oidc:
      OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_MAPPING_FILE === undefined
        ? undefined
        : {
            issuer: OIDC_ISSUER,
            clientId: OIDC_CLIENT_ID,
            clientSecret: readSecret(values.OIDC_CLIENT_SECRET_FILE),
            name: values.OIDC_NAME,
            groupsClaim: values.OIDC_GROUPS_CLAIM,
            mappingFile: OIDC_MAPPING_FILE,
          },
  }
}

/** What a complaint may repeat: it goes to the log, a password in an address must not. */
const withoutCredentials = (value: string | undefined) => value?.replace(/\/\/.*@/, '//…@')

export const isLoopback = (host: string): boolean => LOOPBACK.has(host)
