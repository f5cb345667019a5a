import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../server/spreadsheet/read-workbook.ts'
import { WORKBOOK_LIMITS } from '../../../server/spreadsheet/workbook.ts'
import { docxParts, type PartToZip, xlsxParts, zipFile } from '../../support/zip-file.ts'
import { outcomeOf, read } from './sample.ts'

const SLOW_MS = 60_000
const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
const outcome = async (parts: readonly PartToZip[]) => outcomeOf(await read(zipFile(parts)))
/** A part nobody needs. */
const filler = (size: number, announced = size): PartToZip => ({
  name: 'xl/media/image1.png',
  content: Buffer.alloc(size),
  announced,
})

describe('a workbook', { timeout: SLOW_MS }, () => {
  test(`of ${WORKBOOK_LIMITS.bytes} bytes is read, of one more it isn't`, async () => {
    const sized = (bytes: number) => {
      const padding = (size: number) => ({
        name: 'docProps/thumbnail.jpeg',
        content: randomBytes(size),
        isStored: true,
      })
      const rest = zipFile([...xlsxParts([ONE]), padding(0)]).length
      return zipFile([...xlsxParts([ONE]), padding(bytes - rest)])
    }
    const [fits, tooLarge] = [sized(WORKBOOK_LIMITS.bytes), sized(WORKBOOK_LIMITS.bytes + 1)]
    expect([fits.length, tooLarge.length]).toEqual([WORKBOOK_LIMITS.bytes, WORKBOOK_LIMITS.bytes + 1])
    expect(outcomeOf(await read(fits))).toBe('ok')
    expect(outcomeOf(await read(tooLarge))).toBe('bytes')
    expect(outcomeOf(await readWorkbook(tooLarge))).toBe('bytes')
  })

  test(`of ${WORKBOOK_LIMITS.sheets} sheets is read, of one more it isn't`, async () => {
    const sheets = (count: number) => xlsxParts(Array.from({ length: count }, () => ONE))
    expect(await outcome(sheets(WORKBOOK_LIMITS.sheets))).toBe('ok')
    expect(await outcome(sheets(WORKBOOK_LIMITS.sheets + 1))).toBe('sheets')
  })

  test(`of ${WORKBOOK_LIMITS.rows} rows is read, of one more it isn't, and which sheet it is is said`, async () => {
    const rows = (count: number) => zipFile(xlsxParts([ONE, '<row><c><v>1</v></c></row>'.repeat(count)]))
    const result = await read(rows(WORKBOOK_LIMITS.rows))
    expect('sheets' in result && result.sheets[1]?.rows.length).toBe(WORKBOOK_LIMITS.rows)
    expect(await read(rows(WORKBOOK_LIMITS.rows + 1))).toEqual({
      code: 'rows',
      vi: 'Trang "S2": có hơn 10.000 dòng',
      en: 'Sheet "S2": more than 10,000 rows',
    })
  })

  test('is not longer for rows and columns that are only formatted', async () => {
    const empty = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    expect(await outcome(xlsxParts([ONE + empty]))).toBe('ok')
    expect(await outcome(xlsxParts([ONE + empty.replace('s="0"/>', '><v>1</v></c>')]))).toBe('rows')
  })

  test(`of ${WORKBOOK_LIMITS.columns} columns is read, of one more it isn't`, async () => {
    const columns = (count: number) => xlsxParts([`<row>${'<c><v>1</v></c>'.repeat(count)}</row>`])
    expect(await outcome(columns(WORKBOOK_LIMITS.columns))).toBe('ok')
    expect(await outcome(columns(WORKBOOK_LIMITS.columns + 1))).toBe('columns')
  })

  test.each([
    ['', ''],
    ['x:', ' r="A1" '],
  ])('of so many cells is read, of one more it isn’t (prefix "%s")', async (prefix, attributes) => {
    const cells = (count: number) =>
      zipFile(
        xlsxParts([`<row>${`<${prefix}c${attributes}></${prefix}c>`.repeat(count)}</row>`, ONE], {
          after: '<cols><col/></cols>',
        }),
      )
    expect(outcomeOf(await read(cells(9), { cells: 10 }))).toBe('ok')
    expect(outcomeOf(await read(cells(10), { cells: 10 }))).toBe('cells')
  })

  test('of millions of elements is too heavy, whatever they are', async () => {
    expect(await outcome(xlsxParts(['<row/>'.repeat(4_000_000)]))).toBe('too-heavy')
  })
})

describe('a ZIP bomb', { timeout: SLOW_MS }, () => {
  const others = xlsxParts([ONE]).reduce((sum, part) => sum + Buffer.byteLength(part.content), 0)

  test(`that announces ${WORKBOOK_LIMITS.unpackedBytes} bytes in all is read, one more isn't, before anything is unpacked`, async () => {
    const bomb = (announced: number) => outcome([...xlsxParts([ONE]), filler(0, announced)])
    expect(await bomb(WORKBOOK_LIMITS.unpackedBytes - others)).toBe('ok')
    expect(await bomb(WORKBOOK_LIMITS.unpackedBytes - others + 1)).toBe('unpackedBytes')
  })

  test('that is honest unpacks to the limit, and not to a byte more', async () => {
    const spaces = ' '.repeat(5_000_000)
    const file = zipFile(xlsxParts([ONE + spaces]))
    expect(outcomeOf(await read(file, { unpackedBytes: others + spaces.length }))).toBe('ok')
    expect(outcomeOf(await read(file, { unpackedBytes: others + spaces.length - 1 }))).toBe('unpackedBytes')
  })

  test.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'])(
    'that lies about %s is stopped where its lie ends',
    async name => {
      const bomb = { name, content: Buffer.alloc(20_000_000, ' '), announced: 1_000 }
      const parts = [...xlsxParts([ONE]).filter(part => part.name !== name), bomb]
      expect(await outcome(parts)).toBe('unpackedBytes')
    },
  )

  test('in a part that nobody needs is never unpacked', async () =>
    expect(await outcome([...xlsxParts([ONE]), filler(20_000_000, 1_000)])).toBe('ok'))
})

describe('what is not a workbook:', () => {
  const file = zipFile(xlsxParts([ONE]))
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'not-workbook'],
    ['a text', Buffer.from('Làng;Số tiền\n'), 'not-workbook'],
    ['an old or locked Excel file', Buffer.from('D0CF11E0A1B11AE1'.padEnd(2_000, '0'), 'hex'), 'not-workbook'],
    ['a Word document', zipFile(docxParts()), 'not-workbook'],
    ['a plain ZIP', zipFile([{ name: 'a.txt', content: 'a' }]), 'not-workbook'],
    ['a file that broke off', file.subarray(0, file.length - 30), 'damaged'],
    ['a file with something behind it', Buffer.concat([file, Buffer.from('x')]), 'damaged'],
    ['a file with a changed byte', changed(file), 'damaged'],
  ])('%s', async (_, bytes, code) => expect(outcomeOf(await read(bytes))).toBe(code))
})

/** One bit of the packed bytes of the last sheet turned. */
function changed(file: Buffer): Buffer {
  const copy = Buffer.from(file)
  const at = copy.indexOf('xl/worksheets/sheet1.xml') + 24 + 60
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
