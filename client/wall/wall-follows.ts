// The families of events that a wall follows where it may.
export const WALL_FOLLOWS = ['programme', 'alarm', 'display'] as const
