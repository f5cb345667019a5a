// Reads the file that says where alarms go (ALARM_CHANNELS_FILE), once at start: one line per thing that is wrong, in both languages.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { TRANSITIONS } from '../../shared/alarms/notification.ts'
import { PRIORITIES } from '../../shared/alarms/rule.ts'
import { villageIdSchema } from '../../shared/ids.ts'
import type { Words } from '../../shared/words.ts'
import type { Channel } from './channel.ts'
import { isPrivateHost } from './private-host.ts'

export const MAX_CHANNELS = 32
export const MAX_RECIPIENTS = 32
const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/
/** Standard Webhooks: between 192 and 512 bits. */
const SECRET_BYTES = [24, 64] as const
const MAX_SECRETS = 4

const someOf = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(100).nullable().default(null)
const headSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/),
  filter: z
    .strictObject({
      priorities: someOf(z.enum(PRIORITIES)),
      villages: someOf(villageIdSchema),
      transitions: someOf(z.enum(TRANSITIONS)),
    })
    .default({ priorities: null, villages: null, transitions: null }),
  language: z.enum(['vi', 'en']).default('vi'),
})
const addressSchema = z.email().max(254)
const channelSchema = z.discriminatedUnion('kind', [
  headSchema.extend({
    kind: z.literal('webhook'),
    url: z.string().max(2_000).refine(isAllowedUrl),
    secretFile: z.string().min(1),
  }),
  headSchema.extend({
    kind: z.literal('email'),
    to: z
      .array(addressSchema)
      .min(1)
      .max(MAX_RECIPIENTS)
      .refine(to => new Set(to.map(one => one.toLowerCase())).size === to.length),
  }),
])
const fileSchema = z.array(channelSchema).max(MAX_CHANNELS)
type Given = z.infer<typeof channelSchema>

const EXPECTED: Readonly<Record<string, Words>> = {
  id: {
    vi: 'tên riêng: 1 đến 32 chữ thường không dấu, số, gạch nối',
    en: 'a name of its own: 1 to 32 lower-case letters, digits, dashes',
  },
  kind: { vi: '"webhook" hoặc "email"', en: '"webhook" or "email"' },
  url: {
    vi: 'địa chỉ https không chứa tài khoản (http chỉ trong mạng nội bộ)',
    en: 'an https address without credentials (http within the house only)',
  },
  secretFile: {
    vi: `tệp đọc được, mỗi dòng một khóa whsec_… (base64 của ${SECRET_BYTES.join(' đến ')} byte), tối đa ${MAX_SECRETS} khóa`,
    en: `a readable file, one key whsec_… a line (base64 of ${SECRET_BYTES.join(' to ')} bytes), at most ${MAX_SECRETS}`,
  },
  to: { vi: `1 đến ${MAX_RECIPIENTS} địa chỉ thư khác nhau`, en: `1 to ${MAX_RECIPIENTS} different e-mail addresses` },
  filter: {
    vi: `priorities (${PRIORITIES.join(', ')}), villages (mã làng), transitions (${TRANSITIONS.join(', ')})`,
    en: `priorities (${PRIORITIES.join(', ')}), villages (their ids), transitions (${TRANSITIONS.join(', ')})`,
  },
  language: { vi: '"vi" hoặc "en"', en: '"vi" or "en"' },
}
const FORM: Words = {
  vi: `một danh sách JSON, tối đa ${MAX_CHANNELS} kênh, mỗi kênh chỉ có ${Object.keys(EXPECTED).join(', ')}`,
  en: `a JSON list of at most ${MAX_CHANNELS} channels, each with nothing but ${Object.keys(EXPECTED).join(', ')}`,
}

export type ChannelsAbout = {
  /** Whether there is a mail server and a sender's address. */
  readonly canMail: boolean
  /** Ids of the villages there are. */
  readonly villages: ReadonlySet<string>
}

/**
 * The channels. Files of secrets are named from where the channels' file lies.
 * @throws Error with one line per wrong thing; no line repeats a secret
 */
export function loadChannels(path: string, about: ChannelsAbout): readonly Channel[] {
  const given = fileSchema.safeParse(readJson(path))
  if (!given.success) throw complaint(given.error.issues.map(({ path: at }) => lineOf(at)))
  const secrets = given.data.map(one =>
    one.kind === 'webhook' ? readSecrets(resolve(dirname(path), one.secretFile)) : [],
  )
  const lines = given.data.flatMap((one, i) =>
    objectionsTo(one, given.data.slice(0, i), secrets[i], about).map(field => lineOf([i, field])),
  )
  if (!about.canMail && given.data.some(({ kind }) => kind === 'email'))
    lines.push('cần SMTP_URL và MAIL_FROM để gửi thư · e-mail needs SMTP_URL and MAIL_FROM')
  if (lines.length > 0) throw complaint(lines)
  return given.data.map((one, i) => {
    const { id, filter, language } = one
    return one.kind === 'email'
      ? { id, filter, language, kind: 'email', to: one.to }
      : { id, filter, language, kind: 'webhook', url: one.url, secrets: secrets[i] ?? [] }
  })
}

/** Fields of a well-formed channel that can't be right. */
function objectionsTo(
  { id, filter, ...rest }: Given,
  before: readonly Given[],
  secrets: readonly Uint8Array[] | undefined,
  { villages }: ChannelsAbout,
): string[] {
  const isKnown = (filter.villages ?? []).every(village => villages.has(village))
  return [
    ...(before.some(one => one.id === id) ? ['id'] : []),
    ...(isKnown ? [] : ['filter']),
    ...(rest.kind === 'webhook' && !secrets ? ['secretFile'] : []),
  ]
}

function lineOf(at: readonly PropertyKey[]): string {
  const [index, field] = at
  const expected = EXPECTED[String(field)] ?? FORM
  const place = index === undefined ? '' : `[${String(index)}]${field === undefined ? '' : `.${String(field)}`}: `
  return `${place}cần ${expected.vi} · expected ${expected.en}`
}

const complaint = (lines: readonly string[]): Error =>
  new Error(['ALARM_CHANNELS_FILE', ...new Set(lines)].join('\n  '))

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Undefined when the file isn't there or holds anything but keys. */
function readSecrets(path: string): readonly Uint8Array[] | undefined {
  try {
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .map(line => line.trim())
    const keys = lines.filter(line => line !== '').map(keyOf)
    return keys.length >= 1 && keys.length <= MAX_SECRETS && keys.every(key => key !== undefined) ? keys : undefined
  } catch {
    return undefined
  }
}

function keyOf(line: string): Uint8Array | undefined {
  const [, base64] = SECRET.exec(line) ?? []
  const key = Buffer.from(base64 ?? '', 'base64')
  return key.length >= SECRET_BYTES[0] && key.length <= SECRET_BYTES[1] ? key : undefined
}

function isAllowedUrl(text: string): boolean {
  const url = URL.parse(text)
  if (!url || url.username !== '' || url.password !== '' || url.hash !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isPrivateHost(url.hostname))
}
