// The pure parts of the pages of access: addresses, names, devices, roles in the making, lines of the log.
import { describe, expect, test } from 'vitest'
import { deedsOf } from '../../../../client/access/accounts/account-deeds.ts'
import { isFound } from '../../../../client/access/accounts/find-account.ts'
import { draftsOf, grantFaults, grantsOf, newDraft } from '../../../../client/access/accounts/grant-drafts.ts'
import { deviceOf } from '../../../../client/access/device-words.ts'
import { initialsOf } from '../../../../client/access/initials.ts'
import { invitationIn } from '../../../../client/access/invitation.ts'
import { kindOf, LOG_NAMES, nameOf, partyOf, textIn } from '../../../../client/access/log/log-event.ts'
import { isLogin, isPersonName, isTooShort } from '../../../../client/access/new-account.ts'
import { outsidePath, returnPath } from '../../../../client/access/return-path.ts'
import { isSecureAddress } from '../../../../client/access/secure-address.ts'
import { inGroups } from '../../../../client/access/totp/key-groups.ts'
import { en } from '../../../../client/access/words/en.ts'
import { vi } from '../../../../client/access/words/vi.ts'
import { loginSchema, personNameSchema } from '../../../../shared/access/command-schema.ts'
import { MIN_PASSWORD } from '../../../../shared/access/password-rule.ts'

const ORIGIN = 'https://dai.example'
const to = (path: string) => returnPath(new URLSearchParams({ to: path }), ORIGIN)

describe('back to where one wanted to be', () => {
  test('a page of this station, with what stands after the question mark', () => {
    expect(to('/programme/tasks?lead=so-1')).toBe('/programme/tasks?lead=so-1')
    expect(returnPath(new URLSearchParams(), ORIGIN)).toBe('/')
  })
  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in',
    'https://dai.example//evil.example',
  ])('never %s', path => expect(to(path)).toBe('/'))
  test('by way of the identity provider too', () =>
    expect(outsidePath('/alarms?a=1&b=2')).toBe('/access/outside/start?to=%2Falarms%3Fa%3D1%26b%3D2'))
})

test('a password is typed only where nobody listens in', () => {
  expect(isSecureAddress({ protocol: 'https:', hostname: 'dai.example' })).toBe(true)
  expect(isSecureAddress({ protocol: 'http:', hostname: '127.0.0.1' })).toBe(true)
  expect(isSecureAddress({ protocol: 'http:', hostname: '192.168.1.4' })).toBe(false)
})

test('the secret of a link, whole or not at all', () => {
  expect(invitationIn(`#${'a'.repeat(43)}`)).toBe('a'.repeat(43))
  expect(invitationIn(`#${'a'.repeat(19)}`)).toBeUndefined()
  expect(invitationIn('#a b')).toBeUndefined()
})

test('logins and names as the station judges them', () => {
  for (const login of ['le.van.an', 'Sen', 'a1', 'abc', 'lê', '.abc', 'abc-', 'a@b', 'x'.repeat(64), 'x'.repeat(65)])
    expect([login, isLogin(login)]).toEqual([login, loginSchema.safeParse(login).success])
  for (const name of ['Lê', 'L', '  ', '12', 'Nguyễn Thị Sen', 'x'.repeat(80), 'x'.repeat(81)])
    expect([name, isPersonName(name)]).toEqual([name, personNameSchema.safeParse(name).success])
  expect(isTooShort('x'.repeat(MIN_PASSWORD - 1))).toBe(true)
  expect(isTooShort('x'.repeat(MIN_PASSWORD))).toBe(false)
})

test('browsers and systems by what they call themselves', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
  expect(deviceOf(chrome)).toEqual({ browser: 'Chrome', system: 'Windows' })
  expect(deviceOf(`${chrome} Edg/140.0`).browser).toBe('Edge')
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1')).toEqual({
    browser: 'Safari',
    system: 'iPhone',
  })
  expect(deviceOf('node')).toEqual({ browser: undefined, system: undefined })
})

test('initials and keys', () => {
  expect(initialsOf('Nguyễn Thị Sen')).toBe('NS')
  expect(initialsOf('đức')).toBe('Đ')
  expect(initialsOf('')).toBe('')
  expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
})

describe('roles in the making', () => {
  test('a new one asks for its unit; who only looks may look at the province', () => {
    const drafts = [newDraft([])]
    expect(grantFaults(drafts)).toEqual([{ at: 0, kind: 'unit-missing' }])
    expect(grantFaults(draftsOf([{ role: 'leader', unit: null }]))).toEqual([])
  })
  test('the same one twice is said', () => {
    const twice = draftsOf([
      { role: 'operator', unit: 'so-1' },
      { role: 'operator', unit: 'so-2' },
      { role: 'operator', unit: 'so-1' },
    ])
    expect(grantFaults(twice)).toEqual([{ at: 2, kind: 'twice' }])
    expect(newDraft(twice).key).toBe(3)
    expect(grantsOf(twice)).toHaveLength(3)
  })
})

test('accounts are found without marks, and offered what may be done to them', () => {
  expect(isFound({ login: 'sen', name: 'Nguyễn Thị Sen' }, 'nguyen sen')).toBe(true)
  expect(isFound({ login: 'sen', name: 'Nguyễn Thị Sen' }, 'an')).toBe(false)
  const row = { id: '', login: '', name: '', grants: [], hasTotp: false, isOutside: false, sessions: 0, seenAt: null }
  expect(deedsOf({ ...row, state: 'invited' })).toEqual(['invite', 'disable'])
  expect(deedsOf({ ...row, state: 'active', hasTotp: true })).toEqual([
    'invite',
    'end-sessions',
    'remove-totp',
    'disable',
  ])
  expect(deedsOf({ ...row, state: 'disabled' })).toEqual(['enable'])
  expect(deedsOf({ ...row, state: 'active', isOutside: true })).not.toContain('invite')
})

describe('lines of the log', () => {
  test('each kind of event has its words in both languages', () => {
    for (const name of LOG_NAMES) expect([vi.log.event[name], en.log.event[name]].every(Boolean)).toBe(true)
  })
  test('an event of a newer station goes by its type', () => {
    expect(nameOf('access.signed-in')).toBe('signed-in')
    expect(nameOf('access.of-tomorrow')).toBeUndefined()
    expect(kindOf('access.denied')).toBe('refusals')
    expect(kindOf('access.constructor')).toBeUndefined()
  })
  test('who, about whom', () => {
    expect(partyOf('person:Lê: An')).toEqual({ kind: 'person', name: 'Lê: An' })
    expect(partyOf('account:1')).toEqual({ kind: 'account', id: '1' })
    expect(partyOf('anonymous')).toEqual({ kind: 'nobody' })
    expect(partyOf('sign-in')).toEqual({ kind: 'door' })
  })
  test('only texts are read as texts', () => {
    expect(textIn({ data: { address: '::1' } }, 'address')).toBe('::1')
    expect(textIn({ data: { address: 7 } }, 'address')).toBeUndefined()
  })
})
