// How an event says who made it: how we know, the name, the unit. Pure.
/** `declared`: as they said; `person`: signed in; `simulated`: an exercise. */
export type ActorMark = 'declared' | 'person' | 'simulated'

export const actorLine = (mark: ActorMark, name: string, unit: string): string => `${mark}:${name} · ${unit}`
