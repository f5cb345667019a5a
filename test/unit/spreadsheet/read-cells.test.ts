import { describe, expect, test } from 'vitest'
import { type PartToZip, xlsxParts, zipFile } from '../../support/zip-file.ts'
import { outcomeOf, read, rowsOf } from './sample.ts'

const DATE_STYLES = '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs>'
const row = (...cells: readonly string[]) => `<row r="1">${cells.join('')}</row>`
const cellsIn = async (cells: readonly string[], about: Parameters<typeof xlsxParts>[1] = {}) =>
  (await rowsOf(zipFile(xlsxParts([row(...cells)], about))))[0]

describe('a cell', () => {
  test.each([
    ['a number', '<c r="A1"><v>-12.5</v></c>', -12.5],
    ['a large number', '<c r="A1"><v>1.5E12</v></c>', 1_500_000_000_000],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['a text', '<c r="A1" t="inlineStr"><is><t>Tân Thuận Tây</t></is></c>', 'Tân Thuận Tây'],
    ['the text of a formula', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>kết quả</v></c>', 'kết quả'],
    ['the number of a formula', '<c r="A1"><f>SUM(B1:C1)</f><v>42</v></c>', 42],
    ['the truth of a formula', '<c r="A1" t="b"><f>1=1</f><v>1</v></c>', true],
    [
      'rich text',
      '<c r="A1" t="inlineStr"><is><r><t>Đồng </t></r><r><rPr><b/></rPr><t>Tháp</t></r></is></c>',
      'Đồng Tháp',
    ],
    ['a date', '<c r="A1" s="1"><v>45413</v></c>', { date: '2024-05-01' }],
    ['a date with a time just before midnight', '<c r="A1" s="1"><v>45413.99999</v></c>', { date: '2024-05-01' }],
    ['the date of a formula', '<c r="A1" s="1"><f>TODAY()</f><v>45413</v></c>', { date: '2024-05-01' }],
    ['a date in ISO form', '<c r="A1" t="d"><v>2024-05-01</v></c>', { date: '2024-05-01' }],
    ['the first day everyone counts alike', '<c r="A1" s="1"><v>61</v></c>', { date: '1900-03-01' }],
    ['the last day of Excel', '<c r="A1" s="1"><v>2958465.5</v></c>', { date: '9999-12-31' }],
  ])('%s', async (_, cell, value) => expect(await cellsIn([cell], { styles: DATE_STYLES })).toEqual([value]))

  test.each([
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>'],
    ['a formula that ended in an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
    ['a formula that was never calculated', '<c r="A1"><f>1+1</f></c>'],
    ['an empty text', '<c r="A1" t="inlineStr"><is><t></t></is></c>'],
    ['a format alone', '<c r="A1" s="1"/>'],
    ['a number that is none', '<c r="A1"><v>NaN</v></c>'],
    ['a date that is none', '<c r="A1" t="d"><v>hôm qua</v></c>'],
  ])('%s is empty', async (_, cell) =>
    expect(await cellsIn([cell, '<c r="B1"><v>1</v></c>'], { styles: DATE_STYLES })).toEqual([null, 1]),
  )

  test('that is a time, or lies outside the calendar, is no day but its number', async () => {
    const cells = [
      '<c r="A1" s="1"><v>0.5</v></c>',
      '<c r="B1" s="1"><v>60</v></c>',
      '<c r="C1" s="1"><v>2958466</v></c>',
    ]
    expect(await cellsIn(cells, { styles: DATE_STYLES })).toEqual([0.5, 60, 2_958_466])
  })

  test('of a workbook that counts from 1904 is the day it shows', async () => {
    const extra = '<workbookPr date1904="1"/>'
    expect(await cellsIn(['<c r="A1" s="1"><v>43951</v></c>'], { extra, styles: DATE_STYLES })).toEqual([
      { date: '2024-05-01' },
    ])
  })

  test('with a link is its text; one covered by a merged cell is empty', async () => {
    const after =
      '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><hyperlinks><hyperlink ref="A1" location="S1!A2"/></hyperlinks>'
    const cells = ['<c r="A1" t="inlineStr"><is><t>Quyết định</t></is></c>', '<c r="B1"/>', '<c r="C1"><v>3</v></c>']
    expect(await cellsIn(cells, { after })).toEqual(['Quyết định', null, 3])
  })

  test('keeps its letters as they were typed, composed or not', async () => {
    const [composed, decomposed] = ['Đồng Tháp'.normalize('NFC'), 'Đồng Tháp'.normalize('NFD')]
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
    expect(await cellsIn([text(composed), text(decomposed)])).toEqual([composed, decomposed])
    expect(composed).not.toBe(decomposed)
  })
})

describe('a sheet', () => {
  test('keeps gaps, and ends with its last filled row and cell', async () => {
    const data =
      '<row r="2"><c r="C2"><v>1</v></c><c r="D2" s="1"/></row><row r="4"><c r="A4"><v>2</v></c></row><row r="900"><c r="A900" s="1"/></row>'
    expect(await rowsOf(zipFile(xlsxParts([data], { styles: DATE_STYLES })))).toEqual([[], [null, null, 1], [], [2]])
  })

  test('is read under its name, in order, without addresses, and with another prefix', async () => {
    const plain = xlsxParts([
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
      row('<c><v>9</v></c>'),
    ])
    const prefixed = plain.map(part =>
      part.name.startsWith('xl/') && part.name.endsWith('.xml')
        ? {
            ...part,
            content: String(part.content)
              .replaceAll(/<(\/?)/g, '<$1x:')
              .replace('xmlns=', 'xmlns:x='),
          }
        : part,
    )
    for (const parts of [plain, prefixed])
      expect(await read(zipFile(parts))).toEqual({
        sheets: [
          { name: 'S1', rows: [[1, 2], [3]] },
          { name: 'S2', rows: [[9]] },
        ],
      })
  })

  test('with a merged cell of the whole sheet is read at once', async () => {
    const after = '<cols><col min="1" max="16384"/></cols><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    expect(await cellsIn(['<c r="A1"><v>1</v></c>'], { after })).toEqual([1])
  })
})

describe('what is not whole is not read in part:', () => {
  const parts = xlsxParts([row('<c r="A1"><v>1</v></c>'), row('<c r="A1"><v>2</v></c>')])
  const change = (name: string, content: (old: string) => string): readonly PartToZip[] =>
    parts.map(part => (part.name.endsWith(name) ? { ...part, content: content(String(part.content)) } : part))

  test.each<[string, readonly PartToZip[]]>([
    ['a sheet is missing', parts.filter(part => !part.name.endsWith('sheet2.xml'))],
    ['the relations are missing', parts.filter(part => !part.name.endsWith('.rels'))],
    ['the list of texts is missing', change('sheet2.xml', xml => xml.replace('<c r="A1">', '<c r="A1" t="s">'))],
    ['a sheet breaks off', change('sheet2.xml', xml => xml.slice(0, -20))],
    ['a sheet is no XML', change('sheet2.xml', () => 'không phải XML')],
    ['a column lies outside any sheet', change('sheet2.xml', xml => xml.replace('A1', 'ZZZZ1'))],
    ['a row has no number', change('sheet2.xml', xml => xml.replace('<row r="1">', '<row r="x">'))],
    [
      'an entity of its own',
      change('sheet2.xml', xml => `<!DOCTYPE a [<!ENTITY e "1">]>${xml.replace('<v>2', '<v>&e;')}`),
    ],
  ])('%s', async (_, broken) => expect(outcomeOf(await read(zipFile(broken)))).toBe('damaged'))

  test('and the same parts unchanged are read', async () => expect(outcomeOf(await read(zipFile(parts)))).toBe('ok'))
})
