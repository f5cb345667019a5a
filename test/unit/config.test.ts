import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { allowedOrigins, localAddress, ownAddresses } from '../../server/addresses.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { VARIABLES } from '../../server/variables.ts'

const folder = mkdtempSync(join(tmpdir(), 'dai-sen-config-'))
const passwordFile = join(folder, 'password')
writeFileSync(passwordFile, 's3cret\n')
afterAll(() => rmSync(folder, { recursive: true }))

function config(environment: Record<string, string>): Config {
  const read = readConfig(environment, 'data')
  if (!('port' in read)) throw new Error(read.join('\n'))
  return read
}
const complaints = (environment: Record<string, string>): readonly string[] => {
  const read = readConfig(environment, 'data')
  return 'port' in read ? [] : read
}
const ORIGINS = 'https://ioc.example.vn'

test('nothing set means a station of this machine alone', () =>
  expect(config({})).toEqual({
    port: 8080,
    host: '127.0.0.1',
    access: 'required',
    origins: [],
    dataDir: 'data',
    mqttPort: 1883,
    mqtt: undefined,
    ingestRate: 50,
    requestRate: 200,
    trustProxy: 0,
    retentionDays: undefined,
    logLevel: 'info',
  }))

test('an empty variable counts as unset', () =>
  expect(config(Object.fromEntries(Object.keys(VARIABLES).map(name => [name, ''])))).toEqual(config({})))

describe('who must sign in', () => {
  test('everybody, unless the station of one machine says otherwise', () => {
    expect(config({}).access).toBe('required')
    expect(config({ ACCESS: 'open' }).access).toBe('open')
    expect(readConfig({}, 'data', 'open')).toMatchObject({ access: 'open' })
    expect(readConfig({ ACCESS: 'required' }, 'data', 'open')).toMatchObject({ access: 'required' })
  })

  test('everybody on a station that others reach, and no variable changes that', () => {
    const reached = { HOST: '0.0.0.0', ORIGINS }
    expect(readConfig(reached, 'data', 'open')).toMatchObject({ access: 'required' })
    expect(readConfig({ ...reached, ACCESS: 'open' }, 'data', 'open')).toEqual([
      expect.stringMatching(/ACCESS.* · .*people sign in/),
    ])
  })
})

describe('right values', () => {
  test.each<[string, string, Partial<Config>]>([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65_535 }],
    ['TRUST_PROXY', '2', { trustProxy: 2 }],
    ['REQUEST_RATE', '500', { requestRate: 500 }],
    ['HOST', 'localhost', { host: 'localhost' }],
    ['HOST', '::1', { host: '::1' }],
    ['ORIGINS', ' https://a.vn , http://b.vn:8080 ,', { origins: ['https://a.vn', 'http://b.vn:8080'] }],
    ['DATA_DIR', '/var/lib/dai-sen', { dataDir: '/var/lib/dai-sen' }],
    ['MQTT_PORT', '1884', { mqttPort: 1884 }],
    ['INGEST_RATE', '1', { ingestRate: 1 }],
    ['RETENTION_DAYS', '31', { retentionDays: 31 }],
    ['PUBLIC_URL', 'https://ioc.example.vn', { publicUrl: 'https://ioc.example.vn' }],
    ['CAP_SENDER', 'ioc@dongthap.example.vn', { capSender: 'ioc@dongthap.example.vn' }],
    ['CAP_SENDER', 'x'.repeat(200), { capSender: 'x'.repeat(200) }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
  ])('%s=%s', (name, value, expected) => expect(config({ [name]: value })).toMatchObject(expected))

  test('an outside broker comes with its account, the password from a file without its line end', () => {
    const environment = {
      MQTT_URL: 'mqtts://broker.example:8883',
      MQTT_USERNAME: 'dai-sen',
      MQTT_PASSWORD_FILE: passwordFile,
      MQTT_CLIENT_ID: 'dai-sen-2',
    }
    expect(config(environment).mqtt).toEqual({
      url: 'mqtts://broker.example:8883',
      username: 'dai-sen',
      password: 's3cret',
      clientId: 'dai-sen-2',
    })
    expect(config({ MQTT_URL: 'mqtt://broker:1883' }).mqtt).toEqual({
      url: 'mqtt://broker:1883',
      username: undefined,
      password: undefined,
      clientId: 'dai-sen',
    })
  })
})

describe('an identity provider', () => {
  const needed = {
    OIDC_ISSUER: 'https://idp.example.vn/realms/tinh',
    OIDC_CLIENT_ID: 'dai-sen',
    OIDC_MAPPING_FILE: passwordFile,
  }
  test('is where it is, with a secret from a file or none', () => {
    expect(config(needed).oidc).toEqual({
      issuer: 'https://idp.example.vn/realms/tinh',
      clientId: 'dai-sen',
      clientSecret: undefined,
      name: 'Đăng nhập của tỉnh',
      groupsClaim: 'groups',
      mappingFile: passwordFile,
    })
    expect(config({ ...needed, OIDC_CLIENT_SECRET_FILE: passwordFile }).oidc?.clientSecret).toBe('s3cret')
    expect(config({ ...needed, OIDC_ISSUER: 'http://127.0.0.1:9000' }).oidc?.issuer).toBe('http://127.0.0.1:9000')
  })

  test.each(Object.keys(needed))('needs %s', name =>
    expect(complaints({ ...needed, [name]: '' })).toEqual([expect.stringMatching(/OIDC_ISSUER.* · .*all three/)]),
  )
})

describe('a wrong value is one line that names the variable', () => {
  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['PORT', '8080.5'],
    ['HOST', 'a b'],
    ['HOST', 'http://x'],
    ['TRUST_PROXY', '-1'],
    ['TRUST_PROXY', '10'],
    ['TRUST_PROXY', 'true'],
    ['REQUEST_RATE', '0'],
    ['ORIGINS', 'ioc.example.vn'],
    ['ORIGINS', 'https://ioc.example.vn/'],
    ['ORIGINS', 'https://ioc.example.vn/wall'],
    ['ORIGINS', 'ftp://ioc.example.vn'],
    ['ORIGINS', 'https://good.vn,*'],
    ['ORIGINS', 'https://IOC.example.vn'],
    ['ORIGINS', 'https://ioc.example.vn:443'],
    ['MQTT_PORT', '70000'],
    ['MQTT_URL', 'http://broker'],
    ['MQTT_URL', 'broker:1883'],
    ['MQTT_URL', 'mqtt://user:secret@broker:1883'],
    ['MQTT_URL', 'mqtt://user@broker:1883'],
    ['MQTT_PASSWORD_FILE', '/nowhere/at/all'],
    ['MQTT_CLIENT_ID', 'a b'],
    ['MQTT_CLIENT_ID', 'x'.repeat(65)],
    ['INGEST_RATE', '0'],
    ['INGEST_RATE', '1.5'],
    ['RETENTION_DAYS', '30'],
    ['RETENTION_DAYS', 'forever'],
    ['PUBLIC_URL', 'ioc.example.vn'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['ALARM_CHANNELS_FILE', '/nowhere/at/all'],
    ['CAP_SENDER', 'ioc, dongthap'],
    ['CAP_SENDER', 'a<b'],
    ['CAP_SENDER', 'x'.repeat(201)],
    ['LOG_LEVEL', 'loud'],
    ['OIDC_ISSUER', 'http://idp.example.vn'],
    ['OIDC_ISSUER', 'https://user:secret@idp.example.vn'],
    ['OIDC_ISSUER', 'https://idp.example.vn/?tenant=1'],
    ['OIDC_NAME', ' '],
    ['OIDC_NAME', 'x'.repeat(61)],
    ['OIDC_GROUPS_CLAIM', 'my groups'],
    ['OIDC_MAPPING_FILE', '/nowhere/at/all'],
  ])('%s=%s', (name, value) => {
    const lines = complaints({ [name]: value })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`^${name}=.+ · `))
    expect(lines[0]).not.toContain('\n')
  })

  test('and every wrong value is told at once', () =>
    expect(complaints({ PORT: 'x', LOG_LEVEL: 'y', MQTT_PORT: 'z' }).map(line => line.split('=')[0])).toEqual([
      'PORT',
      'MQTT_PORT',
      'LOG_LEVEL',
    ]))

  test('but no line repeats the password of a broker address', () =>
    expect(complaints({ MQTT_URL: 'mqtt://user:hunter2@broker:1883' }).join('')).not.toContain('hunter2'))
})

test('the README names every variable, and none that is not there', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')
  const cells = [...readme.matchAll(/^\| ((?:`[A-Z][A-Z_]+`(?:, )?)+) \|/gm)].map(match => match[1] ?? '')
  const named = cells.flatMap(cell => cell.match(/[A-Z_]+/g) ?? [])
  expect(named.sort()).toEqual(Object.keys(VARIABLES).sort())
})

describe('beyond this machine', () => {
  test('the addresses people type must be said', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'ioc.example.vn']) {
      expect(complaints({ HOST: host })).toEqual([expect.stringMatching(/^HOST=.*ORIGINS/)])
      expect(config({ HOST: host, ORIGINS }).host).toBe(host)
    }
  })

  test('only those open the live link; on this machine its own pages do', () => {
    expect(allowedOrigins(config({ HOST: '192.0.2.7', ORIGINS }), 8080)).toEqual(new Set([ORIGINS]))
    expect(allowedOrigins(config({ HOST: '0.0.0.0', ORIGINS }), 8080)).toEqual(new Set([ORIGINS]))
    expect(allowedOrigins(config({ ORIGINS }), 9000)).toEqual(
      new Set(['http://127.0.0.1:9000', 'http://localhost:9000', 'http://[::1]:9000', ORIGINS]),
    )
  })
})

test('this machine reaches the station by its own addresses, whatever it listens on', () => {
  const own = ['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080']
  expect(ownAddresses('127.0.0.1', 8080)).toEqual(own)
  expect(ownAddresses('0.0.0.0', 8080)).toEqual(own)
  expect(ownAddresses('192.0.2.7', 8080)).toEqual([...own, 'http://192.0.2.7:8080'])
  expect(ownAddresses('2001:db8::7', 8080)).toEqual([...own, 'http://[2001:db8::7]:8080'])
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['::1', 'http://[::1]:8080'],
  ['0.0.0.0', 'http://127.0.0.1:8080'],
  ['192.0.2.7', 'http://192.0.2.7:8080'],
])('what listens on %s is reached from here at %s', (host, address) => {
  expect(localAddress('http', host, 8080)).toBe(address)
})
