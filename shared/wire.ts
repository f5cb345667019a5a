// Constants of the live socket. No schema here, so that a screen can read them without the validator.

/** Raised with every change of protocol.ts or frame.ts. 1: first release. 2: events of the programme. 3: of the alarms, too. 4: of the displays, and what a display says and is told. 6: events of the desk. */
export const PROTOCOL_VERSION = 6
export const LIVE_NAMESPACE = '/live'
/** Families of events that screens follow: the text before the first dot of an event's type. */
export const FAMILIES = ['programme', 'alarm', 'display', 'desk'] as const
export type Family = (typeof FAMILIES)[number]
/** A screen gets a frame at most this often. */
export const FRAME_MS = 250
/** A screen that leaves a frame unanswered this long is let go. */
export const ANSWER_WITHIN_MS = 30_000
