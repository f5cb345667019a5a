// The classes of displays in the order they are offered: what shows least first. Pure.
import type { Audience as AnyAudience } from '../../../shared/access/role.ts'

export type Audience = AnyAudience
export const AUDIENCE_ORDER = ['public', 'office', 'leader'] as const satisfies readonly Audience[]
