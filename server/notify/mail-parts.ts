// A mail as lines that are the same in plain text and in HTML: what people wrote is only ever text in both. Pure.
import { oneLine } from './notice-words.ts'

export type MailPart =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [label: string, text: string])[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
export type MailText = { readonly subject: string; readonly text: string; readonly html: string }

export function mailText(subject: string, language: string, parts: readonly MailPart[]): MailText {
  return {
    subject: oneLine(subject),
    text: `${parts.map(plain).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>${parts.map(html).join('')}</body></html>`,
  }
}

function plain(part: MailPart): string {
  switch (part.kind) {
    case 'heading':
    case 'text':
      return oneLine(part.text)
    case 'rows':
      return part.rows.map(([label, text]) => `${label}: ${oneLine(text)}`).join('\n')
    case 'link':
      return `${part.label}:\n${part.url}`
    default:
      return part satisfies never
  }
}

function html(part: MailPart): string {
  switch (part.kind) {
    case 'heading':
      return `<h2>${escaped(part.text)}</h2>`
    case 'text':
      return `<p>${escaped(part.text)}</p>`
    case 'rows':
      return `<table>${part.rows.map(([label, text]) => `<tr><th align="left" valign="top">${escaped(label)}</th><td>${escaped(text)}</td></tr>`).join('')}</table>`
    case 'link':
      return `<p><a href="${escaped(part.url)}">${escaped(part.label)}</a></p>`
    default:
      return part satisfies never
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => oneLine(text).replaceAll(/[&<>"']/g, character => ENTITIES[character] ?? '')
