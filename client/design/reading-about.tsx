// Beside a reading, always: how old it is, its quality, where it comes from.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { agePhrase } from '../i18n/phrases.ts'
import type { ReadingNow } from '../live/reading-now.ts'
import { ClockSign } from './clock-sign.tsx'

type Props = { readonly series: Pick<CatalogueSeries, 'source'>; readonly reading: ReadingNow }

export function ReadingAbout({ series, reading: { latest, ageMs, freshness } }: Props) {
  const { t } = useTranslation()
  const age = ageMs === undefined ? t('freshness.none') : agePhrase(t, ageMs, freshness)
  return (
    <>
      {(freshness === 'stale' || freshness === 'dead') && <ClockSign />}{' '}
      {[age, latest && t(`quality.${latest.q}`), t(`source.${series.source}`)].filter(Boolean).join(' · ')}
    </>
  )
}
