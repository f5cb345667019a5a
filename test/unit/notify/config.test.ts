import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { allowedOrigins } from '../../../server/addresses.ts'
import { readConfig } from '../../../server/config.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
mkdirSync(folder.path, { recursive: true })
const file = join(folder.path, 'secret')
writeFileSync(file, 's3cret\n')
const MAIL = { SMTP_URL: 'smtps://mail.example.vn:465', MAIL_FROM: 'canh-bao@ioc.example.vn' }
const complaints = (environment: Record<string, string>): readonly string[] => {
  const read = readConfig(environment, 'data')
  return 'port' in read ? [] : read
}

test('nothing set means that nothing leaves the station', () =>
  expect(readConfig({}, 'data')).toMatchObject({ publicUrl: undefined, alarmChannelsFile: undefined, smtp: undefined }))

test('a mail server comes with its account, the password from a file without its line end', () => {
  const environment = {
    ...MAIL,
    SMTP_USERNAME: 'dai-sen',
    SMTP_PASSWORD_FILE: file,
    PUBLIC_URL: 'https://ioc.example.vn',
  }
  expect(readConfig({ ...environment, ALARM_CHANNELS_FILE: file }, 'data')).toMatchObject({
    publicUrl: 'https://ioc.example.vn',
    alarmChannelsFile: file,
    smtp: { url: MAIL.SMTP_URL, username: 'dai-sen', password: 's3cret', from: MAIL.MAIL_FROM },
  })
  expect(readConfig(MAIL, 'data')).toMatchObject({ smtp: { username: undefined, password: undefined } })
})

describe('a wrong value is one line that names the variable', () => {
  test.each([
    ['PUBLIC_URL', 'https://ioc.example.vn/'],
    ['PUBLIC_URL', 'https://ioc.example.vn/alarms'],
    ['PUBLIC_URL', 'ioc.example.vn'],
    ['ALARM_CHANNELS_FILE', '/nowhere/at/all'],
    ['SMTP_URL', 'http://mail.example.vn'],
    ['SMTP_URL', 'mail.example.vn:25'],
    ['SMTP_URL', 'smtp://user@mail.example.vn'],
    ['SMTP_URL', 'smtp://user:hunter2@mail.example.vn'],
    ['SMTP_URL', 'smtp://mail.example.vn/path'],
    ['SMTP_URL', 'smtp://mail.example.vn?pool=true'],
    ['SMTP_PASSWORD_FILE', '/nowhere/at/all'],
    ['MAIL_FROM', 'Đài Sen <canh-bao@ioc.example.vn>'],
    ['MAIL_FROM', 'a@b.vn\r\nBcc: c@d.vn'],
  ])('%s=%s', (name, value) => {
    const lines = complaints({ ...MAIL, [name]: value })
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^${name}=.+ · expected `))])
    expect(lines.join('')).not.toContain('hunter2')
  })

  test('a server without a sender, and a sender without a server', () => {
    for (const name of ['SMTP_URL', 'MAIL_FROM'] as const)
      expect(complaints({ [name]: MAIL[name] })).toEqual([expect.stringContaining('SMTP_URL, MAIL_FROM')])
  })
})

test('pages that a link in a message opens are the station’s own', () => {
  const address = { host: '0.0.0.0', origins: ['https://other.example.vn'], publicUrl: 'https://ioc.example.vn' }
  expect(allowedOrigins(address, 8080)).toEqual(new Set(['https://ioc.example.vn', 'https://other.example.vn']))
})
