// A set of listeners: adding one returns its remover, so nothing can leak by a wrong name.
export type Listeners<Event> = {
  readonly add: (listener: (event: Event) => void) => () => void
  readonly tell: (event: Event) => void
  readonly isEmpty: () => boolean
}

export function createListeners<Event>(): Listeners<Event> {
  const all = new Set<(event: Event) => void>()
  return {
    add: listener => {
      // A wrapper of its own, so that one function added twice is removed once.
      const entry = (event: Event) => listener(event)
      all.add(entry)
      return () => void all.delete(entry)
    },
    tell: event => {
      for (const listener of Array.from(all)) listener(event)
    },
    isEmpty: () => all.size === 0,
  }
}
