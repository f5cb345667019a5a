// Recognition, dossier and forecast of a village as a sign with its words. Pure.
import type { TFunction } from 'i18next'
import type { DossierClock } from '../../../shared/programme/dossier.ts'
import type { DossierStage, Recognition } from '../../../shared/programme/facts.ts'
import type { Forecast } from '../../../shared/programme/forecast.ts'
import type { RecognitionStanding } from '../../../shared/programme/recognition-progress.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import type { ProgrammeState as Sign } from '../../kit/state-shapes.ts'

type Words = TFunction<'programme'>
export type Marked = { readonly sign: Sign; readonly word: string; readonly detail: string | undefined }

/** With the day and what that day is, and how sure it is where somebody recorded that. */
export function recognitionMark(
  t: Words,
  standing: RecognitionStanding,
  recorded: Pick<Recognition, 'confidence'> | null,
): Marked {
  switch (standing.kind) {
    case 'recognised': {
      const on = t(`villages.recognisedOn.${standing.basis}`, { day: formatIsoDate(standing.on) })
      const isRecorded = standing.basis !== 'dossier' && recorded !== null
      const sure = isRecorded ? `, ${t(`term.confidence.${recorded.confidence}`)}` : ''
      return { sign: 'done', word: t('term.recognition.recognised'), detail: on + sure }
    }
    case 'withdrawn':
      return { sign: 'overdue', word: t('term.recognition.withdrawn'), detail: undefined }
    case 'unknown':
      return { sign: 'unknown', word: t('term.recognition.unknown'), detail: undefined }
    default:
      return standing satisfies never
  }
}

const STAGE_SIGNS: Readonly<Record<DossierStage, Sign>> = {
  open: 'on-track',
  submitted: 'on-track',
  returned: 'paused',
  complete: 'on-track',
  appraised: 'on-track',
  consolidated: 'on-track',
  recognised: 'done',
  refused: 'late',
  withdrawn: 'paused',
}

export const stageSign = (stage: DossierStage): Sign => STAGE_SIGNS[stage]

export function dossierMark(
  t: Words,
  stage: DossierStage | null,
  clock: DossierClock | null,
  workingDays: number,
): Marked {
  if (stage === null) return { sign: 'waiting', word: t('term.stage.none'), detail: undefined }
  const isRunningLate = clock?.isLate === true && clock.phase !== 'finished'
  const detail = clock ? clockWords(t, clock, workingDays) : undefined
  return { sign: isRunningLate ? 'overdue' : STAGE_SIGNS[stage], word: t(`term.stage.${stage}`), detail }
}

/** "ngày 8/10, hạn 02/12/2026"; undefined before the clock begins. */
export function clockWords(t: Words, clock: DossierClock, workingDays: number): string | undefined {
  const { usedDays, dueOn, isLate, isCertain } = clock
  const counted = { used: usedDays, all: workingDays, over: Math.max(0, usedDays - workingDays) }
  const doubt = isCertain ? '' : `, ${t('villages.clock.uncertain')}`
  switch (clock.phase) {
    case 'not-started':
      return undefined
    case 'running':
      if (isLate) return t('villages.clock.late', counted) + doubt
      return t('villages.clock.running', { ...counted, day: dueOn === null ? '' : formatIsoDate(dueOn) }) + doubt
    case 'paused':
      return t('villages.clock.paused', counted) + doubt
    case 'finished':
      return t(isLate ? 'villages.clock.finishedLate' : 'villages.clock.finished', counted) + doubt
    default:
      return clock.phase satisfies never
  }
}

/** Undefined when the village is recognised already: nothing is left to be forecast. */
export function forecastWords(t: Words, forecast: Forecast): string | undefined {
  switch (forecast.kind) {
    case 'recognised':
      return undefined
    case 'no-basis':
      return t('villages.forecast.noBasis')
    case 'expected':
      return t(forecast.isCertain ? 'villages.forecast.earliest' : 'villages.forecast.uncertain', {
        day: formatIsoDate(forecast.on),
      })
    default:
      return forecast satisfies never
  }
}
