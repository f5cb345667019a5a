// What people at the centre wrote down. One family of events beside the programme's, the alarms' and the displays'.
import type { DeskCommandData } from './command.ts'

export const DESK_FAMILY = 'desk'

/** Each says what its command said; who and when stand on the event. */
export type DeskEventData = {
  'desk.entry-written': DeskCommandData['write-log-entry']
  'desk.entry-corrected': DeskCommandData['correct-log-entry']
  'desk.shift-handed-over': DeskCommandData['hand-over-shift']
  'desk.shift-taken-over': DeskCommandData['take-over-shift']
  'desk.view-saved': DeskCommandData['save-view']
  'desk.view-removed': DeskCommandData['remove-view']
  'desk.incident-saved': DeskCommandData['save-incident']
  'desk.incident-changed': DeskCommandData['change-incident']
  'desk.incident-annotated': DeskCommandData['annotate-incident']
  'desk.annotation-removed': DeskCommandData['remove-annotation']
  'desk.incident-removed': DeskCommandData['remove-incident']
}
export type DeskEventType = keyof DeskEventData
export type DeskDraft = {
  [T in DeskEventType]: { readonly type: T; readonly subject: string; readonly data: DeskEventData[T] }
}[DeskEventType]

export const subjectOfEntry = (id: string): string => `desk-entry:${id}`
export const subjectOfShift = (id: string): string => `desk-shift:${id}`
export const subjectOfView = (id: string): string => `desk-view:${id}`
export const subjectOfIncident = (id: string): string => `desk-incident:${id}`
