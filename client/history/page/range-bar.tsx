// Which time is shown: presets, days of one's own, steps, and the way back to now.
import { useTranslation } from 'react-i18next'
import { navigate, withParameters } from '../../app/address.ts'
import { formatClock, formatDate, isoDayOf } from '../../design/time-format.ts'
import { Button } from '../../kit/button.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { type HistoryChoice, PRESET_NAMES, panned, type TimeRange, zoomed } from './history-choice.ts'
import styles from './range-bar.module.css'

type Props = {
  readonly choice: HistoryChoice
  readonly range: TimeRange
  readonly edge: number
  readonly onRange: (range: TimeRange) => void
}

const STEP = 0.5
const ZOOM = 0.5

export const momentWords = (at: number): string => `${formatClock(at)} ${formatDate(at)}`

export function RangeBar({ choice, range, edge, onRange }: Props) {
  const { t } = useTranslation('history')
  const middle = (range.from + range.to) / 2
  const choose = (name: 'from' | 'to') => (day: string | undefined) =>
    navigate(withParameters({ [name]: day, range: undefined, at: undefined }))
  const words = {
    notUnderstood: t('field.noDay'),
    openCalendar: t('field.openCalendar'),
    pattern: t('field.dayPattern'),
  }
  return (
    <div className={styles.bar} role="group" aria-label={t('range.label')}>
      <div className={styles.presets}>
        {PRESET_NAMES.map(name => (
          <Button
            key={name}
            isPressed={choice.preset === name}
            onClick={() => navigate(withParameters({ range: name, from: undefined, to: undefined, at: undefined }))}
          >
            {t(`range.${name}`)}
          </Button>
        ))}
      </div>
      <div className={styles.days}>
        <DateField
          name="from"
          label={t('range.from')}
          value={isoDayOf(range.from)}
          onChange={choose('from')}
          words={words}
        />
        <DateField name="to" label={t('range.to')} value={isoDayOf(range.to)} onChange={choose('to')} words={words} />
      </div>
      <div className={styles.presets}>
        <Button kind="quiet" onClick={() => onRange(panned(range, -STEP, edge))}>
          {t('range.earlier')}
        </Button>
        <Button kind="quiet" isDisabled={range.to >= edge} onClick={() => onRange(panned(range, STEP, edge))}>
          {t('range.later')}
        </Button>
        <Button kind="quiet" onClick={() => onRange(zoomed(range, ZOOM, middle, edge))}>
          {t('range.nearer')}
        </Button>
        <Button kind="quiet" onClick={() => onRange(zoomed(range, 1 / ZOOM, middle, edge))}>
          {t('range.wider')}
        </Button>
        {choice.to !== undefined && (
          <Button
            icon="clock"
            onClick={() => navigate(withParameters({ range: '24h', from: undefined, to: undefined, at: undefined }))}
          >
            {t('range.live')}
          </Button>
        )}
      </div>
      <p className={styles.span} data-testid="history-range" data-from={range.from} data-to={range.to}>
        {t('range.span', {
          from: momentWords(range.from),
          to: choice.to === undefined ? t('range.isLive') : momentWords(range.to),
        })}
      </p>
    </div>
  )
}
