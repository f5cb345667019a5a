// The page of the HTTP interface: plain HTML from the same table, no script, so that it needs no exception in the CSP.
import type { Operation } from '../../shared/operation.ts'
import { OPERATIONS } from '../../shared/operations.ts'
import { openApiDocument } from './openapi.ts'

export const DOCS_STYLE = `
body{margin:0 auto;max-width:60rem;padding:2rem 1rem;background:#0b1220;color:#e8eef7;font:16px/1.5 "Be Vietnam Pro",system-ui,sans-serif}
h1{font-size:1.6rem;margin:0}a{color:#56b4e9}p{color:#9fb0c8;margin:.25rem 0 1rem}
article{background:#131d31;border:1px solid #26344f;border-radius:8px;padding:1rem 1.25rem;margin:1rem 0}
h2{font-size:1.1rem;margin:0 0 .25rem;overflow-wrap:anywhere}h2 b{color:#f29bbf;text-transform:uppercase;margin-right:.5rem}
table{border-collapse:collapse;width:100%}td{padding:.25rem .75rem .25rem 0;vertical-align:top}td:first-child{white-space:nowrap}
code,pre{font:14px/1.5 ui-monospace,monospace}pre{overflow:auto;background:#0b1220;padding:.75rem;border-radius:6px;max-height:24rem}
summary{cursor:pointer;min-height:24px}`

export function docsPage(version: string): string {
  const document = openApiDocument(version)
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Đài Sen: giao diện HTTP</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/api/docs.css"></head><body>
<h1>Đài Sen: giao diện HTTP · HTTP interface</h1>
<p>Phiên bản ${escape(version)} · <a href="/api/openapi.json">OpenAPI 3.1</a>. Thời gian là mili giây UTC. Times are epoch milliseconds (UTC).</p>
${OPERATIONS.map(operation => section(operation, document)).join('\n')}
</body></html>`
}

function section(
  { method, path, vi, en, needsToken, needsKey, query, answers }: Operation,
  document: Readonly<Record<string, unknown>>,
): string {
  const paths = document['paths'] as Record<string, Record<string, unknown>>
  const described = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method]
  const rows = [
    ...(needsToken ? [['Authorization', 'Bearer, mã thiết bị · device token']] : []),
    ...(needsKey ? [['Idempotency-Key', 'Khóa của lệnh, gửi lại không ghi lần nữa · key of the command']] : []),
    ...Object.keys(query?.shape ?? {}).map(name => [`?${name}`, '']),
    ...answers.map(({ status, about, type }) => [String(status), `${about} (${type})`]),
  ]
  return `<article><h2><b>${method}</b><code>${escape(path)}</code></h2><p>${escape(vi)}<br>${escape(en)}</p>
<table>${rows.map(([a = '', b = '']) => `<tr><td><code>${escape(a)}</code></td><td>${escape(b)}</td></tr>`).join('')}</table>
<details><summary>OpenAPI</summary><pre>${escape(JSON.stringify(described, null, 2))}</pre></details></article>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, character => ENTITIES[character] ?? '')
