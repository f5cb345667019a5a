// Takes along what is shown: the series as CSV or Excel, the chart as a picture. A long one shows how far it is and can be stopped.
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { problemWords } from '../../app/post-json.ts'
import { useTheme } from '../../design/theme.ts'
import { isoDayOf } from '../../design/time-format.ts'
import { languageOf } from '../../i18n/language.ts'
import { Button } from '../../kit/button.tsx'
import { saveFile } from '../../kit/download.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { OperationProgress } from '../../operation/operation-progress.tsx'
import { useOperation } from '../../operation/use-operation.ts'
import styles from './export-bar.module.css'
import { fetchExport } from './export-file.ts'
import type { TimeRange } from './history-choice.ts'
import { type PictureWords, pictureOf } from './picture.ts'
import type { PlotSeries } from './plot-series.ts'

type Props = {
  readonly series: readonly PlotSeries[]
  readonly range: TimeRange
  readonly pictureWords: () => PictureWords
  /** Undefined where no chart is drawn. */
  readonly canvas: RefObject<HTMLCanvasElement | undefined> | undefined
}

export function ExportBar({ series, range, pictureWords, canvas }: Props) {
  const { t } = useTranslation('history')
  const theme = useTheme()
  const toasts = useToasts()
  const operation = useOperation()
  const language = languageOf(location.search)

  async function exportAs(format: 'csv' | 'xlsx'): Promise<void> {
    const query = new URLSearchParams({
      series: series.map(({ id }) => id).join(','),
      from: String(range.from),
      to: String(range.to),
      lang: language,
    })
    const path = `/api/v1/readings.${format}?${query}`
    const outcome = await operation.run(({ signal, tell }) => fetchExport({ path, range, signal, onProgress: tell }))
    if (outcome.kind === 'cancelled' || outcome.value.kind === 'cancelled') {
      toasts.tell('done', t('export.cancelled'))
      return
    }
    const result = outcome.value
    if (result.kind === 'done') {
      saveFile(result.file, result.name)
      toasts.tell('done', t('export.done', { name: result.name }))
    } else
      toasts.tell(
        'error',
        (result.kind === 'refused' ? problemWords(result.problem, language) : undefined) ?? t('export.failed'),
      )
  }
  async function exportPicture(): Promise<void> {
    const chart = canvas?.current
    const file = chart && (await pictureOf(chart, theme, pictureWords()))
    if (!file) return toasts.tell('error', t('export.failed'))
    const name = t('export.picture', { range: `${isoDayOf(range.from)} ${isoDayOf(range.to)}` })
    saveFile(file, name)
    toasts.tell('done', t('export.done', { name }))
  }

  return (
    <div className={styles.bar} role="group" aria-label={t('export.label')}>
      <OperationProgress
        label={t('export.started')}
        isRunning={operation.isRunning}
        share={operation.share}
        onCancel={operation.cancel}
      />
      <Button icon="download" isBusy={operation.isRunning} onClick={() => void exportAs('csv')}>
        {t('export.csv')}
      </Button>
      <Button icon="download" isBusy={operation.isRunning} onClick={() => void exportAs('xlsx')}>
        {t('export.xlsx')}
      </Button>
      {canvas && (
        <Button icon="download" onClick={() => void exportPicture()}>
          {t('export.png')}
        </Button>
      )}
    </div>
  )
}
