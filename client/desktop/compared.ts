// A list of things that stand side by side, at most four: read from an address, lengthened, shortened. Pure.

export const MAX_COMPARED = 4
const MAX_ID = 200

/** Each once, the first four: what is more isn't worth refusing a whole address. */
export const comparedIn = (text: string | null): readonly string[] => namedIn(text).slice(0, MAX_COMPARED)

/** How many an address names, also beyond those that have room. */
export const countIn = (text: string | null): number => namedIn(text).length

const namedIn = (text: string | null): readonly string[] =>
  [...new Set(text?.split(',') ?? [])].filter(id => id !== '' && id.length <= MAX_ID)

/** The list with one more, or without one that is in it; undefined when it is full. */
export function withCompared(list: readonly string[], id: string): readonly string[] | undefined {
  if (list.includes(id)) return list.filter(one => one !== id)
  return list.length < MAX_COMPARED ? [...list, id] : undefined
}
