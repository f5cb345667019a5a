import { expect, test } from 'vitest'
import { addressKey, clientAddress } from '../../../server/http/client-address.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['', ''],
  ['<script>', '<script>'],
])('%s counts as %s', (address, key) => expect(addressKey(address)).toBe(key))

const asking = (forwarded?: string | readonly string[]) => ({
  socket: { remoteAddress: '::ffff:10.0.0.1' },
  headers: { 'x-forwarded-for': forwarded },
})

test('without a proxy nobody is believed about where he comes from', () => {
  expect(clientAddress(asking('198.51.100.9'), 0)).toBe('10.0.0.1')
  expect(clientAddress(asking(), 0)).toBe('10.0.0.1')
})

test('with n proxies the word of the last n is taken, and what stands before it is not', () => {
  expect(clientAddress(asking('6.6.6.6, 198.51.100.9'), 1)).toBe('198.51.100.9')
  expect(clientAddress(asking('6.6.6.6, 198.51.100.9, 10.0.0.2'), 2)).toBe('198.51.100.9')
  expect(clientAddress(asking(['6.6.6.6', '198.51.100.9']), 1)).toBe('198.51.100.9')
  expect(clientAddress(asking(), 1)).toBe('10.0.0.1')
  expect(clientAddress(asking(' , ,'), 2)).toBe('10.0.0.1')
})
