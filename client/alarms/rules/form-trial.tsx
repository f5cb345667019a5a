// The trial within the form that writes a rule, and what the last one found, beside the button that publishes.
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Icon } from '../../kit/icons.tsx'
import parts from '../parts.module.css'
import { FormPart } from './form-part.tsx'
import styles from './rule-form.module.css'
import type { RuleNames } from './rule-names.ts'
import { wouldRaiseTheSame } from './same-rule.ts'
import { saysNothing } from './trial-figures.ts'
import { TrialPanel } from './trial-panel.tsx'
import { daysOf } from './trial-period.ts'
import type { Trial } from './trial-run.ts'

type Props = {
  readonly trial: Trial
  readonly rule: Rule | undefined
  readonly published: Rule | undefined
  readonly names: RuleNames
}

export function FormTrial(props: Props) {
  const { t } = useTranslation('alarms')
  return (
    <FormPart title={t('rules.test')}>
      <p className={parts.muted}>{t('rules.trial.about')}</p>
      <TrialPanel {...props} />
    </FormPart>
  )
}

/** What is published untested is published all the same, but nobody does so unawares. */
export function TrialBeside({ trial: { last }, rule }: Pick<Props, 'trial' | 'rule'>) {
  const { t } = useTranslation('alarms')
  const isCurrent = last !== undefined && rule !== undefined && wouldRaiseTheSame(last.rule, rule)
  const isBlind = last !== undefined && saysNothing(last.result)
  if (!last || !isCurrent || isBlind)
    return (
      <p className={styles.beside} data-tested="false">
        <Icon name="info" />{' '}
        {t(!last ? 'rules.trial.beside.untested' : isCurrent ? 'rules.trial.noReadings' : 'rules.trial.beside.changed')}
      </p>
    )
  const { result, before, period } = last
  const words = { days: daysOf(period), number: formatNumber(result.alarms) }
  return (
    <p className={styles.beside} data-tested="true">
      <Icon name="done" />{' '}
      {before
        ? t('rules.trial.beside.testedAgainst', { ...words, now: formatNumber(before.alarms) })
        : t('rules.trial.beside.tested', words)}
    </p>
  )
}
