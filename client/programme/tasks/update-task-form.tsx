// Says how a task goes: status, progress, what was done, files. Under a minute.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskStatus } from '../../../shared/programme/facts.ts'
import { yearOf } from '../../../shared/programme/working-calendar.ts'
import { FieldRow } from '../../kit/form.tsx'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { PercentField } from '../../kit/percent-field.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { EntryText } from '../entry-text.tsx'
import { EvidenceField, useEvidence } from '../evidence-field.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import type { TaskRow } from './task-rows.ts'
import { countedYears, progressAfter, statusesOf } from './task-statuses.ts'

type Props = { readonly view: ProgrammeView; readonly row: TaskRow; readonly onClose: () => void }

export function UpdateTaskForm({ view, row, onClose }: Props) {
  const { t } = useTranslation('programme')
  const { task, deadline, state, dueOn } = row.standing
  const statuses = statusesOf(view, task.id)
  const years = countedYears(deadline, yearOf(view.state.plan?.validFrom ?? view.day), yearOf(view.day))
  const before = state.latest
  const [status, setStatus] = useState<TaskStatus | undefined>(statuses.find(one => one === before?.status))
  const [progress, setProgress] = useState<number | undefined>(before?.progress ?? undefined)
  const [text, setText] = useState('')
  const [year, setYear] = useState(years && String(dueOn === null ? yearOf(view.day) : yearOf(dueOn)))
  const evidence = useEvidence()
  const choose = (chosen: TaskStatus) => {
    setStatus(chosen)
    setProgress(progressAfter(chosen, progress))
  }
  const incomplete = (): FieldErrors => ({
    ...(status === undefined ? { status: t('tasks.chooseStatus') } : {}),
    ...(evidence.isUnfinished ? { files: t('tasks.filesUnfinished') } : {}),
  })
  return (
    <CommandForm
      view={view}
      title={t('tasks.updateFor', { id: task.id })}
      description={task.title}
      isDirty={text !== '' || evidence.items.length > 0 || status !== before?.status}
      command={() =>
        status && {
          command: 'update-task',
          data: {
            task: task.id,
            status,
            progress: progress ?? null,
            text,
            files: evidence.files,
            year: year === undefined ? null : Number(year),
          },
        }
      }
      incomplete={incomplete}
      onClose={onClose}
    >
      <RadioGroup
        name="status"
        label={t('tasks.status')}
        isRequired
        options={statuses.map(value => ({ value, label: t(`term.taskStatus.${value}`) }))}
        value={status}
        onChange={choose}
      />
      <FieldRow>
        <PercentField
          name="progress"
          label={t('tasks.progress')}
          note={t('shell.optional')}
          value={progress}
          onChange={setProgress}
          words={{
            notUnderstood: t('shell.field.noNumber'),
            none: t('tasks.noProgress'),
            clear: t('tasks.clearProgress'),
          }}
        />
        {years && (
          <SelectField
            name="year"
            label={t('tasks.year')}
            options={years.map(one => ({ value: String(one), label: String(one) }))}
            value={year}
            onChange={setYear}
          />
        )}
      </FieldRow>
      <EntryText name="text" label={t('tasks.done')} isRequired value={text} onChange={setText} />
      <EvidenceField name="files" label={t('tasks.files')} evidence={evidence} />
    </CommandForm>
  )
}
