// Says how an open request was met.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRequest } from '../../../shared/programme/state.ts'
import { CommandForm } from '../command-form.tsx'
import { EntryText } from '../entry-text.tsx'
import { DayField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'

type Props = {
  readonly view: ProgrammeView
  readonly id: string
  readonly request: TaskRequest
  readonly onClose: () => void
}

export function CloseRequestForm({ view, id, request, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [text, setText] = useState('')
  const [on, setOn] = useState<string | undefined>(view.day)
  return (
    <CommandForm
      view={view}
      title={t('tasks.closeRequestFor', { unit: view.units.get(request.unit)?.name ?? request.unit })}
      description={request.text}
      isDirty={text !== ''}
      command={() =>
        on === undefined
          ? undefined
          : { command: 'close-task-request', data: { task: id, request: request.id, text, on } }
      }
      incomplete={() => (on === undefined ? { on: t('shell.field.noDay') } : {})}
      onClose={onClose}
    >
      <EntryText name="text" label={t('tasks.answerText')} isRequired value={text} onChange={setText} />
      <DayField
        name="on"
        label={t('tasks.answerOn')}
        isRequired
        value={on}
        min={request.on}
        max={view.day}
        onChange={setOn}
      />
    </CommandForm>
  )
}
