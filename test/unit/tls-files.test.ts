import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { readTls } from '../../server/tls-files.ts'
import { issueCertificate, publicKeyOf } from '../support/certificates.ts'
import { tlsFolder } from '../support/tls-folder.ts'

const place = tlsFolder()
afterAll(place.remove)
const other = issueCertificate({ name: 'other.test', by: place.authority })
/** A file of that name with that text. */
function file(name: string, text: string): string {
  writeFileSync(place.path(name), text)
  return place.path(name)
}
const { cert, key } = place.files
const clientCa = place.withClients.clientCa as string
const lockedKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'secret',
})

test('a certificate, its key and an authority that fit are read', () =>
  expect(readTls(place.withClients)).toMatchObject({ cert: place.first.cert, key: place.first.key }))

test('so is a certificate with its chain behind it', () =>
  expect(readTls({ ...place.files, cert: file('chain', place.first.cert + place.authority.cert) })).not.toHaveProperty(
    'refusal',
  ))

test.each([
  ['TLS_CERT', 'nothing', { cert: file('empty', '') }],
  ['TLS_CERT', 'a key where the certificate should be', { cert: key }],
  ['TLS_CERT', 'a file that is gone', { cert: place.path('gone') }],
  ['TLS_KEY', 'a certificate where the key should be', { key: cert }],
  ['TLS_KEY', 'a public key', { key: file('public', publicKeyOf(place.first)) }],
  ['TLS_KEY', 'a key with a passphrase', { key: file('locked', lockedKey) }],
  ['TLS_CERT, TLS_KEY', 'the key of another certificate', { key: file('other', other.key) }],
  ['TLS_CLIENT_CA', 'a certificate that is no authority', { clientCa: file('leaf', other.cert) }],
  ['TLS_CLIENT_CA', 'rubbish', { clientCa: file('rubbish', 'x') }],
])('%s: %s is refused in one line of both languages', (variable, _what, about) => {
  const { refusal } = readTls({ ...place.withClients, ...about }) as { refusal: string }
  expect(refusal).toMatch(new RegExp(`^${variable}: [^·]+ · [^·]+$`))
  expect(refusal).not.toMatch(/\n|BEGIN/)
})

describe('the configuration', () => {
  const read = (environment: Record<string, string>) => readConfig(environment, 'data')

  test('takes both or neither, the authority only with them, and checks what they hold', () => {
    expect(read({})).toMatchObject({ tls: undefined })
    expect(read({ TLS_CERT: cert, TLS_KEY: key })).toMatchObject({ tls: { cert, key } })
    expect(read({ TLS_CERT: cert, TLS_KEY: key, TLS_CLIENT_CA: clientCa })).toMatchObject({ tls: { clientCa } })
    const half = [{ TLS_CERT: cert }, { TLS_KEY: key }, { TLS_CLIENT_CA: clientCa }]
    for (const one of [
      ...half,
      { TLS_CERT: cert, TLS_CLIENT_CA: clientCa },
      { TLS_CERT: cert, TLS_KEY: place.path('other') },
    ])
      expect(read(one as Record<string, string>)).toEqual([expect.stringMatching(/^TLS_CERT, TLS_KEY: .+ · .+/)])
  })

  test.each(['TLS_CERT', 'TLS_KEY', 'TLS_CLIENT_CA'])('%s must be readable', name => {
    const files = { TLS_CERT: cert, TLS_KEY: key, TLS_CLIENT_CA: clientCa, [name]: place.path('gone') }
    expect(read(files)).toEqual([expect.stringMatching(new RegExp(`^${name}=.+ · `))])
  })
})
