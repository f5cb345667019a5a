// Writes XML 1.0 whose text is data, never markup. A writer of our own: what CAP and Atom need is elements, attributes and escaped
// text, forty lines that a test can go through; the libraries for it bring a parser and leave forbidden characters in.

/** Finished markup. Only `element` makes it, so that no text from outside can pass for it. */
export type Xml = { readonly markup: string }
/** Text, or elements; what is null is left out. */
type Content = string | readonly (Xml | null)[]

/** Names are those of the format, written in code; `content` and the values of `attributes` may be anything. */
export function element(name: string, content: Content, attributes: Readonly<Record<string, string>> = {}): Xml {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`)
  const inner =
    typeof content === 'string' ? escapeText(content) : content.map(child => (child ? child.markup : '')).join('')
  return { markup: `<${name}${head.join('')}>${inner}</${name}>` }
}

export const documentOf = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`

/** Everything outside the Char of XML 1.0, lone halves of a surrogate pair among them. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
/** Line ends and tabs as references, or a reader would change them (in attributes all, elsewhere the carriage return). */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escapeText = (text: string): string =>
  text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"'\t\n\r]/g, character => ESCAPES[character] ?? '')

/** At most `most` UTF-16 units, the last an ellipsis where something was cut off. Half a character at the cut goes with the forbidden. */
export const clip = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
