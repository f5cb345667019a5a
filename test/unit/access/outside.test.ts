import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { freeLogin } from '../../../server/access/outside-accounts.ts'
import { createFlows, FLOW_MS, MOST_FLOWS } from '../../../server/access/outside-flows.ts'
import { loadMapping, MAX_MAPPINGS } from '../../../server/access/outside-mapping.ts'
import { pathWithin } from '../../../server/access/outside-path.ts'
import { loginSchema } from '../../../shared/access/command-schema.ts'
import { MAX_GRANTS, ROLES } from '../../../shared/access/role.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('the page somebody goes on to', () => {
  test.each(['/', '/alarms', '/programme/tasks?at=2025-07-01#x', '/kiosk/commune-30055'])('%s is kept', path =>
    expect(pathWithin(path)).toBe(path),
  )
  test.each([
    ...['', 'alarms', '//xau.example', '/\\xau.example', '\\\\xau.example', 'https://xau.example', '/.//xau.example'],
    ...['/..//xau.example', '/%2e//xau.example', '/\n/xau.example', 'javascript:alert(1)', '/access/outside/start'],
    `/${'a'.repeat(512)}`,
  ])('%s is not', path => expect(pathWithin(path)).toBe('/'))
  test('of 512 characters is kept', () => expect(pathWithin(`/${'a'.repeat(511)}`)).toHaveLength(512))
  test.each([undefined, ['/a', '/b'], { a: '/b' }])('what isn’t text is not: %j', to =>
    expect(pathWithin(to)).toBe('/'),
  )

  test('is one of this station, whatever was asked for', () => {
    const parts = fc.constantFrom('/', '\\', '.', '..', '@', ':', 'xau.example', '%2f', '%5c', '\t', '?', '#', 'a')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map(some => `/${some.join('')}`),
        ),
        text => {
          const path = pathWithin(text)
          for (const base of ['https://ioc.example.vn', 'http://127.0.0.1:8080'])
            expect([new URL(path, base).origin, new URL(`${base}${path}`).origin]).toEqual([base, base])
          expect(pathWithin(path)).toBe(path)
        },
      ),
    )
  })
})

describe('a sign-in under way', () => {
  const flow = (state: string) => ({ state, nonce: 'n', verifier: 'v', to: '/' })

  test('is good once, for its own browser, for ten minutes', () => {
    let now = 0
    const flows = createFlows(() => now)
    flows.keep('mine', flow('a'))
    expect(flows.take('another', 'a')).toBeUndefined()
    now = FLOW_MS - 1
    expect(flows.take('mine', 'a')).toEqual(flow('a'))
    expect(flows.take('mine', 'a')).toBeUndefined()
    flows.keep('mine', flow('b'))
    now += FLOW_MS
    expect(flows.take('mine', 'b')).toBeUndefined()
  })

  test(`is one of ${MOST_FLOWS} at most`, () => {
    const flows = createFlows(() => 0)
    for (let i = 0; i < MOST_FLOWS; i++) flows.keep('mine', flow(String(i)))
    expect(flows.take('mine', '0')).toBeDefined()
    flows.keep('mine', flow('0'))
    flows.keep('mine', flow('one more'))
    expect(flows.take('mine', '1')).toBeUndefined()
    expect(flows.take('mine', '2')).toBeDefined()
  })
})

describe('the groups that are roles', () => {
  const folder = temporaryFolder()
  afterAll(folder.remove)
  const file = (content: unknown) => {
    const path = join(folder.path, 'mapping.json')
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  const load = (content: unknown) => loadMapping(file(content), unit => unit.startsWith('so-'))
  const row = { group: 'a', role: 'operator', unit: 'so-khcn' }

  test('are those of the file, each once, in its order', () => {
    const grantsOf = load([row, { group: 'b', role: 'leader', unit: null }, { ...row, group: 'c' }])
    expect(grantsOf(new Set(['c', 'b', 'a', 'x']))).toEqual([
      { role: 'operator', unit: 'so-khcn' },
      { role: 'leader', unit: null },
    ])
    expect(grantsOf(new Set(['A', '']))).toEqual([])
  })

  test(`give an account at most ${MAX_GRANTS} roles`, () => {
    const many = Array.from({ length: MAX_GRANTS + 1 }, (_, i) => ({ ...row, unit: `so-${i}` }))
    expect(load(many)(new Set(['a']))).toEqual(many.slice(0, MAX_GRANTS).map(({ role, unit }) => ({ role, unit })))
  })

  test.each<[string, unknown, RegExp]>([
    ['no JSON', '[', /1 to 1000 rows/],
    ['no list', {}, /1 to 1000 rows/],
    ['nothing', [], /1 to 1000 rows/],
    ['a field too many', [{ ...row, more: 1 }], /1 to 1000 rows/],
    ['no such role', [row, { ...row, role: 'king' }], new RegExp(`2\\. role: .*${ROLES[0]}`)],
    ['no such unit', [{ ...row, unit: 'khac' }], /1\. unit: .* · there is no such unit: khac/],
    ['an acting role without a unit', [{ ...row, unit: null }], /1\. unit: .*only for viewer, leader, auditor/],
    ['an empty group', [{ ...row, group: '' }], /1\. group/],
    ['too many', Array.from({ length: MAX_MAPPINGS + 1 }, () => row), /1 to 1000 rows/],
  ])('are complained of in both languages: %s', (_, content, complaint) => {
    expect(() => load(content)).toThrow(complaint)
    expect(() => load(content)).toThrow(/^OIDC_MAPPING_FILE\n/)
  })
  test('may be that many', () => expect(() => load(Array.from({ length: MAX_MAPPINGS }, () => row))).not.toThrow())
})

describe('the login of somebody from there', () => {
  const person = (login: string) => ({ key: 'https://idp a', name: '', login, groups: new Set<string>() })

  test.each([
    ['Sen.Nguyen@DongThap.vn', 'sen.nguyen@dongthap.vn'],
    ['Nguyễn Đình Đạt', 'nguyen-dinh-dat'],
    ['--sen--', 'sen'],
  ])('%s → %s', (given, login) => expect(freeLogin(person(given), () => false)).toBe(login))

  test('is free and a login, whatever they are called there', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(12), (given, taken) => {
        const held = new Set<string>()
        for (let i = 0; i <= taken; i++) {
          const login = freeLogin(person(given), one => held.has(one))
          expect(loginSchema.parse(login)).toBe(login)
          expect(held.has(login)).toBe(false)
          held.add(login)
        }
      }),
    ))
})
