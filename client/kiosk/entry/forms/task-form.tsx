// How a task goes: state, per cent, a few words, pictures. As evidence only, its state stays what it was.
import { useState } from 'react'
import type { TaskChoice } from '../../../../shared/entry/choices.ts'
import type { TaskStatus } from '../../../../shared/programme/facts.ts'
import { formatIsoDate } from '../../../design/time-format.ts'
import type { FieldErrors } from '../../../kit/form-errors.ts'
import { PercentField } from '../../../kit/percent-field.tsx'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { progressAfter } from '../../../programme/tasks/task-statuses.ts'
import { typedData } from '../edited-entry.ts'
import { useEntryWords } from '../entry-hooks.ts'
import { PhotographField } from '../photograph-field.tsx'
import type { ReducedPhotograph } from '../reduce-photograph.ts'
import { EntryForm, type EntryFormProps } from './entry-form.tsx'

type Props = EntryFormProps & { readonly task: TaskChoice; readonly day: string }

export function TaskForm({ task, day, ...rest }: Props) {
  const { t } = useEntryWords()
  const isEvidence = rest.deed === 'evidence'
  const typed = typedData(rest.edited, 'update-task')
  const [status, setStatus] = useState<TaskStatus | undefined>(
    task.statuses.find(one => one === (typed?.status ?? task.status)),
  )
  const [progress, setProgress] = useState<number | undefined>((typed ?? task).progress ?? undefined)
  const [text, setText] = useState(typed?.text ?? '')
  const yearBefore = typed ? String(typed.year) : (task.dueOn ?? day).slice(0, 4)
  const [year, setYear] = useState(task.years?.map(String).find(one => one === yearBefore))
  const [photographs, setPhotographs] = useState<readonly ReducedPhotograph[]>(rest.edited?.photographs ?? [])
  const choose = (chosen: TaskStatus) => {
    setStatus(chosen)
    setProgress(progressAfter(chosen, progress))
  }
  const check = (): FieldErrors => ({
    ...(status === undefined ? { status: t('form.missingStatus') } : {}),
    ...(text.trim() === '' ? { text: t('form.missingText') } : {}),
    ...(isEvidence && photographs.length === 0 ? { files: t('form.missingPhotograph') } : {}),
  })
  return (
    <EntryForm
      {...rest}
      title={`${t(`deed.${rest.deed}`)} ${task.id}`}
      description={
        <p>
          {task.title}
          {task.dueOn !== null && ` · ${t('due', { date: formatIsoDate(task.dueOn) })}`}
        </p>
      }
      about={`${task.id} ${task.title}`}
      version={task.version}
      photographs={photographs}
      check={check}
      make={() =>
        status && {
          command: 'update-task',
          data: {
            task: task.id,
            status,
            progress: progress ?? null,
            text: text.trim(),
            files: [],
            year: year === undefined ? null : Number(year),
          },
        }
      }
    >
      {(!isEvidence || task.status === null) && (
        <RadioGroup
          name="status"
          label={t('form.status')}
          isRequired
          options={task.statuses.map(value => ({ value, label: t(`term.taskStatus.${value}`) }))}
          value={status}
          onChange={choose}
        />
      )}
      {!isEvidence && (
        <PercentField
          name="progress"
          label={t('form.progress')}
          note={t('optional')}
          value={progress}
          onChange={setProgress}
          words={{
            notUnderstood: t('form.progressUnclear'),
            none: t('form.progressNone'),
            clear: t('form.progressClear'),
          }}
        />
      )}
      {task.years && (
        <SelectField
          name="year"
          label={t('form.year')}
          options={task.years.map(one => ({ value: String(one), label: String(one) }))}
          value={year}
          onChange={setYear}
        />
      )}
      <TextArea name="text" label={t('form.done')} isRequired rows={3} value={text} onChange={setText} />
      <PhotographField
        name="files"
        label={t('form.photographs')}
        {...(isEvidence ? {} : { note: t('optional') })}
        photographs={photographs}
        onChange={setPhotographs}
      />
    </EntryForm>
  )
}
