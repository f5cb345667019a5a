// Books what was disbursed or settled, or takes back what was booked wrongly.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import { LIMITS } from '../../../shared/programme/decide-limits.ts'
import { BOOKED_AMOUNTS } from '../../../shared/programme/facts.ts'
import { formatNumber } from '../../design/number-format.ts'
import { FieldRow } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { AmountField, DayField, NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { type BookDraft, bookingOf, knownAt, missingOfBooking, type PlaceDraft } from './entry-draft.ts'
import styles from './funding.module.css'
import { PlaceFields, useMissingWords } from './place-fields.tsx'

type Props = { readonly view: ProgrammeView; readonly place: PlaceDraft; readonly onClose: () => void }

export function BookForm({ view, place, onClose }: Props) {
  const { t } = useTranslation('programme')
  const missingWords = useMissingWords()
  const [start] = useState(
    (): BookDraft => ({
      ...place,
      kind: 'disbursed',
      isCorrection: false,
      amount: undefined,
      on: view.day,
      document: '',
      note: '',
    }),
  )
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<BookDraft>) => setDraft(held => ({ ...held, ...part }))
  const data = bookingOf(draft)
  const command = (): Command | undefined => data && { command: 'book-funding', data }
  const held = knownAt(view.state, draft)
  const Remark = draft.isCorrection ? TextArea : NoteField
  return (
    <CommandForm
      view={view}
      title={t('funding.form.book')}
      command={command}
      incomplete={() => missingWords(missingOfBooking(draft))}
      isDirty={draft !== start}
      onClose={onClose}
    >
      <FieldRow>
        <RadioGroup
          name="kind"
          label={t('funding.form.kind')}
          options={BOOKED_AMOUNTS.map(value => ({ value, label: t(`term.amount.${value}`) }))}
          value={draft.kind}
          onChange={kind => change({ kind })}
        />
        <RadioGroup
          name="direction"
          label={t('funding.form.direction')}
          options={[
            { value: 'add', label: t('funding.form.add') },
            { value: 'correct', label: t('funding.form.correct') },
          ]}
          value={draft.isCorrection ? 'correct' : 'add'}
          onChange={chosen => change({ isCorrection: chosen === 'correct' })}
        />
      </FieldRow>
      <PlaceFields state={view.state} place={draft} onChange={change} />
      <FieldRow>
        <AmountField
          name="amount"
          label={t('funding.form.amount')}
          hint={t('funding.form.amountHint')}
          isRequired
          value={draft.amount}
          onChange={amount => change({ amount })}
        />
        <DayField
          name="on"
          label={t('funding.form.on')}
          isRequired
          max={view.day}
          value={draft.on}
          onChange={on => change({ on })}
        />
      </FieldRow>
      {held && data && (
        <p className={styles.known} role="status">
          {t('funding.form.after', {
            kind: t(`term.amount.${draft.kind}`),
            amount: formatNumber((held[draft.kind] ?? 0) + data.amount),
          })}
        </p>
      )}
      <TextField
        name="document"
        label={t('funding.form.document')}
        note={t('shell.optional')}
        maxLength={LIMITS.document.max}
        value={draft.document}
        onChange={document => change({ document })}
      />
      <Remark
        name="note"
        label={t('funding.form.remark')}
        hint={t('funding.form.noteNeeded')}
        isRequired={draft.isCorrection}
        rows={2}
        value={draft.note}
        onChange={note => change({ note })}
      />
    </CommandForm>
  )
}
