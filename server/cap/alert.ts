// One CAP 1.2 message as XML: the facts of the message, the texts of its rule, the place from the registry. Pure. The order of elements
// is the schema's.
import type { Rule } from '../../shared/alarms/rule.ts'
import { INTERNAL_LIMIT, measureOf, signalWords } from '../../shared/alarms/signal-words.ts'
import { momentWords, provinceDayOf } from '../../shared/programme/province-day.ts'
import type { Quantity, Registry } from '../../shared/registry.ts'
import { unitIdOn } from '../../shared/village-units.ts'
import type { Words } from '../../shared/words.ts'
import { OUTLINE_BASIS, REASONS, RESTRICTION, SENDER_NAME, SIMULATED, TERMS, VILLAGE } from './alert-words.ts'
import { capTimeOf } from './cap-time.ts'
import type { CapCertainty, CapEvent, CapGrade } from './mapping.ts'
import { type CapMessage, RENEW_MS } from './messages.ts'
import { circleText, type Outline, polygonText } from './outline.ts'
import { clip, documentOf, element, type Xml } from './xml.ts'

const CAP = 'urn:oasis:names:tc:emergency:cap:1.2'
/** Outlives the next renewal by an hour, so that a standing alarm never expires in between. */
const VALID_MS = RENEW_MS + 3_600_000
/** What displays of CAP show of a headline. */
const MAX_HEADLINE = 160
const MAX_TEXT = 4_000
const MAX_NAME = 250

type Language = keyof Words
const LANGUAGES = [
  ['vi', 'vi-VN'],
  ['en', 'en-US'],
] as const satisfies readonly (readonly [Language, string])[]

export type AlertDeps = {
  readonly registry: Registry
  readonly outlines: ReadonlyMap<string, Outline>
  /** Who sends: no spaces, commas, `<` or `&`. */
  readonly sender: string
  /** Where a person reads more. */
  readonly web: string
}
/** A message with what it is about: the rule of that version, and as what it is published. */
export type Published = { readonly message: CapMessage; readonly rule: Rule; readonly event: CapEvent }

export const isExercise = ({ about }: CapMessage): boolean => about.source === 'simulated'

export function alertXml(published: Published, deps: AlertDeps): string {
  const { message } = published
  const { sender } = deps
  const references = message.references.map(({ identifier, sentAt }) => `${sender},${identifier},${capTimeOf(sentAt)}`)
  return documentOf(
    element(
      'alert',
      [
        element('identifier', message.identifier),
        element('sender', sender),
        element('sent', capTimeOf(message.sentAt)),
        element('status', isExercise(message) ? 'Exercise' : 'Actual'),
        element('msgType', message.kind),
        message.about.device === null ? null : element('source', clip(message.about.device, MAX_NAME)),
        element('scope', 'Restricted'),
        element('restriction', `${RESTRICTION.vi} · ${RESTRICTION.en}`),
        isExercise(message) ? element('note', `${SIMULATED.note.vi} · ${SIMULATED.note.en}`) : null,
        references.length === 0 ? null : element('references', references.join(' ')),
        ...LANGUAGES.map(([language, tag]) => infoXml(published, deps, language, tag)),
      ],
      { xmlns: CAP },
    ),
  )
}

function infoXml(published: Published, deps: AlertDeps, language: Language, tag: string): Xml {
  const { message, rule, event } = published
  const { urgency, severity, response, certainty } = gradeOf(published)
  return element('info', [
    element('language', tag),
    ...event.categories.map(category => element('category', category)),
    element('event', event.name[language]),
    element('responseType', response),
    element('urgency', urgency),
    element('severity', severity),
    element('certainty', certainty),
    element('eventCode', [element('valueName', 'dai-sen:event'), element('value', event.code)]),
    element('effective', capTimeOf(message.sentAt)),
    element('onset', capTimeOf(message.since)),
    element('expires', capTimeOf(message.sentAt + VALID_MS)),
    element('senderName', SENDER_NAME[language]),
    element('headline', headlineOf(published, deps.registry, language)),
    element('description', descriptionOf(published, deps.registry, language)),
    message.kind === 'Cancel' ? null : element('instruction', clip(rule.action[language], MAX_TEXT)),
    element('web', deps.web),
    ...parametersOf(published, deps, language),
    areaXml(message, deps, language),
  ])
}

/** A Cancel says that it is over only where the signal itself came back. */
function gradeOf({ message, event }: Published): CapGrade & { readonly certainty: CapCertainty } {
  const isKnown = message.value !== null
  if (message.kind !== 'Cancel')
    return { ...event.grades[message.priority], certainty: isKnown ? 'Observed' : 'Unknown' }
  return message.reason === 'signal'
    ? { urgency: 'Past', severity: 'Minor', response: 'AllClear', certainty: isKnown ? 'Observed' : 'Unknown' }
    : { urgency: 'Past', severity: 'Unknown', response: 'None', certainty: 'Unknown' }
}

/** At most MAX_HEADLINE characters: what, where, and where it stands. */
export function headlineOf(published: Published, registry: Registry, language: Language): string {
  const { message, event } = published
  const mark = isExercise(message) ? SIMULATED.mark[language] : ''
  const reason = message.kind === 'Cancel' ? REASONS[message.reason] : null
  const what = reason ? reason[language] : valueWords(published, registry, message.value)[language]
  const fullTitle = message.about.title[language]
  const village = villageOf(message, registry)?.name ?? ''
  const frame = `${mark}${event.name[language]} (${message.level}) · ${fullTitle.includes(village) ? '' : `${village} · `}`
  // The title may be as long as a device's name: it gives way, not the value.
  const title = clip(fullTitle, Math.max(20, MAX_HEADLINE - frame.length - what.length - 2))
  return clip(`${frame}${title}: ${what}`, MAX_HEADLINE)
}

function descriptionOf(published: Published, registry: Registry, language: Language): string {
  const { message, rule } = published
  const term = (name: keyof typeof TERMS) => TERMS[name][language]
  const words = (value: number | null) => valueWords(published, registry, value)[language]
  const limit = message.limit === null ? '' : ` (${term('limit')} ${message.level}: ${words(message.limit)})`
  const when = message.value === null ? '' : `, ${term('measuredAt')} ${momentWords(message.t)}`
  const lines = [
    isExercise(message) ? `${SIMULATED.note[language]}.` : null,
    REASONS[message.reason]?.[language] ?? null,
    `${term('value')}: ${words(message.value)}${limit}${when}.`,
    `${term('since')} ${momentWords(message.since)}.`,
    `${term('cause')}: ${rule.cause[language]}`,
    `${term('consequence')}: ${rule.consequence[language]}`,
    `${term('basis')}: ${basisWords(rule, language)}`,
  ]
  return clip(lines.filter(line => line !== null).join('\n'), MAX_TEXT)
}

const basisWords = ({ basis }: Rule, language: Language): string =>
  basis.kind === 'internal' ? `${INTERNAL_LIMIT[language]} (${basis.source[language]})` : basis.source[language]

const quantityOf = ({ about }: CapMessage, { quantities }: Registry): Quantity | undefined =>
  quantities.find(({ code }) => code === about.quantity)

const valueWords = ({ message, rule }: Published, registry: Registry, value: number | null): Words =>
  value === null ? TERMS.unknown : signalWords(rule.signal, value, quantityOf(message, registry))

/** For machines: plain numbers in the unit named; what isn't known is left out. */
function parametersOf(published: Published, { registry, outlines }: AlertDeps, language: Language): Xml[] {
  const { message, rule } = published
  const { decimals, unit } = measureOf(rule.signal, quantityOf(message, registry))
  const number = (value: number | null) => (value === null ? null : String(Number(value.toFixed(decimals))))
  const hasOutline = outlineOf(message, { registry, outlines }) !== undefined
  const pairs: readonly (readonly [string, string | null])[] = [
    ['level', message.level],
    ['value', number(message.value)],
    ['limit', number(message.limit)],
    ['unit', unit],
    ['measured', message.value === null ? null : capTimeOf(message.t)],
    ['since', capTimeOf(message.since)],
    ['source', message.about.source],
    ['basis', basisWords(rule, language)],
    ['rule', `${message.rule} v${message.ruleVersion}`],
    ['area', hasOutline ? OUTLINE_BASIS[language] : null],
  ]
  return pairs.flatMap(([name, value]) =>
    value === null
      ? []
      : element('parameter', [element('valueName', `dai-sen:${name}`), element('value', clip(value, MAX_TEXT))]),
  )
}

type Place = Pick<AlertDeps, 'registry' | 'outlines'>

const villageOf = ({ about }: CapMessage, { villages }: Registry) => villages.find(({ id }) => id === about.village)

function outlineOf(message: CapMessage, { registry, outlines }: Place): Outline | undefined {
  const village = villageOf(message, registry)
  return village && outlines.get(village.outlineId)
}

/** The village in its commune of that day; the whole province where the alarm has no village. */
function areaXml(message: CapMessage, place: Place, language: Language): Xml {
  const { registry } = place
  const day = provinceDayOf(message.sentAt)
  const village = villageOf(message, registry)
  const unitId = village && unitIdOn(village, day)
  const unit = registry.units.find(({ id }) => id === unitId)
  const province = registry.units.find(
    ({ kind, validFrom, validTo }) =>
      kind === 'province' && (validFrom === null || validFrom <= day) && (validTo === null || day < validTo),
  )
  const names = [village && `${VILLAGE[language]} ${village.name}`, unit?.name, province?.name]
  const outline = outlineOf(message, place)
  const { position } = message.about
  return element('area', [
    element('areaDesc', clip(names.filter(name => name !== undefined).join(', '), MAX_NAME)),
    ...(outline ?? []).map(ring => element('polygon', polygonText(ring))),
    !outline && position ? element('circle', circleText(position)) : null,
    geocodeXml(unit ? 'GSO-commune' : 'GSO-province', (unit ?? province)?.code),
  ])
}

/** Of the General Statistics Office. */
const geocodeXml = (name: string, code: string | null | undefined): Xml | null =>
  code ? element('geocode', [element('valueName', name), element('value', code)]) : null
