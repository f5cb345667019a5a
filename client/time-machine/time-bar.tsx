// The bar below a page of the past: where on the track one is, playing and its speed, an instant by hand, and the way back to now.
import './words/vocabulary.ts'
import '../desk/words/vocabulary.ts'
import '../programme/words/vocabulary.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate, withParameters } from '../app/address.ts'
import { formatNumber } from '../design/number-format.ts'
import { Button } from '../kit/button.tsx'
import { SelectField } from '../kit/select-field.tsx'
import { ToastProvider } from '../kit/toast-region.tsx'
import { OperationProgress } from '../operation/operation-progress.tsx'
import { IncidentButtons } from './incident-buttons.tsx'
import { rangeOfIncident } from './incident-captions.ts'
import { IncidentStrip } from './incident-strip.tsx'
import { useIncident } from './incidents-query.ts'
import { MomentField } from './moment-field.tsx'
import type { Stretch } from './stretch.ts'
import { StretchTools } from './stretch-tools.tsx'
import styles from './time-bar.module.css'
import { useTimeView } from './time-hooks.ts'
import type { TimeMachine } from './time-machine.ts'
import { TimeSlider } from './time-slider.tsx'
import { useTrackMarks } from './track-marks.ts'
import { RANGES, type RangeName, rangeOf, widened, widenedTo } from './track-range.ts'
import { useStretch } from './use-stretch.ts'
import { SPEEDS } from './virtual-clock.ts'

const STEP_MS = 60_000
const leave = () => navigate(withParameters({ at: undefined, incident: undefined, stretch: undefined }))

export function TimeBar({ machine }: { readonly machine: TimeMachine }) {
  const { t } = useTranslation('programme')
  return (
    <ToastProvider words={{ region: t('shell.messages'), dismiss: t('shell.close') }}>
      <Bar machine={machine} />
    </ToastProvider>
  )
}

function Bar({ machine }: { readonly machine: TimeMachine }) {
  const { t } = useTranslation('time')
  const view = useTimeView(machine)
  const { target, now, isPlaying, phase, status } = view
  const [chosen, choose] = useState<RangeName>('day')
  /** On a phone: the page needs the height. */
  const [isMore, showMore] = useState(false)
  const { stretch, settled, choose: chooseStretch } = useStretch()
  const first = Math.min(target, stretch?.from ?? target)
  const shown = now === undefined ? chosen : widened(chosen, first, now)
  const incident = useIncident()
  const wanted = now === undefined ? undefined : incident ? rangeOfIncident(incident, now) : rangeOf(shown, now, first)
  const marks = useTrackMarks(!incident && shown === 'all' ? { ...wanted, from: undefined } : wanted)
  const held = incident && wanted ? widenedTo(wanted, target) : rangeOf(shown, now ?? target + 1, marks?.first ?? first)
  const range = stretch ? widenedTo(widenedTo(held, stretch.from), stretch.to) : held
  const bounds = { from: range.from, to: Math.min(range.to, now ?? range.to) }
  useRepeated(machine, settled)
  useLeaveKey()
  return (
    <section className={styles.bar} data-past-part="bar" aria-label={t('bar.label')} data-testid="time-bar">
      {incident && <IncidentStrip incident={incident} at={target} />}
      <TimeSlider {...{ incident, machine, range, marks, stretch, bounds }} onStretch={chooseStretch}>
        <StretchTools {...{ machine, stretch, bounds, incident }} onStretch={chooseStretch} />
      </TimeSlider>
      <div className={styles.controls} data-more={isMore}>
        <div className={styles.group}>
          <Button icon="step-back" isIconOnly onClick={() => machine.seek(target - STEP_MS)}>
            {t('bar.back')}
          </Button>
          <Button
            kind="primary"
            icon={isPlaying ? 'pause' : 'play'}
            isDisabled={!isPlaying && now !== undefined && target >= now}
            onClick={isPlaying ? machine.pause : machine.play}
          >
            {t(isPlaying ? 'bar.pause' : 'bar.play')}
          </Button>
          <Button icon="step-forward" isIconOnly onClick={() => machine.seek(target + STEP_MS)}>
            {t('bar.forward')}
          </Button>
        </div>
        <fieldset className={styles.speeds}>
          <legend className="spoken">{t('bar.speed')}</legend>
          {SPEEDS.map(speed => (
            <label key={speed} className={styles.speed} data-chosen={view.speed === speed}>
              <input
                type="radio"
                name="time-speed"
                className="spoken"
                checked={view.speed === speed}
                onChange={() => machine.setSpeed(speed)}
              />
              {t('bar.times', { speed: formatNumber(speed) })}
            </label>
          ))}
        </fieldset>
        <MomentField at={target} onMoment={machine.seek} />
        {!incident && (
          <div className={styles.range}>
            <SelectField
              name="time-range"
              label={t('bar.range')}
              options={RANGES.map(value => ({ value, label: t(`bar.ranges.${value}`) }))}
              value={shown}
              onChange={value => value && choose(value)}
            />
          </div>
        )}
        <p className={styles.status} role="status" data-kind={phase}>
          {phase === 'failed' ? t(status === 429 ? 'bar.tooFast' : 'bar.failed') : null}
          {phase === 'waiting' && t('bar.waiting')}
        </p>
        <OperationProgress
          label={t('bar.loading')}
          isRunning={phase === 'loading'}
          isEscapeFree
          onCancel={view.at === undefined ? leave : machine.giveUp}
        />
        <IncidentButtons {...{ target, now, stretch, bounds }} onStretch={chooseStretch} />
        <div className={styles.leave}>
          <Button kind="primary" onClick={leave}>
            {t('bar.leave')} <kbd>Esc</kbd>
          </Button>
        </div>
        <div className={styles.more}>
          <Button isExpanded={isMore} onClick={() => showMore(!isMore)}>
            {t('bar.more')}
          </Button>
        </div>
      </div>
    </section>
  )
}

/** What is repeated follows the handles, and ends with the stretch. */
function useRepeated(machine: TimeMachine, stretch: Stretch | undefined): void {
  useEffect(() => {
    if (machine.view().repeated) machine.repeat(stretch)
  }, [machine, stretch])
}

/** Esc leads back to now, unless something nearer takes it: a dialog, a list, a field. */
function useLeaveKey(): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    if (document.querySelector('dialog[open], [role="dialog"], [role="listbox"]')) return
    if (
      event.target instanceof HTMLElement &&
      event.target.matches('textarea, select, input:not([type="range"], [type="radio"])')
    )
      return
    event.preventDefault()
    leave()
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
