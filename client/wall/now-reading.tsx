// What a series says now, with its age: beside an alarm's number, which is the one it was raised by.
import { useTranslation } from 'react-i18next'
import { freshnessOf, underLink } from '../../shared/freshness.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { agePhrase } from '../i18n/phrases.ts'
import { judgedAt } from '../live/link.ts'
import { useLatest, useMoment } from '../live/live-hooks.tsx'
import { useQuantities } from '../registry/quantity-words.ts'

export function NowReading({ series }: { readonly series: CatalogueSeries }) {
  const { t } = useTranslation()
  const { t: word } = useTranslation('alarms')
  const latest = useLatest(series)
  const { serverNow, link } = useMoment()
  const quantities = useQuantities()
  if (!latest || serverNow === undefined) return null
  const ageMs = Math.max(0, judgedAt(link, serverNow) - latest.t)
  const freshness = underLink(freshnessOf(ageMs, series.intervalMs), link.kind === 'lost')
  const value = [quantities.value(series.quantity, latest.v), quantities.unit(series.quantity)]
    .filter(Boolean)
    .join(' ')
  return (
    <span>
      {word(freshness !== 'live' ? 'wall.last' : link.kind === 'past' ? 'wall.atThatTime' : 'wall.now', {
        value,
        age: agePhrase(t, serverNow - latest.t, freshness),
      })}
    </span>
  )
}
