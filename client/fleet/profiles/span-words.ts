// How long a round of scenes lasts, in minutes and seconds. Pure.
import type { TFunction } from 'i18next'
import type { SceneTurn } from '../../../shared/displays/profile.ts'
import { sceneRound } from '../../../shared/displays/rotation.ts'

const SECOND_MS = 1_000
const SECONDS_A_MINUTE = 60

/** Milliseconds of one round; a village's scene counts once for each village. */
export const roundMs = (turns: readonly SceneTurn[], villageIds: readonly string[]): number =>
  sceneRound(turns, villageIds).reduce((sum, { ms }) => sum + ms, 0)

export function spanWords(t: TFunction, ms: number): string {
  const seconds = Math.round(ms / SECOND_MS)
  const [whole, rest] = [Math.floor(seconds / SECONDS_A_MINUTE), seconds % SECONDS_A_MINUTE]
  const minutes = whole > 0 ? [t('age.minutes', { count: whole })] : []
  return [...minutes, ...(rest > 0 || whole === 0 ? [t('age.seconds', { count: rest })] : [])].join(' ')
}
