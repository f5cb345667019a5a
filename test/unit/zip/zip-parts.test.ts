import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_PARTS, unpack, type ZipPart, zipPartsOf } from '../../../server/zip/zip-parts.ts'
import { type PartToZip, zipFile } from '../../support/zip-file.ts'

const TWO: readonly PartToZip[] = [
  { name: 'a/một.txt', content: 'Đồng Tháp '.repeat(100) },
  { name: 'b.bin', content: Uint8Array.of(0, 1, 2, 255), isStored: true },
]
const partOf = (file: Uint8Array, name: string): ZipPart => {
  const part = zipPartsOf(file)?.find(one => one.name === name)
  if (!part) throw new Error(`no part ${name}`)
  return part
}

describe('a true archive', () => {
  test('is listed and unpacked, packed parts and stored ones, with a comment or inside a larger buffer', () => {
    for (const file of [
      zipFile(TWO),
      zipFile(TWO, 'một chú thích'),
      Buffer.concat([Buffer.alloc(7), zipFile(TWO)]).subarray(7),
    ]) {
      expect(zipPartsOf(file)?.map(part => [part.name, part.size])).toEqual([
        ['a/một.txt', 1_400],
        ['b.bin', 4],
      ])
      expect(Buffer.from(unpack(file, partOf(file, 'a/một.txt')) ?? []).toString()).toBe('Đồng Tháp '.repeat(100))
      expect(unpack(file, partOf(file, 'b.bin'))).toEqual(Buffer.from([0, 1, 2, 255]))
    }
  })

  test('may have an empty part', () => {
    for (const isStored of [true, false]) {
      const file = zipFile([{ name: 'empty', content: '', isStored }])
      expect(unpack(file, partOf(file, 'empty'))).toHaveLength(0)
    }
  })

  test(`of ${MAX_PARTS} parts is read, of one more it isn't`, () => {
    const parts = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ name: `${i}`, content: '', isStored: true }))
    expect(zipPartsOf(zipFile(parts(MAX_PARTS)))).toHaveLength(MAX_PARTS)
    expect(zipPartsOf(zipFile(parts(MAX_PARTS + 1)))).toBeUndefined()
  })
})

describe('an archive that lies', () => {
  test('about the size of a part stops at what it announced', () => {
    const bomb = zipFile([{ name: 'bomb', content: Buffer.alloc(50_000_000), announced: 1_000 }])
    expect(bomb.length).toBeLessThan(60_000)
    expect(unpack(bomb, partOf(bomb, 'bomb'))).toBe('overflow')
    const exact = zipFile([{ name: 'bomb', content: Buffer.alloc(1_000) }])
    expect(unpack(exact, partOf(exact, 'bomb'))).toHaveLength(1_000)
    for (const announced of [0, 999]) {
      const file = zipFile([{ name: 'bomb', content: Buffer.alloc(1_000), announced }])
      expect(unpack(file, partOf(file, 'bomb'))).toBe('overflow')
    }
  })

  test('with too large a size is damaged, also when the part is stored', () => {
    for (const isStored of [true, false]) {
      const file = zipFile([{ name: 'a', content: 'abc', announced: 4, isStored }])
      expect(unpack(file, partOf(file, 'a'))).toBeUndefined()
    }
  })

  test('about the bytes is found out by the check sum', () => {
    const file = zipFile([{ name: 'a', content: 'Đài Sen', isStored: true }])
    file[file.indexOf('Sen')] = 0x58
    expect(unpack(file, partOf(file, 'a'))).toBeUndefined()
  })

  test.each<[string, () => Buffer]>([
    ['with two names for a part', () => zipFile([{ name: 'a.txt', content: 'x', localName: 'b.txt' }])],
    ['with a name twice', () => zipFile([...TWO, ...TWO])],
    ['with an encrypted part', () => zipFile([{ name: 'a', content: 'x', flags: 1 }])],
    ['with a 64-bit size', () => zipFile([{ name: 'a', content: 'x', announced: 0xffffffff }])],
    ['behind a program', () => Buffer.concat([Buffer.from('MZ program'), zipFile(TWO)])],
    ['with something behind it', () => Buffer.concat([zipFile(TWO), Buffer.from('more')])],
    ['without a part', () => zipFile([])],
  ])('%s is not read', (_, file) => expect(zipPartsOf(file())).toBeUndefined())
})

test('an archive that is cut anywhere is not read', () => {
  const file = zipFile(TWO)
  for (let length = 0; length < file.length; length++) expect(zipPartsOf(file.subarray(0, length))).toBeUndefined()
})

test('whatever bytes are changed, it is read as it was, or not, and never throws', () => {
  const file = zipFile(TWO)
  const change = fc.record({ at: fc.nat(file.length - 1), to: fc.nat(255) })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), changes => {
      const changed = Buffer.from(file)
      for (const { at, to } of changes) changed[at] = to
      for (const part of zipPartsOf(changed) ?? []) {
        const content = unpack(changed, part)
        if (content instanceof Uint8Array) expect(content.length).toBe(part.size)
      }
    }),
    { numRuns: 2_000 },
  )
})
