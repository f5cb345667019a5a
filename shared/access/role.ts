// The roles a person can hold, each for a unit or for the whole province. Plain data.
export const ROLES = [
  'viewer',
  'leader',
  'operator',
  'unit-officer',
  'appraiser',
  'consolidator',
  'approver',
  'administrator',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** These only look, so they may be held for the whole province; whoever acts, acts for a unit. */
export const PROVINCE_WIDE: ReadonlySet<Role> = new Set(['viewer', 'leader', 'auditor'])

export const MAX_GRANTS = 12

/** `unit` null = the whole province. */
export type Grant = { role: Role; unit: string | null }

/** How much of what is personal a screen or a person may see. */
export const AUDIENCES = ['public', 'office', 'leader'] as const
export type Audience = (typeof AUDIENCES)[number]
