// Checks of single values: text, ids, days, years, numbers, files. Each refuses under the field it is given.
import type { Judgement } from './decide-judgement.ts'
import { ITEM_ID, LIMITS, MAX_ID_LENGTH, MOST } from './decide-limits.ts'
import { EVIDENCE_KINDS, MAX_EVIDENCE_BYTES } from './evidence-kind.ts'
import type { EvidenceFile } from './facts.ts'
import { lastDayOfMonth, yearOf } from './working-calendar.ts'

type Range = { readonly min: number; readonly max: number }

const UNSEEN = /(?![\t\n\r])\p{Cc}|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/
const EVIDENCE_TYPES: ReadonlySet<string> = new Set(Object.values(EVIDENCE_KINDS).map(kind => kind.mediaType))
const HASH = /^[0-9a-f]{64}$/
const MAX_FILE_NAME = 255

/** Control characters except tab and line ends, halves of characters, and what turns the direction of reading around. */
export const hasUnseen = (text: string): boolean => UNSEEN.test(text)
export const hasText = (text: string | null): boolean => text !== null && text.trim() !== ''

/** A day that exists; the calendar's own functions throw on anything else. */
export function isDay(day: string): boolean {
  const month = day.slice(0, 7)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !MONTH.test(month) || yearOf(day) < 1) return false
  return day.slice(8) >= '01' && day <= lastDayOfMonth(yearOf(day), Number(month.slice(5)))
}
export const isMonth = (month: string): boolean => MONTH.test(month)

/** Vietnamese letters with their marks count once, whichever way they were typed; marks piled up count each. */
export const lengthOf = (text: string): number => Array.from(text.normalize('NFC')).length

export function checkText(j: Judgement, field: string, text: string, { min, max }: Range): void {
  const length = lengthOf(text)
  if (lengthOf(text.trim()) < min) j.refuse('text-short', field, min)
  if (length > max) j.refuse('text-long', field, max, length)
  if (hasUnseen(text)) j.refuse('text-characters', field)
}

export function checkNote(
  j: Judgement,
  field: string,
  text: string | null,
  { max }: { readonly max: number } = LIMITS.note,
): void {
  if (text !== null) checkText(j, field, text, { min: 0, max })
}

export function checkId(j: Judgement, field: string, id: string, pattern = ITEM_ID): boolean {
  const isGood = id.length <= MAX_ID_LENGTH && pattern.test(id)
  if (!isGood) j.refuse('id-malformed', field, id.slice(0, MAX_ID_LENGTH))
  return isGood
}

export function checkDay(j: Judgement, field: string, day: string): boolean {
  if (isDay(day)) return true
  j.refuse('day-malformed', field, day.slice(0, 20))
  return false
}

/** The day of something that happened. */
export function checkPastDay(j: Judgement, field: string, day: string): boolean {
  if (!checkDay(j, field, day)) return false
  if (day <= j.today) return true
  j.refuse('day-in-future', field, day, j.today)
  return false
}

/** A day within the years of the programme: one that was planned, or one of its money and tasks. */
export function checkProgrammeDay(j: Judgement, field: string, day: string): boolean {
  return checkDay(j, field, day) && checkYear(j, field, yearOf(day))
}

export function checkYear(j: Judgement, field: string, year: number): boolean {
  const isGood = isWholeWithin(year, LIMITS.year)
  if (!isGood) j.refuse('year-out-of-range', field, LIMITS.year)
  return isGood
}

export function checkWhole(j: Judgement, field: string, value: number, range: Range): boolean {
  const isGood = isWholeWithin(value, range)
  if (!isGood) j.refuse('number-out-of-range', field, range)
  return isGood
}

export const isWholeWithin = (value: number, { min, max }: Range): boolean =>
  Number.isInteger(value) && value >= min && value <= max

/** How many there are in a list that was sent. */
export function checkCount(
  j: Judgement,
  field: string,
  list: readonly unknown[],
  { min = 0, max }: Partial<Range>,
): void {
  if (list.length < min) j.refuse('list-empty', field)
  if (max !== undefined && list.length > max) j.refuse('too-many', field, max, list.length)
}

/** Every id of a list once; refuses the second one, under `<field>.<place>.<part>`. */
export function checkOnce(j: Judgement, field: string, part: string, ids: readonly string[]): void {
  const seen = new Set<string>()
  for (const [at, id] of ids.entries()) {
    if (seen.has(id)) j.refuse('id-twice', `${field}.${at}.${part}`, id)
    seen.add(id)
  }
}

export function checkFiles(j: Judgement, field: string, files: readonly EvidenceFile[]): void {
  checkCount(j, field, files, { max: MOST.files })
  const seen = new Set<string>()
  for (const [at, { hash, name, size, type }] of files.entries()) {
    const isSound =
      HASH.test(hash) &&
      isWholeWithin(size, { min: 1, max: MAX_EVIDENCE_BYTES }) &&
      EVIDENCE_TYPES.has(type) &&
      hasText(name) &&
      name.length <= MAX_FILE_NAME &&
      !UNSEEN.test(name)
    if (!isSound) j.refuse('file-malformed', `${field}.${at}`, name.slice(0, MAX_FILE_NAME))
    if (seen.has(hash)) j.refuse('file-twice', `${field}.${at}`, name.slice(0, MAX_FILE_NAME))
    seen.add(hash)
  }
}
