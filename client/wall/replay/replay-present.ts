// What a replay says of now meanwhile: high alarms that are open, or that it can't know. Pure.
import { openAlarms } from '../../../shared/alarms/standing.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import type { Link } from '../../live/link.ts'

export type Present = { readonly kind: 'calm' | 'unknown' } | { readonly kind: 'high'; readonly count: number }

/** @param state undefined where no alarms are followed: then nothing is said of them */
export function presentOf(link: Link, state: AlarmState | undefined): Present {
  if (link.kind === 'lost') return { kind: 'unknown' }
  const count = state ? openAlarms(state).filter(({ priority }) => priority === 'high').length : 0
  return count > 0 ? { kind: 'high', count } : { kind: 'calm' }
}
