// An incident as one HTML file that needs nothing else: its data, its script, its styles. Pure: the same record is the same text. All
// that people wrote is data inside it and is only ever shown as text.
import type { IncidentRecord } from './incident-record.ts'
import { PAGE_SCRIPT } from './page-script.ts'
import { PAGE_STYLE } from './page-style.ts'

/** Of both languages, by the keys of the page's script. */
export type PageWords = Readonly<Record<'vi' | 'en', Readonly<Record<string, string>>>>

/** Nothing may leave the file, and nothing from outside may come in. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function incidentPage(record: IncidentRecord, words: PageWords): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(record.title)} · Đài Sen</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<div id="page"></div>
<script type="application/json" id="record">${escapeJson(record)}</script>
<script type="application/json" id="words">${escapeJson(words)}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, sign => SIGNS[sign] ?? sign)

/** JSON in which nothing ends a script or begins a comment. */
export const escapeJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
