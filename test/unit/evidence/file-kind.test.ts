import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileKindOf } from '../../../server/evidence/file-kind.ts'
import { EVIDENCE_KINDS } from '../../../shared/programme/evidence-kind.ts'
import { DOCX, JPEG, PDF, PNG, pdfOf, WEBP, XLSX } from '../../support/evidence-samples.ts'
import { docxParts, type PartToZip, xlsxParts, zipFile } from '../../support/zip-file.ts'

const SAMPLES = { pdf: PDF, png: PNG, jpeg: JPEG, webp: WEBP, docx: DOCX, xlsx: XLSX } as const
const MACRO = 'application/vnd.ms-word.document.macroEnabled.main+xml'
const xlsxWith = (...parts: readonly PartToZip[]) => zipFile([...xlsxParts(['']), ...parts])
const docxTyped = (type: string) => zipFile(docxParts(type))

test.each(Object.entries(EVIDENCE_KINDS))('a true %s is told by its content', (name, kind) => {
  const sample = SAMPLES[name as keyof typeof SAMPLES]
  expect(fileKindOf(sample)).toBe(kind)
  // Where it lies in memory is no matter.
  expect(fileKindOf(Buffer.concat([Buffer.from('xyz'), sample]).subarray(3))).toBe(kind)
})

describe('is no evidence:', () => {
  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('biên bản')],
    ['HTML, whatever its name', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a shell script', Buffer.from('#!/bin/sh\n')],
    ['a Windows program', Buffer.from('MZ\x90\0')],
    ['a Linux program', Buffer.from('\x7fELF')],
    ['GIF', Buffer.from('GIF89a')],
    ['an old Office document', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['HTML that ends as a PNG', Buffer.concat([Buffer.from('<html>'), PNG])],
    [
      'a PNG signature with HTML behind it',
      Buffer.concat([PNG.subarray(0, 8), Buffer.from('<html><script>alert(1)</script>')]),
    ],
    ['HTML that holds a PDF', Buffer.concat([Buffer.from('<html>'), PDF])],
    ['a PDF that broke off', pdfOf(10_000).subarray(0, 9_000)],
    ['a PDF signature with HTML behind it', Buffer.from('%PDF-1.7<script>alert(1)</script>')],
    ['a WebP that broke off', WEBP.subarray(0, 20)],
    ['another RIFF', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
    ['a plain ZIP', zipFile([{ name: 'a.txt', content: 'a' }])],
    ['a ZIP with a word/document.xml and no content types', zipFile(docxParts().slice(1))],
    ['a ZIP with content types and no document', zipFile(docxParts().slice(0, 1))],
    ['a program in front of a document', Buffer.concat([Buffer.from('MZ'), DOCX])],
    ['a document that broke off', DOCX.subarray(0, DOCX.length - 1)],
    ['a document with VBA', xlsxWith({ name: 'xl/vbaProject.bin', content: 'x' })],
    ['a document with VBA in other letters', xlsxWith({ name: 'xl/VBAPROJECT.BIN', content: 'x' })],
    ['a document with Excel 4 macros', xlsxWith({ name: 'xl/macrosheets/sheet1.xml', content: 'x' })],
    ['a document with ActiveX', xlsxWith({ name: 'xl/activeX/activeX1.bin', content: 'x' })],
    ['a document for macros', docxTyped(MACRO)],
    ['a template', docxTyped('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml')],
    ['content types that unpack without end', zipFile(longTypes(2_000_000))],
    ['content types that lie about their length', zipFile(longTypes(2_000_000, 1_000))],
    ['content types as a raw bomb', deflateRawSync(Buffer.alloc(1_000_000))],
  ])('%s', (_, bytes) => expect(fileKindOf(bytes)).toBeUndefined())
})

test('content types up to 1 MiB are read, not a byte more', () => {
  const own = Buffer.byteLength(docxParts()[0]?.content ?? '')
  expect(fileKindOf(zipFile(longTypes(1024 * 1024 - own)))).toBe(EVIDENCE_KINDS.docx)
  expect(fileKindOf(zipFile(longTypes(1024 * 1024 - own + 1)))).toBeUndefined()
})

test('an embedded workbook or a formula object in a document is no macro', () => {
  const parts = ['word/embeddings/oleObject1.bin', 'word/embeddings/data.xlsx', 'word/media/image1.png']
  const file = zipFile([...docxParts(), ...parts.map(name => ({ name, content: 'x' }))])
  expect(fileKindOf(file)).toBe(EVIDENCE_KINDS.docx)
})

test('a picture that holds HTML is a picture, and served as nothing else', () => {
  expect(fileKindOf(Buffer.concat([PNG, Buffer.from('<html><script>alert(1)</script>')]))).toBe(EVIDENCE_KINDS.png)
})

test('any bytes are a kind or none, without an error', () => {
  const start = fc.constantFrom(...Object.values(SAMPLES).map(sample => sample.subarray(0, 16)), new Uint8Array())
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, tail) => {
      const kind = fileKindOf(Buffer.concat([head, tail]))
      expect(kind === undefined || Object.values(EVIDENCE_KINDS).includes(kind)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

/** A document whose list of content types is so many spaces longer. */
function longTypes(spaces: number, announced?: number): readonly PartToZip[] {
  return docxParts().map((part, i) =>
    i === 0
      ? {
          ...part,
          content: String(part.content) + ' '.repeat(spaces),
          ...(announced === undefined ? {} : { announced }),
        }
      : part,
  )
}
