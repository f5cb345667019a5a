import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type ChannelsAbout, loadChannels, MAX_CHANNELS, MAX_RECIPIENTS } from '../../../server/notify/channels-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
const FILE = join(folder.path, 'channels.json')
const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
const ABOUT: ChannelsAbout = { canMail: true, villages: new Set(['my-dong', 'tan-thuan-tay']) }

mkdirSync(join(folder.path, 'keys'))
beforeEach(() => writeFileSync(join(folder.path, 'keys', 'chat'), `${SECRET}\n`))
const write = (channels: unknown) => writeFileSync(FILE, JSON.stringify(channels))
const load = (channels: unknown, about = ABOUT) => {
  write(channels)
  return loadChannels(FILE, about)
}
const complaintsOf = (channels: unknown, about = ABOUT): string[] => {
  try {
    load(channels, about)
    return []
  } catch (error) {
    const [name, ...lines] = (error as Error).message.split('\n')
    expect(name).toBe('ALARM_CHANNELS_FILE')
    return lines.map(line => line.trim())
  }
}
const CHAT = { id: 'chat', kind: 'webhook', url: 'https://chat.example.vn/hook', secretFile: 'keys/chat' }
const MAIL = { id: 'mail', kind: 'email', to: ['truc@ioc.example.vn'] }

test('channels are read as they stand, with what isn’t said', () => {
  const filter = { priorities: ['high'], villages: ['my-dong'], transitions: ['raised', 'returned'] }
  expect(
    load([
      { ...CHAT, filter: { priorities: ['high'] } },
      { ...MAIL, language: 'en', filter },
    ]),
  ).toEqual([
    {
      id: 'chat',
      kind: 'webhook',
      url: 'https://chat.example.vn/hook',
      secrets: [Buffer.alloc(24, 7)],
      filter: { priorities: ['high'], villages: null, transitions: null },
      language: 'vi',
    },
    { id: 'mail', kind: 'email', to: ['truc@ioc.example.vn'], filter, language: 'en' },
  ])
  expect(load([])).toEqual([])
})

test('several keys stand on lines of their own', () => {
  const second = `whsec_${Buffer.alloc(64, 8).toString('base64')}`
  writeFileSync(join(folder.path, 'keys', 'chat'), `\n${SECRET}\r\n${second}\n`)
  expect(load([CHAT])).toMatchObject([{ secrets: [Buffer.alloc(24, 7), Buffer.alloc(64, 8)] }])
})

describe('what is wrong is one line in both languages that names where:', () => {
  test.each<[string, unknown]>([
    ['[0].id', [{ ...CHAT, id: 'Chat' }]],
    ['[0].id', [{ ...CHAT, id: 'x'.repeat(33) }]],
    ['[1].id', [CHAT, { ...MAIL, id: 'chat' }]],
    ['[0].kind', [{ ...CHAT, kind: 'fax' }]],
    ['[0].url', [{ ...CHAT, url: 'http://chat.example.vn/hook' }]],
    ['[0].url', [{ ...CHAT, url: 'https://user:secret@chat.example.vn/hook' }]],
    ['[0].url', [{ ...CHAT, url: 'https://chat.example.vn/hook#part' }]],
    ['[0].url', [{ ...CHAT, url: 'ftp://localhost/' }]],
    ['[0].url', [{ ...CHAT, url: 'hook' }]],
    ['[0].secretFile', [{ ...CHAT, secretFile: 'keys/none' }]],
    ['[0].secretFile', [{ ...CHAT, secretFile: undefined }]],
    ['[0].to', [{ ...MAIL, to: [] }]],
    ['[0].to', [{ ...MAIL, to: ['truc@ioc.example.vn', 'TRUC@ioc.example.vn'] }]],
    ['[0].to', [{ ...MAIL, to: ['a@b.vn\r\nBcc: all@b.vn'] }]],
    ['[0].filter', [{ ...MAIL, filter: { priorities: ['urgent'] } }]],
    ['[0].filter', [{ ...MAIL, filter: { villages: ['nowhere'] } }]],
    ['[0].filter', [{ ...MAIL, filter: { transitions: [] } }]],
    ['[0].filter', [{ ...MAIL, filter: { days: ['monday'] } }]],
    ['[0].language', [{ ...MAIL, language: 'fr' }]],
  ])('%s', (place, channels) => {
    const lines = complaintsOf(channels)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^\[\d\]\.\w+: cần .+ · expected .+/)
    expect(lines[0]).toContain(`${place}: `)
    expect(lines[0]).not.toContain('secret@')
  })

  test('a field nobody knows, and what is no list at all', () => {
    expect(complaintsOf([{ ...MAIL, subject: 'x' }])).toEqual([expect.stringMatching(/^\[0\]: cần một danh sách/)])
    expect(complaintsOf({ channels: [] })).toEqual([expect.stringMatching(/^cần một danh sách.* · expected/)])
    writeFileSync(FILE, '[')
    expect(() => loadChannels(FILE, ABOUT)).toThrow('cần một danh sách')
  })

  test('everything at once', () => {
    expect(
      complaintsOf([
        { ...CHAT, id: '-' },
        { ...MAIL, to: [] },
      ]),
    ).toHaveLength(2)
    expect(
      complaintsOf([
        { ...CHAT, secretFile: 'x' },
        { ...MAIL, filter: { villages: ['nowhere'] } },
      ]),
    ).toHaveLength(2)
  })

  test('mail without a mail server', () =>
    expect(complaintsOf([MAIL], { ...ABOUT, canMail: false })).toEqual([expect.stringContaining('SMTP_URL')]))
})

describe('limits', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ ...MAIL, id: `mail-${i}` }))
  const to = (count: number) => [{ ...MAIL, to: Array.from({ length: count }, (_, i) => `truc-${i}@ioc.example.vn`) }]
  const keys = (count: number) => `${SECRET}\n`.repeat(count)

  test('channels and receivers', () => {
    expect(load(many(MAX_CHANNELS))).toHaveLength(MAX_CHANNELS)
    expect(complaintsOf(many(MAX_CHANNELS + 1))).toHaveLength(1)
    expect(load(to(MAX_RECIPIENTS))).toMatchObject([{ to: { length: MAX_RECIPIENTS } }])
    expect(complaintsOf(to(MAX_RECIPIENTS + 1))).toHaveLength(1)
  })

  test.each([
    ['no key', '', false],
    ['four keys', keys(4), true],
    ['five keys', keys(5), false],
    ['24 bytes', `whsec_${Buffer.alloc(24).toString('base64')}`, true],
    ['23 bytes', `whsec_${Buffer.alloc(23).toString('base64')}`, false],
    ['64 bytes', `whsec_${Buffer.alloc(64).toString('base64')}`, true],
    ['65 bytes', `whsec_${Buffer.alloc(65).toString('base64')}`, false],
    ['no prefix', Buffer.alloc(24).toString('base64'), false],
    ['no base64', 'whsec_geheim!geheim!geheim!geheim!geheim', false],
  ])('a file with %s', (_what, content, isRight) => {
    writeFileSync(join(folder.path, 'keys', 'chat'), content)
    expect(complaintsOf([CHAT])).toHaveLength(isRight ? 0 : 1)
  })

  test('http within the house only', () => {
    expect(load([{ ...CHAT, url: 'http://127.0.0.1:9000/hook?room=1' }])).toHaveLength(1)
    expect(complaintsOf([{ ...CHAT, url: 'http://8.8.8.8/hook' }])).toHaveLength(1)
  })
})
