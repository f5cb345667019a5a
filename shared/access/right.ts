// The one table of permissions: which right a role has, and which right a display has by its class. Pure data.
import type { Audience, Role } from './role.ts'

export const RIGHTS = [
  /** Readings, series, the registry. */
  'read-field',
  /** The board of a unit; of a public display the citizens' part. */
  'read-board',
  'read-programme',
  /** Files people handed in, whole tables as spreadsheets. */
  'read-evidence',
  'read-alarms',
  /** Where messages went, with the addresses they went to. */
  'read-outbox',
  /** The devices and what became of their data. */
  'read-devices',
  /** The displays that run and what they show. */
  'read-displays',
  /** Who did what, and the check of the chain. */
  'read-audit',
  'read-metrics',
  /** The log of the shifts, hand-overs, shared views, incidents. */
  'read-desk',
  /** What a running display needs for itself: its profile, its report, its picture. */
  'be-a-display',
  /** Entries of a unit for itself and its villages. */
  'enter',
  /** Judges indicators and dossiers. */
  'appraise',
  /** Sets, deadlines, settings, consolidated reports. */
  'consolidate',
  /** Recognises; decides what the province decides. */
  'approve',
  'operate-alarms',
  'manage-rules',
  /** Writes the log, hands shifts over, shares views, keeps incidents. */
  'write-desk',
  'manage-displays',
  'manage-accounts',
] as const
export type Right = (typeof RIGHTS)[number]

const LOOKING = ['read-field', 'read-board', 'read-programme', 'read-alarms'] as const
const OFFICE = [...LOOKING, 'read-evidence'] as const

export const ROLE_RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  viewer: LOOKING,
  leader: [...OFFICE, 'read-displays', 'read-desk', 'write-desk'],
  operator: [...OFFICE, 'read-devices', 'read-outbox', 'read-displays', 'read-desk', 'operate-alarms', 'write-desk'],
  'unit-officer': [...OFFICE, 'enter'],
  appraiser: [...OFFICE, 'enter', 'appraise'],
  consolidator: [
    ...OFFICE,
    'read-audit',
    'read-devices',
    'read-desk',
    'enter',
    'appraise',
    'consolidate',
    'manage-rules',
    'write-desk',
  ],
  approver: [...OFFICE, 'read-desk', 'enter', 'approve', 'consolidate'],
  administrator: [
    ...LOOKING,
    'read-devices',
    'read-outbox',
    'read-displays',
    'read-audit',
    'read-metrics',
    'manage-displays',
    'manage-accounts',
  ],
  auditor: [...OFFICE, 'read-devices', 'read-outbox', 'read-displays', 'read-desk', 'read-audit', 'read-metrics'],
}

/** A display in a public place shows the field; one in an office also how the programme stands. */
export const DISPLAY_RIGHTS: Readonly<Record<Audience, readonly Right[]>> = {
  public: ['read-field', 'read-board', 'be-a-display'],
  office: [...LOOKING, 'be-a-display'],
  leader: [...LOOKING, 'read-displays', 'be-a-display'],
}
