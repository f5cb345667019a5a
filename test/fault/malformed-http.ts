// Bodies and byte streams that a broken or hostile sender could post. Each says whether it is wrong by construction (nothing of it may
// be stored) or a valid request that was damaged (whatever survives must still be well-formed).
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import type { Chance } from '../support/seed.ts'

export type Posted = {
  readonly about: string
  readonly kind: 'wrong' | 'damaged'
  readonly body: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

const TOO_LARGE_BYTES = 1024 * 1024 + 1
const NEVER_NUMBERS = [
  '"5"',
  '"31,9"',
  'null',
  '[]',
  '{}',
  '1e400',
  '-1e999',
  'true',
  '{"v":null}',
  '{"v":"x","u":"m"}',
  '{"v":{"v":{"v":1}}}',
  '{"v":5,"u":"furlong"}',
  '{"value":[1]}',
]
const TIMES = [
  '0',
  '-1',
  '1e400',
  '9e15',
  '"yesterday"',
  '"2026-01-01 00:00"',
  '"2026-13-45T99:99:99Z"',
  '""',
  '[]',
  '{}',
  'true',
  '"0"',
  '4102444800000',
  '1.5e-9',
]
const KEYS = [
  '"water_level"',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '"hasOwnProperty"',
  '"\\ud800"',
  '"\\u0000"',
  '""',
  '"door-0.water_level"',
  '"other.water_level"',
  '"a.b.c"',
  '"WATER_LEVEL"',
]

const wrongReading = (value: string): string => `{"readings":[{"values":{"water_level":${value}}}]}`

/** One of each kind that is known to break JSON servers. */
export function corpus(): Posted[] {
  const texts: Record<string, string> = {
    empty: '',
    'a space': ' ',
    null: 'null',
    'a number': '5',
    'a string': '"water_level"',
    'an empty object': '{}',
    'NaN as a value': wrongReading('NaN'),
    'Infinity as a value': wrongReading('Infinity'),
    'minus Infinity': wrongReading('-Infinity'),
    'an overflowing number': wrongReading('1e400'),
    'a hexadecimal number': wrongReading('0x10'),
    'a leading zero': wrongReading('05'),
    'a comment': '{"readings":[/* */]}x',
    'single quotes': "{'readings':[]}x",
    'a trailing comma': '{"readings":[],}',
    'a brace too many': wrongReading('5').replace(']}', ']}}'),
    '__proto__ as body': '{"__proto__":{"values":{"water_level":5}}}',
    '__proto__ as values': '{"readings":[{"__proto__":{"isAdmin":true},"values":{"__proto__":{"v":5}}}]}',
    'constructor.prototype':
      '{"readings":[{"values":{"constructor":{"prototype":{"polluted":1}}}}],"constructor":{"prototype":{"polluted":1}}}',
    'readings of a string': '{"readings":"water_level"}',
    'readings as object of numbers': '{"readings":{"0":1,"length":4294967295}}',
    'a length beyond an array': '{"readings":{"length":1e308}}',
    'a lone surrogate': '{"readings":[{"values":{"\\ud800":5}}]}',
    'a NUL key': '{"readings":[{"values":{"water_level\\u0000":5}}]}',
    "another device's series": '{"readings":[{"values":{"mutant-0.water_level":5}}]}',
    'another device': '{"device":"mutant-0","values":{"water_level":5}}',
    'a device of no type': '{"device":{},"values":{"water_level":5}}',
    'no such quantity': '{"values":{"no_such":5}}',
    'a time in the far past': '{"ts":-8640000000000001,"values":{"water_level":5}}',
    'a time in the far future': '{"ts":8640000000000001,"values":{"water_level":5}}',
    'local time': '{"ts":"2026-01-01T00:00:00","values":{"water_level":5}}',
    'a long time': `{"ts":"${'2'.repeat(100_000)}","values":{"water_level":5}}`,
    'a digit string of 500,000': wrongReading(`1${'0'.repeat(500_000)}`),
    'a huge string': wrongReading(`"${'x'.repeat(900_000)}"`),
    'a huge key': `{"values":{"${'k'.repeat(900_000)}":5}}`,
    '100,000 keys': `{"values":{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join(',')}}}`.slice(
      0,
      1_000_000,
    ),
    '80,000 keys, whole': `{"values":{${Array.from({ length: 80_000 }, (_, i) => `"${i}":1`).join(',')}}}`,
    '100,000 keys of the body': `{${Array.from({ length: 80_000 }, (_, i) => `"${i}":1`).join(',')}}`,
    '10,001 readings': `[${Array(10_001).fill('{"values":{"water_level":5}}').join(',')}]`,
    '10,000 wrong readings': `[${Array(10_000).fill('{"values":{"water_level":"x"}}').join(',')}]`,
    '300,000 zeros': `[${Array(300_000).fill('0').join(',')}]`,
    'arrays 10,000 deep': `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    'arrays 400,000 deep': '['.repeat(400_000),
    'objects 10,000 deep': `${'{"values":'.repeat(10_000)}5${'}'.repeat(10_000)}`,
    'values 10,000 deep': wrongReading(`${'{"v":'.repeat(10_000)}5${'}'.repeat(10_000)}`),
    'over the limit': `{"values":{"water_level":5},"x":"${'x'.repeat(TOO_LARGE_BYTES)}"}`,
    'form data': 'water_level=5&ts=now',
    XML: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  }
  const good = Buffer.from('{"values":{"water_level":5}}')
  const wrong = (about: string, body: Buffer, headers: Record<string, string> = {}): Posted => ({
    about,
    kind: 'wrong',
    body,
    headers,
  })
  return [
    ...Object.entries(texts).map(([about, text]) => wrong(about, Buffer.from(text))),
    wrong('UTF-16 without saying so', Buffer.from(good.toString(), 'utf16le')),
    wrong('gzip without saying so', gzipSync(good)),
    wrong('gzip that says so', gzipSync(good), { 'content-encoding': 'gzip' }),
    wrong('a gzip bomb', gzipSync(Buffer.alloc(50_000_000, 0x20)), { 'content-encoding': 'gzip' }),
    wrong('gzip that is none', good, { 'content-encoding': 'gzip' }),
    wrong('an unknown encoding', good, { 'content-encoding': 'rot13' }),
    wrong('an unknown charset', good, { 'content-type': 'application/json; charset=utf-99' }),
    wrong('no token', good, { authorization: '' }),
    wrong("nobody's token", good, { authorization: `Bearer ${'x'.repeat(43)}` }),
    wrong('a token of 8,000 letters', good, { authorization: `Bearer ${'x'.repeat(8_000)}` }),
    { about: 'a byte order mark', kind: 'damaged', body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), good]) },
    { about: 'a broken content type', kind: 'damaged', body: good, headers: { 'content-type': ';;;=/' } },
  ]
}

/** JSON text of the right outline and wrong content, nested at random. */
export function wrongBodies(count: number, seed: number): Posted[] {
  const value = fc.oneof(
    fc.constantFrom(...NEVER_NUMBERS),
    fc.string().map(text => JSON.stringify(text)),
  )
  const key = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...KEYS) },
    fc.string({ unit: 'binary' }).map(text => JSON.stringify(text)),
  )
  const objectOf = (entries: readonly (readonly [string, string])[]) =>
    `{${entries.map(([k, v]) => `${k}:${v}`).join(',')}}`
  const values = fc.oneof(
    { weight: 5, arbitrary: fc.array(fc.tuple(key, value), { maxLength: 70 }).map(objectOf) },
    value,
  )
  const reading = fc
    .tuple(fc.option(fc.constantFrom(...TIMES)), fc.constantFrom('"values"', '"v"', '"value"'), values)
    .map(([ts, name, held]) => objectOf([...(ts === null ? [] : [['"ts"', ts] as const]), [name, held]]))
  const readings = fc.array(fc.oneof({ weight: 5, arbitrary: reading }, value), { maxLength: 12 })
  const body = fc.oneof(
    reading,
    readings.map(all => `[${all.join(',')}]`),
    readings.map(all => `{"readings":[${all.join(',')}]}`),
    fc
      .tuple(reading, fc.constantFrom('"door-0"', '"other"', '{}', 'null'))
      .map(([one, device]) => `{"device":${device},"readings":${one}}`),
  )
  return fc
    .sample(body, { numRuns: count, seed })
    .map(text => ({ about: 'wrong content', kind: 'wrong', body: Buffer.from(text) }))
}

/** Valid requests after an accident on the way: cut off, bits flipped, pieces lost, doubled or replaced by noise. */
export function damagedBodies(count: number, chance: Chance, firstT: number): Posted[] {
  return Array.from({ length: count }, (_, i) => {
    const readings = Array.from({ length: 1 + chance.below(5) }, (_one, j) => ({
      ts: firstT + i * 10 + j,
      values: { water_level: chance.below(900) / 100 },
    }))
    return { about: 'damaged', kind: 'damaged', body: damage(Buffer.from(JSON.stringify({ readings })), chance) }
  })
}

export function damage(bytes: Buffer, chance: Chance): Buffer {
  const [from, to] = [chance.below(bytes.length), chance.below(bytes.length)].sort((a, b) => a - b) as [number, number]
  const accident = chance.below(5)
  if (accident === 0) return bytes.subarray(0, from)
  if (accident === 1) return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  if (accident === 2) return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  if (accident === 3)
    return Buffer.concat([bytes.subarray(0, from), chance.bytes(1 + chance.below(8)), bytes.subarray(from)])
  const flipped = Buffer.from(bytes)
  for (let flips = 1 + chance.below(4); flips > 0; flips--) {
    const at = chance.below(flipped.length)
    flipped[at] = (flipped[at] as number) ^ (1 << chance.below(8))
  }
  return flipped
}

export function noise(count: number, chance: Chance): Posted[] {
  return Array.from({ length: count }, () => ({
    about: 'noise',
    kind: 'wrong',
    body: chance.bytes(1 + chance.below(200)),
  }))
}

/** Refused by Node's HTTP layer itself, before any handler: no Host header, an unknown expectation. Its answers have no body. */
export const BARELY_REFUSED: readonly Buffer[] = [
  'POST /api/v1/ingest HTTP/1.1\r\nContent-Length: 30\r\n\r\n',
  'POST /api/v1/ingest HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\nContent-Length: 0\r\n\r\n',
].map(text => Buffer.from(text))

/** Whole requests as bytes, for what no HTTP client would send. `token` opens the door, so that what follows is looked at. */
export function rawRequests(token: string): Buffer[] {
  const good = '{"values":{"water_level":"5"}}'
  const head = (...lines: readonly string[]) =>
    `${['POST /api/v1/ingest HTTP/1.1', 'Host: x', `Authorization: Bearer ${token}`, ...lines].join('\r\n')}\r\n\r\n`
  const requests = [
    head('Content-Length: 1000') + good,
    head('Content-Length: 3') + good,
    head('Content-Length: -1') + good,
    head('Content-Length: 1e3') + good,
    head('Content-Length: 99999999999999999999') + good,
    head('Content-Length: 30', 'Content-Length: 31') + good,
    head('Content-Length: 30', 'Transfer-Encoding: chunked') + good,
    head('Transfer-Encoding: chunked') + `1e\r\n${good}\r\n`,
    head('Transfer-Encoding: chunked') + `zz\r\n${good}\r\n0\r\n\r\n`,
    head('Transfer-Encoding: chunked') + `ffffffffffffffff\r\n${good}`,
    head('Transfer-Encoding: chunked') + `1e;${'x'.repeat(50_000)}\r\n${good}\r\n0\r\n\r\n`,
    head('Transfer-Encoding: chunked') + '3\r\nabcd\r\n0\r\n\r\n',
    head('Transfer-Encoding: identity, chunked, gzip') + good,
    head(`X-Long: ${'x'.repeat(100_000)}`),
    head(...Array.from({ length: 5_000 }, (_, i) => `X-${i}: 1`)),
    head('X-Null: a\u0000b'),
    head(' folded: yes', 'Content-Length: 0'),
    head('Expect: 100-continue', 'Content-Length: 30'),
    head('Upgrade: websocket', 'Connection: Upgrade', 'Content-Length: 30') + good,
    `${good}\r\n\r\n`,
    'GET\r\n\r\n',
    'POST /api/v1/ingest HTTP/9.9\r\nHost: x\r\n\r\n',
    'BREW /api/v1/ingest HTTP/1.1\r\nHost: x\r\n\r\n',
    `POST /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    'POST /api/v1/%ff%fe HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    'GET /api/v1/series/%00/readings?limit[]=1&limit[]=2&__proto__[x]=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET //../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001',
    '\r\n'.repeat(10_000),
  ]
  return requests.map(text => Buffer.from(text, 'latin1'))
}
