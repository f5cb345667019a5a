// Who, when, by which event: taken from the event that changes a thing.
import type { EventHead } from './event.ts'
import type { Stamp } from './state.ts'

export const stampOf = ({ actor, at, id }: EventHead): Stamp => ({ by: actor, at, eventId: id })
