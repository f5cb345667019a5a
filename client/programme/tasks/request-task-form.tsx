// Somebody asks for what a task offers.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandForm } from '../command-form.tsx'
import { EntryText } from '../entry-text.tsx'
import { DayField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { newKey } from '../send-command.ts'

type Props = { readonly view: ProgrammeView; readonly id: string; readonly onClose: () => void }

export function RequestTaskForm({ view, id, onClose }: Props) {
  const { t } = useTranslation('programme')
  // Named once, so that a repeated send is the same request.
  const [request] = useState(newKey)
  const [text, setText] = useState('')
  const [on, setOn] = useState<string | undefined>(view.day)
  return (
    <CommandForm
      view={view}
      title={t('tasks.requestFor', { id })}
      isDirty={text !== ''}
      command={() =>
        on === undefined ? undefined : { command: 'request-task', data: { task: id, request, text, on } }
      }
      incomplete={() => (on === undefined ? { on: t('shell.field.noDay') } : {})}
      onClose={onClose}
    >
      <EntryText name="text" label={t('tasks.requestText')} isRequired value={text} onChange={setText} />
      <DayField name="on" label={t('tasks.requestOn')} isRequired value={on} max={view.day} onChange={setOn} />
    </CommandForm>
  )
}
