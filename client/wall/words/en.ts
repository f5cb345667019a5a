// Every word of the wall, in English. Mirrors vi.ts.
import type { English } from '../../i18n/mirror.ts'
import { en as frame } from './frame.ts'
import { en as replay } from './replay.ts'
import { en as scenes } from './scenes.ts'
import type { WallVocabulary } from './vi.ts'

export const en = { frame, replay, scenes } satisfies English<WallVocabulary>
