import { expect, test } from 'vitest'
import { isPrivateHost } from '../../../server/notify/private-host.ts'

const hostOf = (host: string) => new URL(`http://${host}/`).hostname

test.each([
  '127.0.0.1',
  '127.255.255.255',
  'localhost',
  'app.localhost',
  '[::1]',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.5',
  '[fd00::1]',
  '[::ffff:10.0.0.1]',
  'gateway',
  'chat.ioc.internal',
  'printer.local',
  // As a URL reads it, this is 127.0.0.1.
  '2130706433',
])('%s is within the house', host => expect(isPrivateHost(hostOf(host))).toBe(true))

test.each([
  '8.8.8.8',
  '11.0.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.169.0.1',
  '128.0.0.1',
  '[2001:db8::1]',
  '[::ffff:8.8.8.8]',
  'ioc.example.vn',
  'localhost.example.vn',
  'local.vn',
  'internal.example.vn',
  '10.0.0.1.example.vn',
])('%s is not', host => expect(isPrivateHost(hostOf(host))).toBe(false))
