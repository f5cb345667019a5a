import { describe, expect, test } from 'vitest'
import { checkPlan } from '../../../server/registry/register.ts'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { hashToken, newToken } from '../../../server/registry/token.ts'
import { aDevicePlan } from '../../support/station.ts'

const registry = loadRegistry()
const check = (about: Parameters<typeof aDevicePlan>[0]) => checkPlan(aDevicePlan(about), registry)
const isRefused = (about: Parameters<typeof aDevicePlan>[0]) => 'refusal' in check(about)

describe('the plan of a device', () => {
  test("gives each series the catalogue's unit and the interval asked for", () =>
    expect(
      check({
        quantities: [
          { code: 'water_level', intervalMs: 5_000 },
          { code: 'online', intervalMs: null },
        ],
      }),
    ).toEqual([
      { quantity: 'water_level', unit: 'm', intervalMs: 5_000 },
      { quantity: 'online', unit: '{state}', intervalMs: null },
    ]))

  test('takes an id of 64 characters, not of 65, and none that could not stand in a topic', () => {
    expect(isRefused({ id: 'x'.repeat(64) })).toBe(false)
    for (const id of ['x'.repeat(65), '', 'a.b', 'a/b', 'a+', '#', '-a', '_a', 'trạm', 'a b', '__proto__'])
      expect(isRefused({ id })).toBe(true)
  })

  test('takes each quantity once, at least one, and only those of the catalogue', () => {
    const once = { code: 'ph', intervalMs: null }
    expect(isRefused({ quantities: [] })).toBe(true)
    expect(isRefused({ quantities: [once, once] })).toBe(true)
    expect(isRefused({ quantities: [{ code: 'constructor', intervalMs: null }] })).toBe(true)
    expect(isRefused({ quantities: registry.quantities.map(({ code }) => ({ code, intervalMs: null })) })).toBe(false)
  })

  test('takes a position on the globe and a village of the registry', () => {
    expect(isRefused({ lon: 180, lat: -90 })).toBe(false)
    expect(isRefused({ lon: 180.001 })).toBe(true)
    expect(isRefused({ lat: -90.001 })).toBe(true)
    expect(isRefused({ lat: Number.NaN })).toBe(true)
    expect(isRefused({ village: 'nowhere' })).toBe(true)
  })
})

test('a token is 256 random bits, never the same twice, and only its hash need be kept', () => {
  const tokens = Array.from({ length: 1_000 }, newToken)
  expect(new Set(tokens).size).toBe(1_000)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(hashToken('a')).toMatch(/^[0-9a-f]{64}$/)
  expect(hashToken(tokens[0] ?? '')).not.toContain(tokens[0])
})
