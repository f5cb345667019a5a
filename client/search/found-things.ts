// Finds things by name, with or without Vietnamese marks. A plain list that is walked with each letter: some hundred things need no more.
// Pure; knows no language but that đ is d.
import { plainText } from '../programme/plain-text.ts'

export const THING_KINDS = ['village', 'station', 'page', 'task', 'unit', 'indicator'] as const
export type ThingKind = (typeof THING_KINDS)[number]

export type Thing = {
  readonly kind: ThingKind
  /** Unique within its kind. */
  readonly id: string
  readonly name: string
  /** What else it is, or was, called. */
  readonly others: readonly string[]
  /** Beside the name: where it is, what became of it. */
  readonly detail: string
  readonly to: string
}

/** The whole province has some hundred; what is more isn't looked through. */
export const MAX_THINGS = 5_000
export const MAX_FOUND = 12
/** Of what is typed. */
export const MAX_QUERY = 80
const MAX_WORDS = 8

export type Found = {
  /** The best, at most MAX_FOUND. */
  readonly things: readonly Thing[]
  /** How many there are in all. */
  readonly total: number
}
export type ThingIndex = { readonly size: number; readonly find: (query: string) => Found }

type Entry = { readonly thing: Thing; readonly name: string; readonly others: string; readonly marked: string }

export const keyOfThing = ({ kind, id }: Pick<Thing, 'kind' | 'id'>): string => `${kind} ${id}`

/** With its marks, whichever way they were typed. */
const markedText = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

export function createThingIndex(things: readonly Thing[]): ThingIndex {
  const entries = things.slice(0, MAX_THINGS).map((thing): Entry => {
    const others = thing.others.join(' · ')
    return {
      thing,
      name: plainText(thing.name),
      others: plainText(others),
      marked: markedText(`${thing.name} · ${others}`),
    }
  })
  return {
    size: entries.length,
    find: query => {
      const cut = query.slice(0, MAX_QUERY)
      const plain = plainText(cut)
      if (plain === '') return { things: [], total: 0 }
      const words = plain.split(' ').slice(0, MAX_WORDS)
      const marked = markedText(cut)
      const hasMarks = marked !== plain
      const found = entries.flatMap(entry => {
        const rank = rankOf(entry, plain, words)
        return rank === undefined
          ? []
          : [{ entry, rank: rank + (hasMarks && !entry.marked.includes(marked) ? OTHER_MARKS : 0) }]
      })
      found.sort((a, b) => a.rank - b.rank || byKind(a.entry, b.entry))
      return { things: found.slice(0, MAX_FOUND).map(({ entry }) => entry.thing), total: found.length }
    },
  }
}

/** Typed with marks, what has others comes after everything that has these. */
const OTHER_MARKS = 10

/** The lower the better; undefined = it isn't meant. */
function rankOf({ name, others }: Entry, plain: string, words: readonly string[]): number | undefined {
  if (name === plain) return 0
  if (name.startsWith(plain)) return 1
  if (words.every(word => beginsWord(name, word))) return name.includes(plain) ? 2 : 3
  const both = `${name} ${others}`
  if (words.every(word => beginsWord(both, word))) return 4
  if (words.every(word => name.includes(word))) return 5
  return words.every(word => both.includes(word)) ? 6 : undefined
}

const LETTER = /[\p{L}\p{N}]/u

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (at === 0 || !LETTER.test(text.charAt(at - 1))) return true
  return false
}

function byKind(a: Entry, b: Entry): number {
  return (
    THING_KINDS.indexOf(a.thing.kind) - THING_KINDS.indexOf(b.thing.kind) ||
    a.name.length - b.name.length ||
    (a.name < b.name ? -1 : 1)
  )
}
