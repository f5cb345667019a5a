// Builds ZIP files byte by byte, true ones and lying ones.
import { crc32, deflateRawSync } from 'node:zlib'

export type PartToZip = {
  readonly name: string
  readonly content: Uint8Array | string
  /** Unpacked bytes as the archive announces them, when it lies. */
  readonly announced?: number
  readonly isStored?: boolean
  /** Name in front of the bytes, when it differs from the one in the list. */
  readonly localName?: string
  readonly flags?: number
}

export function zipFile(parts: readonly PartToZip[], comment = ''): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content, announced, isStored = false, localName = name, flags = 0 } of parts) {
    const bytes = Buffer.from(content)
    const packed = isStored ? bytes : deflateRawSync(bytes)
    // From "version needed" to the length of the extra field: the same in both records.
    const about = (written: string) => {
      const record = Buffer.alloc(26)
      record.writeUInt16LE(20, 0)
      record.writeUInt16LE(flags, 2)
      record.writeUInt16LE(isStored ? 0 : 8, 4)
      record.writeUInt32LE(crc32(bytes), 10)
      record.writeUInt32LE(packed.length, 14)
      record.writeUInt32LE(announced ?? bytes.length, 18)
      record.writeUInt16LE(Buffer.byteLength(written), 22)
      return record
    }
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about(localName), Buffer.from(localName), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about(name), rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return Buffer.concat([...locals, list, end, Buffer.from(comment)])
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const contentTypes = (path: string, type: string) => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${path}" ContentType="${type}"/></Types>`,
})

/** The parts of a minimal Word document. */
export const docxParts = (type = `${OFFICE}.wordprocessingml.document.main+xml`): readonly PartToZip[] => [
  contentTypes('word/document.xml', type),
  { name: 'word/document.xml', content: '<w:document/>' },
]

const SHEET_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook whose sheets have the given XML inside <sheetData>. */
export function xlsxParts(
  sheetData: readonly string[],
  { extra = '', styles = '', after = '' }: { extra?: string; styles?: string; after?: string } = {},
): readonly PartToZip[] {
  const list = sheetData.map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')
  const relations = sheetData
    .map(
      (_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('')
  return [
    contentTypes('xl/workbook.xml', `${OFFICE}.spreadsheetml.sheet.main+xml`),
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${SHEET_NAMESPACE} xmlns:r="${RELATION}">${extra}<sheets>${list}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    },
    ...(styles ? [{ name: 'xl/styles.xml', content: `<styleSheet ${SHEET_NAMESPACE}>${styles}</styleSheet>` }] : []),
    ...sheetData.map((data, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<worksheet ${SHEET_NAMESPACE}><sheetData>${data}</sheetData>${after}</worksheet>`,
    })),
  ]
}
