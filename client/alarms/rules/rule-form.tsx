// Writes a rule: a new one, a copy, or the next version of one that is there. The result of the last trial stands beside the button.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmState, HeldRule } from '../../../shared/alarms/state.ts'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { newKey } from '../../programme/send-command.ts'
import { FormLevels } from './form-levels.tsx'
import { FormName } from './form-name.tsx'
import { FormScope } from './form-scope.tsx'
import { FormSignal } from './form-signal.tsx'
import { FormBasis, FormTexts } from './form-texts.tsx'
import { FormTiming } from './form-timing.tsx'
import { FormTrial, TrialBeside } from './form-trial.tsx'
import { PublishFrame } from './publish-frame.tsx'
import { usePublishing } from './publish-rule.ts'
import { draftOfRule, newRuleDraft, type RuleDraft } from './rule-draft.ts'
import type { RuleNames } from './rule-names.ts'
import { missingOfRule, ruleOf } from './rule-of-draft.ts'
import { rebaseDraft } from './rule-rebase.ts'
import { useTrial } from './trial-run.ts'

type RuleFormStart = { readonly kind: 'new' } | { readonly kind: 'edit' | 'copy'; readonly held: HeldRule }

type Props = {
  readonly state: AlarmState
  readonly names: RuleNames
  readonly start: RuleFormStart
  readonly onClose: () => void
}
/** What each part of the form is given. */
export type FormPartProps = {
  readonly draft: RuleDraft
  readonly onChange: (change: Partial<RuleDraft>) => void
  readonly names: RuleNames
}

export function RuleForm({ state, names, start: given, onClose }: Props) {
  const { t } = useTranslation('alarms')
  // What the form opened on stays, whatever is published meanwhile.
  const [start] = useState(given)
  const held = start.kind === 'edit' ? start.held : undefined
  const [base, setBase] = useState((): RuleDraft => {
    if (start.kind === 'new') return newRuleDraft(newKey)
    const draft = draftOfRule(start.held.rule, newKey)
    // A copy is another rule: it gets its own id, and is switched on for itself.
    return start.kind === 'copy' ? { ...draft, id: '', isOn: false } : draft
  })
  const [draft, setDraft] = useState(base)
  const [reason, setReason] = useState('')
  const trial = useTrial()
  const publishing = usePublishing(held, state, onClose)
  const change = (part: Partial<RuleDraft>) => setDraft(before => ({ ...before, ...part }))
  const continueOn = (newest: HeldRule) => {
    const theirs = draftOfRule(newest.rule, newKey)
    setDraft(mine => rebaseDraft(base, mine, theirs))
    setBase(theirs)
  }
  const rule = ruleOf(draft)
  const missing: FieldErrors = Object.fromEntries(
    missingOfRule(draft).map(({ field, what }) => [field, t(`rules.form.missing.${what}`)]),
  )
  const part: FormPartProps = { draft, onChange: change, names }
  const others = [...state.rules.values()].map(other => other.rule).filter(({ id }) => id !== held?.rule.id)
  return (
    <PublishFrame
      title={held ? t('rules.form.title.edit', { name: held.rule.name[names.language] }) : t('rules.form.title.new')}
      about={t('rules.form.about')}
      submitWords={t('rules.form.publish')}
      width="wide"
      publishing={publishing}
      held={held}
      rule={rule}
      missing={missing}
      reason={reason}
      onReason={setReason}
      isDirty={draft !== base || reason !== ''}
      onContinue={continueOn}
      beside={<TrialBeside trial={trial} rule={rule} />}
      onClose={onClose}
    >
      <FormName {...part} isIdFixed={held !== undefined} />
      <FormSignal {...part} />
      <FormLevels {...part} />
      <FormTiming {...part} />
      <FormScope {...part} others={others} />
      <FormTexts {...part} />
      <FormBasis {...part} />
      <FormTrial trial={trial} rule={rule} published={held?.rule} names={names} />
    </PublishFrame>
  )
}
