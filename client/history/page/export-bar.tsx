// Takes along what is shown: the readings as CSV or Excel, the chart as a picture. A long one shows how far it is and can be stopped.
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemWords } from '../../app/post-json.ts'
import { formatNumber } from '../../design/number-format.ts'
import { useTheme } from '../../design/theme.ts'
import { isoDayOf } from '../../design/time-format.ts'
import { languageOf } from '../../i18n/language.ts'
import { Button } from '../../kit/button.tsx'
import { saveFile } from '../../kit/download.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import styles from './export-bar.module.css'
import { fetchExport } from './export-file.ts'
import type { TimeRange } from './history-choice.ts'
import { pictureOf } from './picture.ts'
import type { PlotSeries } from './plot-series.ts'

type Props = {
  readonly series: readonly PlotSeries[]
  readonly range: TimeRange
  readonly names: readonly string[]
  readonly rangeWords: string
  /** Undefined where no chart is drawn. */
  readonly canvas: RefObject<HTMLCanvasElement | undefined> | undefined
}

export function ExportBar({ series, range, names, rangeWords, canvas }: Props) {
  const { t } = useTranslation('history')
  const { t: words } = useTranslation()
  const theme = useTheme()
  const toasts = useToasts()
  const running = useRef<AbortController | undefined>(undefined)
  const [share, setShare] = useState<number | 'unknown'>()
  useEffect(() => () => running.current?.abort(), [])
  const measured = series.filter(({ live }) => live)
  const language = languageOf(location.search)

  async function exportAs(format: 'csv' | 'xlsx'): Promise<void> {
    const control = new AbortController()
    running.current = control
    setShare('unknown')
    const query = new URLSearchParams({
      series: measured.map(({ id }) => id).join(','),
      from: String(range.from),
      to: String(range.to),
      lang: language,
    })
    const result = await fetchExport({
      path: `/api/v1/readings.${format}?${query}`,
      range,
      signal: control.signal,
      onProgress: next => next !== undefined && setShare(next),
    })
    setShare(undefined)
    if (result.kind === 'done') {
      saveFile(result.file, result.name)
      toasts.tell('done', t('export.done', { name: result.name }))
    } else if (result.kind !== 'cancelled')
      toasts.tell(
        'error',
        (result.kind === 'refused' ? problemWords(result.problem, language) : undefined) ?? t('export.failed'),
      )
  }
  async function exportPicture(): Promise<void> {
    const chart = canvas?.current
    const file =
      chart &&
      (await pictureOf(chart, theme, {
        title: `${words('brand')} · ${t('title')}`,
        range: rangeWords,
        legend: series.map(
          (one, i) =>
            `${names[i]} (${one.unit === '' ? words(`source.${one.source}`) : `${one.unit}, ${words(`source.${one.source}`)}`})`,
        ),
        simulated: series.some(({ isSimulated }) => isSimulated) ? t('export.simulated') : undefined,
      }))
    if (file) saveFile(file, t('export.picture', { range: `${isoDayOf(range.from)} ${isoDayOf(range.to)}` }))
    else toasts.tell('error', t('export.failed'))
  }

  return (
    <div className={styles.bar} role="group" aria-label={t('export.label')}>
      {measured.length < series.length && measured.length > 0 && (
        <span className={styles.about}>{t('export.onlyMeasured')}</span>
      )}
      {share === undefined ? (
        <>
          <Button icon="download" isDisabled={measured.length === 0} onClick={() => void exportAs('csv')}>
            {t('export.csv')}
          </Button>
          <Button icon="download" isDisabled={measured.length === 0} onClick={() => void exportAs('xlsx')}>
            {t('export.xlsx')}
          </Button>
          {canvas && (
            <Button icon="download" onClick={() => void exportPicture()}>
              {t('export.png')}
            </Button>
          )}
        </>
      ) : (
        <>
          <progress aria-label={t('export.started')} {...(share === 'unknown' ? {} : { value: share })} />
          <span role="status">
            {share === 'unknown'
              ? t('export.started')
              : t('export.running', { share: `${formatNumber(share * 100)}\u00a0%` })}
          </span>
          <Button icon="close" onClick={() => running.current?.abort()}>
            {t('export.cancel')}
          </Button>
        </>
      )}
    </div>
  )
}
