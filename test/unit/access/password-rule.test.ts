import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessedPasswords } from '../../../server/access/guessed-passwords.ts'
import { MAX_PASSWORD, MIN_PASSWORD, passwordFault } from '../../../shared/access/password-rule.ts'

const faultOf = (password: string, ...own: string[]) => passwordFault(password, guessedPasswords(), own)

describe('a password', () => {
  test('is long enough from twelve characters on, whatever they are', () => {
    expect(faultOf('xq7 kz9 vn3'.slice(0, MIN_PASSWORD - 1))).toBe('too-short')
    expect(faultOf('xq7 kz9 vn3 ')).toBeUndefined()
    // A flag or a letter with its marks is one to whoever types it, or at most a few.
    expect(faultOf('sen hồng nở rộ')).toBeUndefined()
  })

  test('may be very long, but not without end', () => {
    const long = (length: number) => Array.from({ length }, (_, i) => 'abcdefghij klmnop'[(i * 7) % 17]).join('')
    expect(faultOf(long(MAX_PASSWORD))).toBeUndefined()
    expect(faultOf(long(MAX_PASSWORD + 1))).toBe('too-long')
  })

  test.each([
    ['iloveyou1234', 'common'],
    ['Password1234', 'common'],
    ['!!!password2026', 'common'],
    ['passwordpassword', 'common'],
    ['123456123456', 'common'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['nguyenthisen1', 'own-name'],
  ])('%s is what everybody tries first', (password, fault) => {
    expect(faultOf(password, 'nguyenthisen', 'Sen')).toBe(fault)
  })

  test('asks for no special kind of character', () => {
    for (const password of ['nướclênthìthuyềnlên', 'four brown horses', 'ΔΕΛΤΑΤΟΥΜΕΚΟΝΓΚ'])
      expect(faultOf(password)).toBeUndefined()
  })

  test('of any kind is judged without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), password => void faultOf(password, 'sen')))
  })
})
