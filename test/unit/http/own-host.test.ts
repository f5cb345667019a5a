import { expect, test } from 'vitest'
import { hostsOf, isOwnHost } from '../../../server/http/own-host.ts'

const OWN = hostsOf(['https://ioc.example.vn', 'http://127.0.0.1:8080', 'http://[::1]:8080'])

test.each(['ioc.example.vn', 'IOC.example.VN', 'ioc.example.vn:443', '127.0.0.1:8080', '[::1]:8080'])(
  '%s is ours',
  host => expect(isOwnHost(host, OWN)).toBe(true),
)

test.each([
  undefined,
  '',
  'evil.example',
  'evil.example:8080',
  'ioc.example.vn.evil.example',
  'evil.ioc.example.vn',
  'ioc.example.vn:8443',
  'ioc.example.vn:80',
  '127.0.0.1',
  '127.0.0.1:8081',
  'ioc.example.vn, evil.example',
  'user@ioc.example.vn',
])('%s is not', host => expect(isOwnHost(host, OWN)).toBe(false))
