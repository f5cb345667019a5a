// What stands on the exported picture: the words of each line with its source and quality, and when the picture was made. Pure but
// for the translator.
import type { TFunction } from 'i18next'
import { freshnessOf } from '../../../shared/freshness.ts'
import { qualityOf } from '../../../shared/quality.ts'
import type { QuantityWords } from '../../registry/quantity-words.ts'
import type { TimeRange } from './history-choice.ts'
import type { Newest } from './lines-view.tsx'
import type { PictureWords } from './picture.ts'
import type { PlotSeries } from './plot-series.ts'
import { momentWords } from './range-bar.tsx'

type Shown = {
  readonly t: TFunction<'history'>
  readonly words: TFunction
  readonly quantities: QuantityWords
  readonly series: readonly PlotSeries[]
  readonly newest: readonly Newest[]
  readonly range: TimeRange
  readonly rangeWords: string
  /** How a point is to be read; undefined = as it was measured. */
  readonly averaged: string | undefined
  readonly now: number
}

export function pictureWords({ t, words, series, range, rangeWords, averaged, now, ...rest }: Shown): PictureWords {
  const isSimulated = series.some(one => one.isSimulated)
  return {
    title: `${words('brand')} · ${t('title')}`,
    range: rangeWords,
    legend: series.map((one, i) => lineOf(one, rest.newest[i])),
    foot: [
      ...(averaged === undefined ? [] : [averaged]),
      `${t('export.withoutBad')} ${t('export.madeAt', { time: momentWords(now) })}`,
    ],
    simulated: isSimulated ? t('export.simulated') : undefined,
  }

  function lineOf(one: PlotSeries, newest: Newest): string {
    const source = one.derived
      ? t('statistics.from', {
          inputs: inputNames(one, rest.quantities),
          decision: one.derived.decision,
        })
      : words(`source.${one.source}`)
    const about = [one.unit, source, one.derived && one.isSimulated && words('source.simulated')].filter(Boolean)
    return [`${one.name}, ${one.place} (${about.join(', ')})`, qualityWords(one, newest)].filter(Boolean).join(' · ')
  }
  /** Of the newest reading, where the picture shows it. */
  function qualityWords({ intervalMs }: PlotSeries, newest: Newest): string | undefined {
    if (!newest || newest.t < range.from || newest.t > range.to) return undefined
    const freshness = freshnessOf(now - newest.t, intervalMs)
    const quality = freshness === 'live' ? words(`quality.${qualityOf(newest.q)}`) : words(`freshness.${freshness}`)
    return t('export.newest', { time: momentWords(newest.t), quality })
  }
}

/** What a computed series is computed from, in words. */
export const inputNames = ({ derived }: PlotSeries, quantities: QuantityWords): string =>
  (derived?.inputs ?? []).map(id => quantities.name(id.slice(id.indexOf('.') + 1))).join(', ')
