// Holds XML against the schema of CAP 1.2 with libxml2, and reads single elements of what passed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'

const SCHEMA = readFileSync(join(import.meta.dirname, 'cap-1.2.xsd'), 'utf8')

/** What libxml2 finds wrong; empty when every document is valid. One run for many: each starts a thread. */
export async function capComplaints(...xml: readonly string[]): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml, schema: SCHEMA, initialMemoryPages: 1024, maxMemoryPages: 4096 })
  return errors.map(({ rawMessage }) => rawMessage)
}

/** Of documents that follow no schema we have: only whether they are XML. */
export async function xmlComplaints(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml, normalization: 'c14n' })
  return errors.map(({ rawMessage }) => rawMessage)
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The texts of every element of a name that holds text only, in order. */
export const textsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_all, code: string | undefined, word: string) =>
      code === undefined ? (CHARACTERS[word] ?? '?') : String.fromCodePoint(Number(code)),
    ),
  )
export const attributesOf = (xml: string, element: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element} [^>]*\\b${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value)

/** By name, what a valueName/value pair says within the first element of that kind that has it. */
export const pairsOf = (xml: string, kind: string): ReadonlyMap<string, string> =>
  new Map(
    [...xml.matchAll(new RegExp(`<${kind}>(.*?)</${kind}>`, 'gs'))].toReversed().flatMap(([, inner = '']) => {
      const [name, value] = [textsOf(inner, 'valueName')[0], textsOf(inner, 'value')[0]]
      return name !== undefined && value !== undefined ? [[name, value] as const] : []
    }),
  )
