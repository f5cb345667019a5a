// What a test of a fold needs whatever is folded: things that can't be written any more, and the event of a newer station.
import type { AnyEvent } from '../../shared/programme/event.ts'

/** Nothing in it can be written any more; a table's writers throw. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map) {
    for (const one of value.values()) frozen(one)
    for (const writer of ['set', 'delete', 'clear'])
      Object.defineProperty(value, writer, {
        value: () => {
          throw new Error('a table that was given is written to')
        },
      })
  } else for (const one of Object.values(value)) frozen(one)
  return Object.freeze(value)
}

/** The next event after a state; says nothing that is known unless told. */
export const nextEvent = (
  state: { readonly lastId: number; readonly lastAt: number },
  said: Partial<AnyEvent> & Pick<AnyEvent, 'type' | 'subject'>,
): AnyEvent => ({
  id: state.lastId + 1,
  at: state.lastAt + 1,
  actor: 'system:later',
  data: { any: ['thing'] },
  ...said,
})
