// The frame of every form of the desk: what it is about, who acts, and sending; stays open with what was typed until it was taken.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form, SubmitButton } from '../../kit/form.tsx'
import { AlarmActorFields } from '../alarm-actor.tsx'
import type { AlarmNames } from '../alarm-names.ts'
import { whatWords } from './outcome-words.ts'
import { fieldErrorsOf, type Send } from './use-send.ts'

export type CommandFormProps = {
  readonly alarms: readonly Alarm[]
  readonly names: AlarmNames
  readonly sending: Send
  readonly onClose: (isDone: boolean) => void
}

type Props = CommandFormProps & {
  readonly title: string
  readonly what: () => Parameters<Send['send']>[0]
  readonly submitWords: string
  readonly isDirty: boolean
  readonly children?: ReactNode
}

export function CommandFrame({ alarms, names, sending, onClose, title, what, submitWords, isDirty, children }: Props) {
  const { t } = useTranslation('alarms')
  const { t: word } = useTranslation('programme')
  const submit = async () => {
    const errors = await sending.send(what())
    if (!errors) onClose(true)
    return errors
  }
  return (
    <Dialog
      title={title}
      description={t('desk.command.form.about', {
        what: whatWords(
          t,
          names,
          alarms.map(({ id }) => id),
        ),
      })}
      words={{ close: t('shell.close') }}
      isDirty={isDirty}
      confirmClose={{
        question: word('shell.leaveQuestion'),
        leave: word('shell.leave'),
        stay: word('shell.stay'),
      }}
      onClose={() => onClose(false)}
    >
      <Form
        label={title}
        words={{ summary: number => word('shell.errors', { number }), failed: t('shell.failed') }}
        check={() => fieldErrorsOf(sending.judge(what()), names.language)}
        onSubmit={submit}
        actions={
          <>
            <Button kind="plain" onClick={() => onClose(false)}>
              {t('shell.cancel')}
            </Button>
            <SubmitButton busyWords={t('shell.sending')}>{submitWords}</SubmitButton>
          </>
        }
      >
        {children}
        <AlarmActorFields />
      </Form>
    </Dialog>
  )
}
