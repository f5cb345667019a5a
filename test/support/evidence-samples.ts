// The smallest true file of each kind of evidence, and a true one of any size.
import { docxParts, xlsxParts, zipFile } from './zip-file.ts'

export const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1')
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043ffd9', 'hex')
export const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')
export const DOCX = zipFile(docxParts())
export const XLSX = zipFile(xlsxParts(['']))

/** A PDF of exactly so many bytes; `mark` makes its content its own. */
export function pdfOf(bytes: number, mark = ''): Buffer {
  const [head, tail] = [`%PDF-1.7\n%${mark}\n`, '\n%%EOF\n']
  return Buffer.concat([Buffer.from(head), Buffer.alloc(bytes - head.length - tail.length, ' '), Buffer.from(tail)])
}
