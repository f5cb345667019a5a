// Enters a record or says anew how it stands.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import { LIMITS } from '../../../shared/programme/decide-limits.ts'
import { RECORD_STATES, type RecordKind, type RecordState } from '../../../shared/programme/facts.ts'
import type { RecordItem } from '../../../shared/programme/state.ts'
import { FieldRow } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField, NoteField } from '../fields.tsx'
import { textOrNull } from '../funding/entry-draft.ts'
import { villageOptions } from '../funding/funding-names.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { newKey } from '../send-command.ts'
import { unitOptions } from '../unit-options.ts'

type Props = {
  readonly view: ProgrammeView
  readonly kind: RecordKind
  /** Undefined = a new one. */
  readonly held: RecordItem | undefined
  readonly onClose: () => void
}
type Draft = {
  readonly title: string
  readonly owner: string | undefined
  readonly state: RecordState
  readonly on: string | undefined
  readonly village: string | undefined
  readonly note: string
}

const draftOf = (held: RecordItem | undefined): Draft => ({
  title: held?.title ?? '',
  owner: held?.owner,
  state: held?.state ?? 'planned',
  on: held?.on ?? undefined,
  village: held?.village ?? undefined,
  note: held?.note ?? '',
})

export function RecordForm({ view, kind, held, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [record] = useState(() => held?.id ?? newKey())
  const [start] = useState(() => draftOf(held))
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }))
  const { title, owner, state, on, village, note } = draft
  const command = (): Command | undefined =>
    owner === undefined
      ? undefined
      : {
          command: 'set-record',
          data: {
            record,
            kind: held?.kind ?? kind,
            title: title.trim(),
            owner,
            state,
            on: on ?? null,
            village: village ?? null,
            note: textOrNull(note),
          },
        }
  const owners = unitOptions(view)
  // An old record may keep an owner that ended.
  const ended =
    start.owner !== undefined && !owners.some(({ value }) => value === start.owner) ? start.owner : undefined
  return (
    <CommandForm
      view={view}
      title={
        held
          ? t('records.form.edit', { title: held.title })
          : t('records.form.new', { kind: t(`term.recordKind.${kind}`) })
      }
      command={command}
      incomplete={(): Readonly<Record<string, string>> =>
        owner === undefined ? { owner: t('records.form.ownerMissing') } : {}
      }
      isDirty={draft !== start}
      onClose={onClose}
    >
      <TextField
        name="title"
        label={t('records.form.title')}
        isRequired
        maxLength={LIMITS.title.max}
        value={title}
        onChange={text => change({ title: text })}
      />
      <RadioGroup
        name="state"
        label={t('records.state')}
        options={RECORD_STATES.map(value => ({ value, label: t(`term.recordState.${value}`) }))}
        value={state}
        onChange={chosen => change({ state: chosen })}
      />
      <FieldRow>
        <SelectField
          name="owner"
          label={t('records.form.owner')}
          isRequired
          options={
            ended === undefined
              ? owners
              : [
                  { value: ended, label: t('records.form.endedOwner', { unit: view.units.get(ended)?.name ?? ended }) },
                  ...owners,
                ]
          }
          noneWords={t('records.form.chooseOwner')}
          value={owner}
          onChange={chosen => change({ owner: chosen })}
        />
        <DayField
          name="on"
          label={t('records.form.on')}
          hint={t('records.form.onHint')}
          {...(state === 'done' ? { isRequired: true, max: view.day } : { note: t('shell.optional') })}
          value={on}
          onChange={chosen => change({ on: chosen })}
        />
        <SelectField
          name="village"
          label={t('records.village')}
          options={villageOptions(view.state)}
          noneWords={t('records.province')}
          value={village}
          onChange={chosen => change({ village: chosen })}
        />
      </FieldRow>
      <NoteField
        name="note"
        label={t('records.form.note')}
        rows={3}
        value={note}
        onChange={text => change({ note: text })}
      />
    </CommandForm>
  )
}
