// How old the picture as a whole is: "hiện tại", or how long ago it stopped; of the past, that it is of then.
import type { TFunction } from 'i18next'
import { ageWords } from '../../i18n/phrases.ts'
import { useMoment } from '../../live/live-hooks.tsx'

export function usePictureAge(t: TFunction): string {
  const { link, serverNow } = useMoment()
  if (link.kind === 'past') return t('age.pastMoment')
  if (link.kind !== 'lost' || link.since === undefined || serverNow === undefined) return t('age.now')
  return t('age.old', { age: ageWords(t, serverNow - link.since) })
}
