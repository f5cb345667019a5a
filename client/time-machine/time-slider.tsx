// The track and its slider. What is dragged is asked for once the hand rests; keys move by a minute, an hour, a day.
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/desk/state.ts'
import { momentWords } from '../../shared/programme/province-day.ts'
import type { ReplayMarks } from '../../shared/replay/api-schema.ts'
import { instantAfterKey } from './slider-keys.ts'
import type { Stretch } from './stretch.ts'
import { StretchHandles } from './stretch-handles.tsx'
import { useTimeView } from './time-hooks.ts'
import type { TimeMachine } from './time-machine.ts'
import styles from './time-slider.module.css'
import { barsPath, shareOf, type TrackRange } from './track-range.ts'

/** A hand that rests so long has found its place. */
const REST_MS = 180

type Props = {
  readonly machine: TimeMachine
  /** Its notes are marked on the track. */
  readonly incident: Incident | undefined
  readonly range: TrackRange
  readonly marks: ReplayMarks | undefined
  readonly stretch: Stretch | undefined
  /** Neither end of the stretch goes beyond. */
  readonly bounds: TrackRange
  readonly onStretch: (stretch: Stretch) => void
  /** What stands under the middle of the track. */
  readonly children: ReactNode
}

export function TimeSlider({ machine, incident, range, marks, stretch, bounds, onStretch, children }: Props) {
  const { t } = useTranslation('time')
  const { target } = useTimeView(machine)
  const [dragged, setDragged] = useState<number>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const move = (at: number) => {
    clearTimeout(timer.current)
    setDragged(at)
    timer.current = setTimeout(() => {
      setDragged(undefined)
      machine.seek(at)
    }, REST_MS)
  }
  const at = dragged ?? target
  const press = (event: KeyboardEvent) => {
    const wanted = instantAfterKey(event, at, range)
    if (wanted === undefined) return
    event.preventDefault()
    move(wanted)
  }
  return (
    <div className={styles.slider}>
      <div className={styles.track}>
        <Marks marks={marks} />
        {incident && (
          <div className={styles.notes} aria-hidden="true">
            <span
              className={styles.span}
              style={{
                left: `${shareOf(incident.from, range) * 100}%`,
                right: `${(1 - shareOf(incident.to, range)) * 100}%`,
              }}
            />
            {incident.annotations.map(({ id, at: notedAt, text }) => (
              <span
                key={id}
                className={styles.note}
                title={text}
                style={{ left: `${shareOf(notedAt, range) * 100}%` }}
              />
            ))}
          </div>
        )}
        <input
          type="range"
          className={styles.input}
          aria-label={t('bar.slider')}
          aria-valuetext={momentWords(at)}
          title={t('bar.keys')}
          min={range.from}
          max={range.to}
          step={1_000}
          value={Math.min(Math.max(at, range.from), range.to)}
          onChange={event => move(Number(event.target.value))}
          onKeyDown={press}
        />
        {stretch && <StretchHandles {...{ stretch, range, bounds, onStretch }} />}
      </div>
      <div className={styles.ends}>
        <span>{momentWords(range.from)}</span>
        <span className={styles.legend}>
          {marks?.alarms && <span className={styles.alarms}>{t('bar.alarms')}</span>}
          {marks?.programme && <span className={styles.programme}>{t('bar.programme')}</span>}
        </span>
        {children}
        <span>{t('bar.present')}</span>
      </div>
    </div>
  )
}

function Marks({ marks }: { readonly marks: ReplayMarks | undefined }) {
  const points = marks?.alarms?.length ?? marks?.programme?.length ?? 1
  return (
    <svg className={styles.marks} viewBox={`0 0 ${points} 2`} preserveAspectRatio="none" aria-hidden="true">
      {marks?.alarms && <path className={styles.alarmBars} d={barsPath(marks.alarms, false)} />}
      {marks?.programme && (
        <path className={styles.programmeBars} d={barsPath(marks.programme, true)} transform="translate(0 1)" />
      )}
    </svg>
  )
}
