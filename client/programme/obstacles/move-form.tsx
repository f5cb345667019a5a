// One step of an obstacle: assigned, answered, escalated, resolved, or raised again.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import type { ObstacleItem } from '../../../shared/programme/state.ts'
import { FieldRow } from '../../kit/form.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField, NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { unitOptions } from '../unit-options.ts'
import { type Move, namesWho } from './obstacle-rows.ts'

type Props = {
  readonly view: ProgrammeView
  readonly item: ObstacleItem
  readonly to: Move
  readonly onClose: () => void
}
type Draft = { readonly responsible: string | undefined; readonly text: string; readonly dueOn: string | undefined }

export function MoveForm({ view, item, to, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [start] = useState((): Draft => ({ responsible: undefined, text: '', dueOn: undefined }))
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<Draft>) => setDraft(held => ({ ...held, ...part }))
  const isHandedOn = namesWho(to)
  const command = (): Command => ({
    command: 'move-obstacle',
    data: {
      obstacle: item.id,
      to,
      responsible: isHandedOn ? (draft.responsible ?? null) : null,
      text: draft.text.trim(),
      dueOn: isHandedOn ? (draft.dueOn ?? null) : null,
    },
  })
  const Words = isHandedOn ? NoteField : TextArea
  return (
    <CommandForm
      view={view}
      title={t(`obstacles.move.${to}`)}
      description={t('obstacles.form.about', { title: item.title })}
      command={command}
      isDirty={draft !== start}
      onClose={onClose}
    >
      {isHandedOn && (
        <FieldRow>
          <SelectField
            name="responsible"
            label={t('obstacles.form.responsible')}
            isRequired
            options={unitOptions(view)}
            noneWords={t('obstacles.form.chooseUnit')}
            value={draft.responsible}
            onChange={responsible => change({ responsible })}
          />
          <DayField
            name="dueOn"
            label={t('obstacles.form.due')}
            note={t('shell.optional')}
            min={view.day}
            value={draft.dueOn}
            onChange={dueOn => change({ dueOn })}
          />
        </FieldRow>
      )}
      <Words
        name="text"
        label={t(`obstacles.form.moveText.${to}`)}
        isRequired={!isHandedOn}
        value={draft.text}
        onChange={text => change({ text })}
      />
    </CommandForm>
  )
}
