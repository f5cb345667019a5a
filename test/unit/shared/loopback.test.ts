// Addresses that only the machine itself can open.
import { expect, test } from 'vitest'
import { opensHereOnly } from '../../../shared/loopback.ts'

test.each([
  ['http://127.0.0.1:8080', true],
  ['http://127.1.2.3/account/kiosk?code=1', true],
  ['http://localhost:8080', true],
  ['http://ioc.localhost', true],
  ['http://[::1]:8080', true],
  ['http://0.0.0.0:8080', true],
  ['ioc.example.vn', true],
  ['', true],
  ['https://ioc.example.vn', false],
  ['http://192.168.1.20:8080', false],
  ['http://127.example.vn', false],
  ['http://localhost.example.vn', false],
])('%s: %s', (address, isHere) => expect(opensHereOnly(address)).toBe(isHere))
