// Why a spreadsheet isn't taken, for the person who sent it.
import type { WorkbookLimits } from './workbook.ts'

export type SpreadsheetRefusalCode =
  | 'not-workbook'
  | 'damaged'
  | 'too-heavy'
  | 'busy'
  /** A limit that is passed, by its name. */
  | keyof WorkbookLimits
export type SpreadsheetRefusal = { readonly code: SpreadsheetRefusalCode; readonly vi: string; readonly en: string }

const SENTENCES: Readonly<Record<Exclude<SpreadsheetRefusalCode, keyof WorkbookLimits>, readonly [string, string]>> = {
  'not-workbook': [
    'Không phải tệp Excel .xlsx (hoặc tệp có mật khẩu): hãy lưu lại dạng .xlsx, không đặt mật khẩu',
    'Not an Excel .xlsx file (or one with a password): save it as .xlsx without password',
  ],
  damaged: [
    'Tệp Excel bị hỏng hoặc không đọc được: hãy mở bằng Excel, lưu lại rồi gửi lần nữa',
    'The Excel file is damaged or unreadable: open it in Excel, save it and send it again',
  ],
  'too-heavy': [
    'Tệp Excel quá phức tạp để xử lý: hãy bớt nội dung hoặc chia thành nhiều tệp',
    'The Excel file is too complex to process: make it smaller or split it',
  ],
  busy: [
    'Máy chủ đang xử lý nhiều tệp Excel, xin thử lại sau ít giây',
    'The server is busy with other Excel files, please try again in a few seconds',
  ],
}

export function refuse(code: Exclude<SpreadsheetRefusalCode, keyof WorkbookLimits>): SpreadsheetRefusal {
  const [vi, en] = SENTENCES[code]
  return { code, vi, en }
}

/** @param sheet the one that passes the limit, for limits per sheet */
export function refuseBeyond(limit: keyof WorkbookLimits, limits: WorkbookLimits, sheet?: string): SpreadsheetRefusal {
  const [vi, en] = LIMIT_SENTENCES[limit](limits[limit])
  return {
    code: limit,
    vi: sheet === undefined ? vi : `Trang "${sheet}": ${vi}`,
    en: sheet === undefined ? en : `Sheet "${sheet}": ${en}`,
  }
}

const LIMIT_SENTENCES: Readonly<Record<keyof WorkbookLimits, (most: number) => readonly [string, string]>> = {
  bytes: most => [`tệp lớn hơn ${size(most)}`, `the file is larger than ${size(most)}`],
  sheets: most => [`tệp có hơn ${most} trang tính`, `the file has more than ${most} sheets`],
  rows: most => [`có hơn ${vietnamese(most)} dòng`, `more than ${english(most)} rows`],
  columns: most => [`có hơn ${vietnamese(most)} cột`, `more than ${english(most)} columns`],
  cells: most => [
    `tệp có hơn ${vietnamese(most)} ô (kể cả ô trống có định dạng): hãy xóa dòng và cột thừa`,
    `the file has more than ${english(most)} cells (formatted empty ones included): delete rows and columns not in use`,
  ],
  unpackedBytes: most => [
    `nội dung tệp khi giải nén lớn hơn ${size(most)}`,
    `the file unpacks to more than ${size(most)}`,
  ],
}

const vietnamese = (count: number): string => count.toLocaleString('vi-VN')
const english = (count: number): string => count.toLocaleString('en')
const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${Math.round(bytes / 1024 / 1024)} MB`
