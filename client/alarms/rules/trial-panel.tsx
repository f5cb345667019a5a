// Chooses a period, runs the trial, shows how far it is and what it found. Stands in a dialog and in the form that writes a rule.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { OperationProgress } from '../../operation/operation-progress.tsx'
import { DayField } from '../../programme/fields.tsx'
import parts from '../parts.module.css'
import type { RuleNames } from './rule-names.ts'
import styles from './trial.module.css'
import { MAX_TRIAL_DAYS, TRIAL_DAYS, type TrialChoice, trialPeriod } from './trial-period.ts'
import { TrialResult } from './trial-result.tsx'
import type { Trial } from './trial-run.ts'

type Props = {
  readonly trial: Trial
  /** Undefined while it isn't complete. */
  readonly rule: Rule | undefined
  /** The version in use, to compare with. */
  readonly published: Rule | undefined
  readonly names: RuleNames
}

export function TrialPanel({ trial, rule, published, names }: Props) {
  const { t } = useTranslation('alarms')
  const { serverNow } = useMoment()
  const [choice, setChoice] = useState<TrialChoice>({ kind: '30', from: undefined, to: undefined })
  const { state, last } = trial
  const isOfProgramme = rule?.signal.kind === 'programme'
  const isRunning = state.kind === 'running'
  const period = serverNow === undefined ? undefined : trialPeriod(choice, serverNow)
  const isBadPeriod =
    serverNow !== undefined && choice.kind === 'own' && choice.from !== undefined && choice.to !== undefined && !period
  if (isOfProgramme) return <Notice kind="info" title={t('rules.trial.programme')} />
  return (
    <div className={styles.panel}>
      <RadioGroup
        name="trial.period"
        label={t('rules.trial.period')}
        options={[
          ...TRIAL_DAYS.map(days => ({
            value: String(days) as TrialChoice['kind'],
            label: t('rules.trial.days', { days }),
          })),
          { value: 'own' as const, label: t('rules.trial.own') },
        ]}
        value={choice.kind}
        onChange={kind => setChoice(before => ({ ...before, kind }))}
      />
      {choice.kind === 'own' && (
        <div className={styles.days}>
          <DayField
            name="trial.from"
            label={t('rules.trial.from')}
            value={choice.from}
            onChange={from => setChoice(before => ({ ...before, from }))}
          />
          <DayField
            name="trial.to"
            label={t('rules.trial.to')}
            {...(isBadPeriod ? { error: t('rules.trial.badPeriod', { days: MAX_TRIAL_DAYS }) } : {})}
            value={choice.to}
            onChange={to => setChoice(before => ({ ...before, to }))}
          />
        </div>
      )}
      <div className={styles.run}>
        <Button
          icon="history"
          isBusy={isRunning}
          isDisabled={!rule || !period}
          onClick={() => {
            if (rule && period) trial.run(rule, published, period)
          }}
        >
          {t(last ? 'rules.trial.again' : 'rules.trial.run')}
        </Button>
        <OperationProgress
          label={t('rules.trial.running', {
            step: t(`rules.trial.step.${isRunning ? state.step : 'candidate'}`),
          })}
          isRunning={isRunning}
          onCancel={trial.cancel}
        />
        {!rule && <p className={parts.muted}>{t('rules.trial.beside.incomplete')}</p>}
        {state.kind === 'cancelled' && (
          <p className={parts.muted} role="status">
            {t('rules.trial.cancelled')}
          </p>
        )}
      </div>
      {state.kind === 'failed' && (
        <Notice
          kind="error"
          title={t('rules.trial.failed', { why: state.why?.[names.language] ?? t('rules.trial.noAnswer') })}
        />
      )}
      {last && <TrialResult outcome={last} isNew={published === undefined} names={names} />}
    </div>
  )
}
