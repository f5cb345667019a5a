// Carries results over from one set to another, for the indicators that kept their target; each can be left out.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import { indicatorsOf } from '../../../shared/programme/criteria.ts'
import type { SetState } from '../../../shared/programme/state.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import styles from './criteria.module.css'

type Pair = { readonly from: string; readonly to: string }
type Props = {
  readonly view: ProgrammeView
  readonly before: SetState
  readonly after: SetState
  readonly pairs: readonly Pair[]
  readonly onClose: () => void
}

export function CarryForm({ view, before, after, pairs, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const titles = new Map(indicatorsOf(after).map(({ indicator }) => [indicator.id, indicator.title]))
  const chosen = pairs.filter(({ to }) => !leftOut.has(to))
  const choose = (to: string, isChosen: boolean) => {
    const next = new Set(leftOut)
    if (isChosen) next.delete(to)
    else next.add(to)
    setLeftOut(next)
  }
  const command = (): Command | undefined =>
    chosen.length === 0
      ? undefined
      : {
          command: 'carry-over-results',
          data: { from: before.id, to: after.id, pairs: chosen, reason: reason.trim() === '' ? null : reason.trim() },
        }
  return (
    <CommandForm
      view={view}
      title={t('criteria.carryTitle', { title: after.title })}
      description={t('criteria.carryCount', { number: pairs.length })}
      width="wide"
      command={command}
      incomplete={() => (chosen.length === 0 ? { pairs: t('criteria.carryMissing') } : {})}
      isDirty={leftOut.size > 0 || reason !== ''}
      submitWords={t('criteria.carrySend')}
      onClose={onClose}
    >
      <fieldset className={styles.picks}>
        <legend>{t('criteria.carryPick')}</legend>
        {pairs.map(({ from, to }) => (
          <CheckboxField
            key={to}
            name={`pair-${to}`}
            label={`${from === to ? to : `${from} → ${to}`} ${titles.get(to) ?? ''}`}
            isChecked={!leftOut.has(to)}
            onChange={isChosen => choose(to, isChosen)}
          />
        ))}
      </fieldset>
      <NoteField name="reason" label={t('criteria.carryReason')} rows={2} value={reason} onChange={setReason} />
    </CommandForm>
  )
}
