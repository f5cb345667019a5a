// The bar below a page of the past: where on the track one is, playing and its speed, an instant by hand, and the way back to now.
import './words/vocabulary.ts'
import '../desk/words/vocabulary.ts'
import '../programme/words/vocabulary.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/me.ts'
import { navigate, useParameters, withParameters } from '../app/address.ts'
import { formatNumber } from '../design/number-format.ts'
import { Button } from '../kit/button.tsx'
import { SelectField } from '../kit/select-field.tsx'
import { ToastProvider } from '../kit/toast-region.tsx'
import { OperationProgress } from '../operation/operation-progress.tsx'
import { rangeOfIncident } from './incident-captions.ts'
import { IncidentForm } from './incident-forms.tsx'
import { IncidentStrip } from './incident-strip.tsx'
import { IncidentsDialog } from './incidents-dialog.tsx'
import { useIncident, useIncidents } from './incidents-query.ts'
import { MomentField } from './moment-field.tsx'
import styles from './time-bar.module.css'
import { useTimeView } from './time-hooks.ts'
import type { TimeMachine } from './time-machine.ts'
import { TimeSlider } from './time-slider.tsx'
import { useTrackMarks } from './track-marks.ts'
import { RANGES, type RangeName, rangeOf, widened, widenedTo } from './track-range.ts'
import { SPEEDS } from './virtual-clock.ts'

const STEP_MS = 60_000
/** A new incident begins as what lies around the instant. */
const AROUND_MS = 30 * 60_000
const leave = () => navigate(withParameters({ at: undefined, incident: undefined }))

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
  const shown = now === undefined ? chosen : widened(chosen, target, now)
  const incident = useIncident()
  const wanted = now === undefined ? undefined : incident ? rangeOfIncident(incident, now) : rangeOf(shown, now, target)
  const marks = useTrackMarks(!incident && shown === 'all' ? { ...wanted, from: undefined } : wanted)
  const range =
    incident && wanted ? widenedTo(wanted, target) : rangeOf(shown, now ?? target + 1, marks?.first ?? target)
  useLeaveKey()
  return (
    <section className={styles.bar} data-past-part="bar" aria-label={t('bar.label')} data-testid="time-bar">
      {incident && <IncidentStrip incident={incident} at={target} />}
      <TimeSlider incident={incident} machine={machine} range={range} marks={marks} />
      <div className={styles.controls}>
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
        <IncidentButtons target={target} now={now} />
        <div className={styles.leave}>
          <Button kind="primary" onClick={leave}>
            {t('bar.leave')} <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
    </section>
  )
}

function IncidentButtons({ target, now }: { readonly target: number; readonly now: number | undefined }) {
  const { t } = useTranslation('time')
  const may = useMay()
  const incidents = useIncidents()
  const village = useParameters().get('village') ?? undefined
  const [open, setOpen] = useState<'list' | 'save'>()
  const close = () => setOpen(undefined)
  if (!incidents) return null
  return (
    <div className={styles.incidents}>
      <Button onClick={() => setOpen('list')}>{t('incident.count', { number: incidents.size })}</Button>
      {may({ kind: 'desk', command: 'save-incident' }) && (
        <Button icon="bookmark" onClick={() => setOpen('save')}>
          {t('incident.save')}
        </Button>
      )}
      {open === 'list' && <IncidentsDialog incidents={incidents} onClose={close} />}
      {open === 'save' && (
        <IncidentForm
          incident={undefined}
          span={{ from: target - AROUND_MS, to: Math.min(target + AROUND_MS, now ?? target) }}
          village={village}
          onClose={close}
        />
      )}
    </div>
  )
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
