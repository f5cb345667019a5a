// Sets a deadline in place of the plan's, whose words stay beside it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField, FigureField, NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { DEADLINE_KINDS, type DeadlineEntry, deadlineFrom, entryOf, missingParts, yearsFor } from './deadline-entry.ts'
import type { TaskRow } from './task-rows.ts'

type Props = { readonly view: ProgrammeView; readonly row: TaskRow; readonly onClose: () => void }
type Change = (part: Partial<DeadlineEntry>) => void

export function SetDeadlineForm({ view, row, onClose }: Props) {
  const { t } = useTranslation('programme')
  const { task, deadline: before } = row.standing
  const [first] = useState(() => entryOf(before, view.day))
  const [entry, setEntry] = useState(first)
  const [reason, setReason] = useState('')
  const change: Change = part => setEntry({ ...entry, ...part })
  const deadline = deadlineFrom(entry)
  return (
    <CommandForm
      view={view}
      title={t('tasks.setDeadlineFor', { id: task.id })}
      description={t('tasks.setDeadlineNote')}
      isDirty={reason !== '' || entry !== first}
      command={() =>
        deadline && {
          command: 'set-task-deadline',
          data: { task: task.id, deadline, reason: reason.trim() === '' ? null : reason },
        }
      }
      incomplete={() => Object.fromEntries(missingParts(entry).map(part => [part, t('tasks.deadlineMissing')]))}
      onClose={onClose}
    >
      <SelectField
        name="kind"
        label={t('tasks.kind')}
        options={DEADLINE_KINDS.map(kind => ({ value: kind, label: t(`tasks.deadlineKind.${kind}`) }))}
        value={entry.kind}
        onChange={kind => kind && change({ kind })}
      />
      <DeadlineParts entry={entry} years={yearsFor(first, view.day)} change={change} />
      <NoteField name="reason" label={t('tasks.reason1')} rows={2} value={reason} onChange={setReason} />
    </CommandForm>
  )
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const QUARTERS = [1, 2, 3, 4] as const

type PartsProps = {
  readonly entry: DeadlineEntry
  /** That a month or a quarter may lie in. */
  readonly years: readonly number[]
  readonly change: Change
}

function DeadlineParts({ entry, years, change }: PartsProps) {
  const { t } = useTranslation('programme')
  const year = (
    <SelectField
      name="deadline.year"
      label={t('tasks.deadlineYear')}
      options={years.map(one => ({ value: String(one), label: String(one) }))}
      value={entry.year === undefined ? undefined : String(entry.year)}
      onChange={chosen => change({ year: chosen === undefined ? undefined : Number(chosen) })}
    />
  )
  const thenOngoing = (
    <CheckboxField
      name="deadline.thenOngoing"
      label={t('tasks.thenOngoing')}
      isChecked={entry.thenOngoing}
      onChange={isOngoing => change({ thenOngoing: isOngoing })}
    />
  )
  switch (entry.kind) {
    case 'day':
      return <DayField name="deadline.day" label={t('tasks.day')} value={entry.day} onChange={day => change({ day })} />
    case 'month':
      return (
        <>
          <FieldRow>
            <SelectField
              name="deadline.month"
              label={t('tasks.month')}
              noneWords="–"
              options={MONTHS.map(month => ({ value: String(month), label: String(month) }))}
              value={entry.month === undefined ? undefined : String(entry.month)}
              onChange={month => change({ month: month === undefined ? undefined : Number(month) })}
            />
            {year}
          </FieldRow>
          {thenOngoing}
        </>
      )
    case 'quarter':
      return (
        <>
          <FieldRow>
            <SelectField
              name="deadline.quarter"
              label={t('tasks.quarter')}
              noneWords="–"
              options={QUARTERS.map(quarter => ({ value: String(quarter), label: t(`term.span.Q${quarter}`) }))}
              value={entry.quarter === undefined ? undefined : String(entry.quarter)}
              onChange={chosen => change({ quarter: QUARTERS.find(one => String(one) === chosen) })}
            />
            {year}
          </FieldRow>
          {thenOngoing}
        </>
      )
    case 'working-days':
      return (
        <FigureField
          name="deadline.days"
          label={t('tasks.workingDays')}
          isWhole
          value={entry.days}
          onChange={days => change({ days })}
        />
      )
    case 'yearly':
    case 'periodic':
    case 'ongoing':
    case 'on-request':
    case 'by-plan':
      return null
    default:
      return entry.kind satisfies never
  }
}
