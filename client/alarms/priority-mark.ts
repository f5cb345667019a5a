// A priority has the shape and the colour of a level: ▲ low, ◆ medium, ■ high, the same on map, wall and lists.
import type { Priority } from '../../shared/alarms/rule.ts'
import type { Mark } from '../overview/stations.ts'

export const PRIORITY_MARK = {
  low: 'caution',
  medium: 'warning',
  high: 'critical',
} as const satisfies Record<Priority, Mark>
