// Enters what is needed or what was allocated; the new figure takes the place of the one before.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import { PLANNED_AMOUNTS } from '../../../shared/programme/facts.ts'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { CommandForm } from '../command-form.tsx'
import { AmountField, NoteField } from '../fields.tsx'
import { moneyWords } from '../money-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { knownAt, missingOfPlan, type PlaceDraft, type PlanDraft, planOf } from './entry-draft.ts'
import styles from './funding.module.css'
import { PlaceFields, useMissingWords } from './place-fields.tsx'

type Props = { readonly view: ProgrammeView; readonly place: PlaceDraft; readonly onClose: () => void }

export function PlanForm({ view, place, onClose }: Props) {
  const { t } = useTranslation('programme')
  const missingWords = useMissingWords()
  const [start] = useState((): PlanDraft => ({ ...place, kind: 'allocated', amount: undefined, note: '' }))
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<PlanDraft>) => setDraft(held => ({ ...held, ...part }))
  const command = (): Command | undefined => {
    const data = planOf(draft)
    return data && { command: 'plan-funding', data }
  }
  const before = knownAt(view.state, draft)?.[draft.kind]
  return (
    <CommandForm
      view={view}
      title={t('funding.form.plan')}
      command={command}
      incomplete={() => missingWords(missingOfPlan(draft))}
      isDirty={draft !== start}
      onClose={onClose}
    >
      <RadioGroup
        name="kind"
        label={t('funding.form.kind')}
        options={PLANNED_AMOUNTS.map(value => ({ value, label: t(`term.amount.${value}`) }))}
        value={draft.kind}
        onChange={kind => change({ kind })}
      />
      <PlaceFields state={view.state} place={draft} onChange={change} />
      <AmountField
        name="amount"
        label={t('funding.form.amount')}
        hint={t('funding.form.amountHint')}
        isRequired
        value={draft.amount}
        onChange={amount => change({ amount })}
      />
      {before !== null && before !== undefined && (
        <p className={styles.known}>
          {t('funding.form.replaces', { kind: t(`term.amount.${draft.kind}`), before: moneyWords(t, before) })}
        </p>
      )}
      <NoteField
        name="note"
        label={t('funding.form.remark')}
        hint={t('funding.form.noteNeeded')}
        rows={2}
        value={draft.note}
        onChange={note => change({ note })}
      />
    </CommandForm>
  )
}
