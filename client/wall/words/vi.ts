// Every word of the wall, in Vietnamese.
import { vi as frame } from './frame.ts'
import { vi as replay } from './replay.ts'
import { vi as scenes } from './scenes.ts'

export const vi = { frame, replay, scenes } as const
export type WallVocabulary = typeof vi
