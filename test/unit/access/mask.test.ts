import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actorWords } from '../../../client/programme/event-words.ts'
import { actorLine } from '../../../shared/access/actor-line.ts'
import { HIDDEN, maskJson, maskText } from '../../../shared/access/mask.ts'
import { AUDIENCES } from '../../../shared/access/role.ts'

const DIGIT = fc.integer({ min: 0, max: 9 }).map(String)
const digits = (length: number) => fc.array(DIGIT, { minLength: length, maxLength: length }).map(some => some.join(''))
const NUMBER = fc.oneof(
  fc.tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(8)).map(parts => parts.join('')),
  digits(9).map(rest => `2${rest}`),
)
const PREFIX = fc.constantFrom('0', '+84', '0084', '+84 ', '+84 (0)', '+84-')
const GAP = fc.constantFrom('', ' ', '.', '-', '\u00a0', '–', ' .')
/** Grouped as people do: three or more at first, then two to four at a time. */
const written = fc.tuple(PREFIX, NUMBER, GAP, fc.integer({ min: 2, max: 4 })).map(([prefix, number, gap, size]) => {
  const [head, rest] = [number.slice(0, 2), number.slice(2)]
  return `${prefix}${head}${rest.replaceAll(new RegExp(`\\d{${size}}`, 'g'), group => `${gap}${group}`)}`
})
const AROUND = fc.constantFrom('', ' ', ': ', '(', ')', ', ', 'gọi ', ' gặp cô Sen', '\n', '; ', ' · ')

describe('a phone number', () => {
  test('is hidden however people write it, and nothing around it', () =>
    fc.assert(
      fc.property(AROUND, written, AROUND, (before, phone, after) => {
        fc.pre(!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after))
        const text = maskText(`${before}${phone}${after}`)
        expect(text.replaceAll(/[()\s]/g, '')).toBe(`${before}${HIDDEN}${after}`.replaceAll(/[()\s]/g, ''))
      }),
      { numRuns: 2_000 },
    ))

  test.each([
    '0912345678',
    '0912 345 678',
    '0912.345.678',
    '091-234-56-78',
    '0912 34 56 78',
    '09 1234 5678',
    '+84912345678',
    '+84 912 345 678',
    '(+84) 912345678',
    '0084 912345678',
    '+84 (0)912 345 678',
    '0277 385 1234',
    '02773851234',
    '(0277) 3851234',
    '028 3829 1234',
    'SĐT:0912345678',
    'đt.0912345678',
    'Zalo/0912345678',
    '0912345678.',
    '0912345678,0987654321',
    '0912345678-0987654321',
    'Gọi 0912345678!',
    '"0912345678"',
  ])('%s', text => expect(maskText(text)).not.toMatch(/\d{3}/))

  test.each([
    '2026-11-26T10:00:00+07:00',
    '05-11-2026 09:30',
    '03.04.2026 05',
    '07:30 - 09:45',
    '1764170000000',
    '10.5678, 105.7890',
    '0.912345678',
    '1.250.000.000 đồng',
    '84.912.345.678 đồng',
    '384/QĐ-UBND-HC',
    'Số 03/2025/NQ-HĐND',
    '09123456789',
    '012345678',
    '0912 345 67',
    'gauge-0912345678',
    'series_0912345678',
    'a0912345678',
    '0912345678a',
    '00912345678',
    '550e8400-e29b-41d4-a716-446655440000',
    '03575e8400912345678',
    'result:my-dong:set:1.2',
    '1900 1234',
  ])('is not seen in %s', text => expect(maskText(text)).toBe(text))

  test('is not seen in hashes, ids and times', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uuid(),
          fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 64, maxLength: 64 }),
          fc
            .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
            .map(date => date.toISOString()),
          fc.double({ noNaN: true }).map(String),
          fc.nat().map(n => `obstacle-${n}`),
          fc.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 }).map(String),
        ),
        text => {
          expect(maskText(text)).toBe(text)
        },
      ),
      { numRuns: 2_000 },
    ))
})

describe('an e-mail address', () => {
  test.each(['sen@dongthap.gov.vn', 'Sen.Nguyen+ioc@a-b.vn', 'thư: sen@x.vn.', 'sến@ví-dụ.vn'])('%s', text =>
    expect(maskText(text)).not.toContain('@'),
  )
  test.each(['@sen', 'sen@', '5 @ 3', 'a@b'])('is not seen in %s', text => expect(maskText(text)).toBe(text))
})

describe('whoever did a thing', () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1 })

  test('is gone from the line, whatever they are called; the mark and the unit stay', () =>
    fc.assert(
      fc.property(fc.constantFrom('declared', 'person', 'simulated'), names, (mark, name) => {
        expect(maskText(actorLine(mark, name, 'Sở KH&CN'))).toBe(`${mark}: · Sở KH&CN`)
        expect(maskText(`${mark}:${name.replaceAll(' · ', '')}`)).toBe(`${mark}:`)
      }),
    ))

  test.each([
    ['person:Nguyễn Thị Sen · Sở KH&CN', 'Nguyễn Thị Sen · Sở KH&CN', 'Sở KH&CN'],
    ['link:truc@example.vn', 'truc@example.vn', HIDDEN],
    ['seed:plan-2026', 'plan-2026', 'plan-2026'],
    ['local', 'local', 'local'],
  ])('%s reads as %s, or as %s where names are hidden', (line, whole, cut) => {
    expect(actorWords(line)).toBe(whole)
    expect(actorWords(maskText(line))).toBe(cut)
  })

  test.each(['system:alarms', 'seed:plan-2026', 'display:abc', 'local', 'anonymous'])('%s stays: no person', line =>
    expect(maskText(line)).toBe(line),
  )

  test('is gone from where commands and alarms name them', () => {
    const person = { name: 'Nguyễn Thị Sen', unit: 'so-khcn-2025' }
    const given = { actor: person, data: { to: person }, assigned: { ...person, by: 'person:Lan · Sở', at: 1 } }
    expect(maskJson('office', given)).toEqual({
      actor: { name: '', unit: 'so-khcn-2025' },
      data: { to: { name: '', unit: 'so-khcn-2025' } },
      assigned: { name: '', unit: 'so-khcn-2025', by: 'person: · Sở', at: 1 },
    })
    const village = { name: 'Mỹ Đông', unit: 'commune-30055', to: 'submitted' }
    expect(maskJson('office', village)).toEqual(village)
    const file = { hash: 'a'.repeat(64), name: 'anh ba Sen.jpg', size: 1, type: 'image/jpeg' }
    expect(maskJson('office', { evidence: [file] })).toEqual({ evidence: [{ ...file, name: HIDDEN }] })
  })
})

test('a leader sees everything, the others the same; masking again changes nothing', () =>
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), written, (value, phone) => {
      const whole = { value, note: `gọi ${phone}`, by: 'person:Nguyễn Thị Sen · Sở' }
      expect(maskJson('leader', whole)).toBe(whole)
      for (const audience of AUDIENCES.filter(one => one !== 'leader')) {
        const once = maskJson(audience, whole)
        expect(maskJson(audience, once)).toEqual(once)
        expect(JSON.stringify(once)).not.toContain('Sen')
      }
    }),
  ))
