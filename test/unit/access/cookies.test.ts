import { describe, expect, test } from 'vitest'
import { carriageOf, cookieEnd, cookieLine, tokenIn } from '../../../server/access/cookies.ts'

const TOKEN = 't'.repeat(43)
const HERE = '127.0.0.1:8080'
const THERE = 'ioc.example.vn'

describe('a cookie', () => {
  test('crosses a network encrypted or not at all', () => {
    expect(carriageOf('https://ioc.example.vn', THERE)).toBe('secure')
    expect(carriageOf('http://ioc.example.vn', THERE)).toBe('refused')
    expect(carriageOf('http://10.0.0.5:8080', '10.0.0.5:8080')).toBe('refused')
    for (const name of ['127.0.0.1', 'localhost', '[::1]'])
      expect(carriageOf(`http://${name}:8080`, `${name}:8080`)).toBe('bare')
    expect(carriageOf(undefined, HERE)).toBe('bare')
    for (const odd of ['null', '', 'javascript:1', 'http://127.0.0.1.xau.example'])
      expect(carriageOf(odd, THERE)).toBe('refused')
  })

  test('belongs to this host alone and to no script', () => {
    expect(cookieLine('session', TOKEN, 'secure')).toBe(
      `__Host-daisen-session=${TOKEN}; Path=/; HttpOnly; SameSite=Lax; Secure`,
    )
    expect(cookieLine('display', TOKEN, 'secure')).toMatch(/^__Host-daisen-display=.*; Secure; Max-Age=34560000$/)
    expect(cookieEnd('session', 'secure')).toMatch(/^__Host-daisen-session=; .*Secure; Max-Age=0$/)
  })
})

describe('the token in a request', () => {
  test('is found among others', () =>
    expect(tokenIn(`a=1; __Host-daisen-session=${TOKEN}; b=2`, 'session', THERE)).toBe(TOKEN))

  test('without the protected name counts on this machine only: elsewhere a neighbour could have set it', () => {
    expect(tokenIn(`daisen-session=${TOKEN}`, 'session', HERE)).toBe(TOKEN)
    expect(tokenIn(`daisen-session=${TOKEN}`, 'session', THERE)).toBeUndefined()
  })

  test('that comes twice under one name is nobody’s', () =>
    expect(tokenIn(`daisen-session=${TOKEN}; daisen-session=${'x'.repeat(43)}`, 'session', HERE)).toBeUndefined())

  test.each([
    undefined,
    '',
    'daisen-session',
    'daisen-session=',
    'daisen-session=kurz',
    `daisen-session=${'ü'.repeat(43)}`,
  ])('%s is none', header => expect(tokenIn(header, 'session', HERE)).toBeUndefined())
})
