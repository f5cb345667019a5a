// The moment at which all series are read: a slider over their range, which keys move too.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeRange } from '../history/page/history-choice.ts'
import { momentWords } from '../history/page/range-bar.tsx'
import styles from './compare-page.module.css'

/** Of the slider; so many that a day has one every five minutes. */
const STEPS = 288

type Props = {
  readonly range: TimeRange
  /** Undefined = nobody reads; the newest values are shown. */
  readonly at: number | undefined
  readonly onMove: (at: number) => void
}

export function TimeCursor({ range: { from, to }, at, onMove }: Props) {
  const { t } = useTranslation('compare')
  const id = useId()
  const words = at === undefined ? t('series.newest') : momentWords(at)
  return (
    <div className={styles.cursor}>
      <label htmlFor={id}>{t('series.cursor')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        step={1}
        value={at === undefined ? STEPS : Math.round(((at - from) / (to - from)) * STEPS)}
        aria-valuetext={words}
        onChange={event => onMove(from + (Number(event.target.value) / STEPS) * (to - from))}
      />
      <output htmlFor={id}>{words}</output>
    </div>
  )
}
