// The frame of every form of the desk: what it is about, who acts, and sending; stays open with what was typed until it was taken.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { EntryDialog } from '../../programme/entry-dialog.tsx'
import { AlarmActorFields } from '../alarm-actor.tsx'
import type { AlarmNames } from '../alarm-names.ts'
import type { AlarmsCommand } from './desk-commands.ts'
import { whatWords } from './outcome-words.ts'
import { fieldErrorsOf, OPERATE, type Send } from './use-send.ts'

export type CommandFormProps = {
  readonly alarms: readonly Alarm[]
  readonly names: AlarmNames
  readonly sending: Send
  readonly onClose: (isDone: boolean) => void
}

type Props = CommandFormProps & {
  readonly title: string
  readonly what: () => AlarmsCommand
  /** Without it the title says it. */
  readonly submitWords?: string
  readonly isDirty: boolean
  readonly children: ReactNode
}

export function CommandFrame({ alarms, names, sending, onClose, title, what, submitWords, isDirty, children }: Props) {
  const { t } = useTranslation('alarms')
  const ids = alarms.map(({ id }) => id)
  const submit = async () => {
    const errors = await sending.send(what())
    if (!errors) onClose(true)
    return errors
  }
  return (
    <EntryDialog
      title={title}
      description={t('desk.command.form.about', { what: whatWords(t, names, ids) })}
      isDirty={isDirty}
      check={() => fieldErrorsOf(sending.judge(what()), names.language)}
      onSubmit={submit}
      submitWords={submitWords ?? title}
      onClose={() => onClose(false)}
    >
      {children}
      <AlarmActorFields doing={OPERATE} />
    </EntryDialog>
  )
}
