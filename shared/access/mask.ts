// What is personal in what the station answers, taken out for screens and people who don't work with it: names of persons, names of the
// files they handed in, phone numbers, e-mail addresses. The one table of where names stand is here. Pure.
import type { Audience } from './role.ts'

/** Stands where something was. */
export const HIDDEN = '•••'

/** Public and office see the same text; what sets them apart is what they may ask for at all (right.ts). */
export const hidesPersons = (audience: Audience): boolean => audience !== 'leader'

/** Marks of a line that names a person (actor-line.ts), wherever such a line stands: `actor`, `by`, or a field added tomorrow. */
const PERSON_LINE = /^(declared|person|simulated|link):/
/** Fields that hold `{ name, unit }` of a person: who asked, whom an alarm is given to, who hands over to whom. */
const PERSON_FIELDS: ReadonlySet<string> = new Set(['actor', 'assigned', 'to', 'outgoing', 'incoming'])
/** Fields that list files; people name them as they like: "anh ba Sen.jpg". */
const FILE_FIELDS: ReadonlySet<string> = new Set(['evidence', 'files'])

/** Fields that say by a series' id what a thing is about (an alarm, its events), and the figures that are then a household's. */
const ABOUT_FIELDS = ['id', 'subject', 'target', 'series'] as const
const FIGURE_FIELDS: ReadonlySet<string> = new Set(['value', 'limit'])

/**
 * The same value without what is personal; what the audience may see whole comes back as it is.
 * @param personal codes of quantities that tell of one household
 */
export function maskJson(audience: Audience, value: unknown, personal: ReadonlySet<string> = new Set()): unknown {
  return hidesPersons(audience) ? masked(value, '', personal, false) : value
}

function masked(value: unknown, field: string, personal: ReadonlySet<string>, isWithin: boolean): unknown {
  if (typeof value === 'string') return maskText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(one => masked(one, field, personal, isWithin))
  const isHousehold = isWithin || isOfHousehold(value, personal)
  const isPerson = PERSON_FIELDS.has(field) && 'name' in value && 'unit' in value
  const isFile = FILE_FIELDS.has(field) && 'name' in value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === 'name' && typeof one === 'string' && (isPerson || isFile)) return [key, isPerson ? '' : HIDDEN]
      if (isHousehold && FIGURE_FIELDS.has(key) && typeof one === 'number') return [key, null]
      return [key, masked(one, key, personal, isHousehold)]
    }),
  )
}

function isOfHousehold(value: object, personal: ReadonlySet<string>): boolean {
  const held: Readonly<Partial<Record<string, unknown>>> = { ...value }
  return ABOUT_FIELDS.some(field => {
    const id = held[field]
    return typeof id === 'string' && personal.has(id.slice(id.lastIndexOf('.') + 1))
  })
}

/** A text without names of actors, phone numbers and e-mail addresses. */
export function maskText(text: string): string {
  const mark = PERSON_LINE.exec(text)?.[1]
  const line = mark === undefined ? text : maskLine(mark, text)
  return line.replaceAll(PHONE, HIDDEN).replaceAll(EMAIL, HIDDEN)
}

/** `person:Nguyễn Thị Sen · Sở KH&CN` → `person: · Sở KH&CN`: the mark and the unit stay. */
function maskLine(mark: string, line: string): string {
  const at = line.lastIndexOf(UNIT_SIGN)
  return at < 0 ? `${mark}:` : `${mark}:${line.slice(at)}`
}
const UNIT_SIGN = ' · '

/** Within a number as people write it. */
const GAP = String.raw`[ .)\u00a0\u2010-\u2015-]{0,2}`
/** After the 0 or the +84: nine digits of a mobile, ten of a landline. A gap no sooner than a date would have none ("05-11-2026"). */
const MOBILE = String.raw`[35789](?:\d(?:${GAP}\d){7}|${GAP}\d{4}${GAP}\d{4})`
const LANDLINE = String.raw`2\d(?:${GAP}\d){8}`
const ABROAD = String.raw`(?:\+|00)84${GAP}(?:\(?0${GAP})?`
/** Not within a word, an id, a decimal or a longer run of digits. */
const PHONE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_]|[a-z][\w-]{0,60}-|\p{N}\.)(?:${ABROAD}|\(?0)(?:${MOBILE}|${LANDLINE})(?![\p{L}\p{N}_])`,
  'gu',
)
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu
