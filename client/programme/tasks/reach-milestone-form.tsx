// Says on which day a unit reached a milestone of the plan.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldRow } from '../../kit/form.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField, NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import type { MilestoneTable } from './milestone-cells.ts'

type Props = {
  readonly view: ProgrammeView
  readonly table: MilestoneTable
  /** What the form begins with. */
  readonly place: { readonly unit: string; readonly milestone: string }
  readonly onClose: () => void
}

export function ReachMilestoneForm({ view, table, place, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [unit, setUnit] = useState(place.unit)
  const [milestone, setMilestone] = useState(place.milestone)
  const [on, setOn] = useState<string | undefined>(view.day)
  const [note, setNote] = useState('')
  const name = table.units.find(({ id }) => id === unit)?.name ?? unit
  return (
    <CommandForm
      view={view}
      title={t('tasks.reachFor', { unit: name })}
      isDirty={note !== '' || on !== view.day}
      command={() =>
        on === undefined
          ? undefined
          : { command: 'reach-plan-milestone', data: { milestone, unit, on, note: note.trim() === '' ? null : note } }
      }
      incomplete={() => (on === undefined ? { on: t('shell.field.noDay') } : {})}
      onClose={onClose}
    >
      <SelectField
        name="milestone"
        label={t('tasks.milestone')}
        options={table.milestones.map(({ id, title }) => ({ value: id, label: title }))}
        value={milestone}
        onChange={chosen => chosen !== undefined && setMilestone(chosen)}
      />
      <FieldRow>
        <SelectField
          name="unit"
          label={t('tasks.unit')}
          options={table.units.map(({ id, name: label }) => ({ value: id, label }))}
          value={unit}
          onChange={chosen => chosen !== undefined && setUnit(chosen)}
        />
        <DayField name="on" label={t('tasks.reachedOn')} isRequired value={on} max={view.day} onChange={setOn} />
      </FieldRow>
      <NoteField name="note" label={t('tasks.note')} rows={2} value={note} onChange={setNote} />
    </CommandForm>
  )
}
