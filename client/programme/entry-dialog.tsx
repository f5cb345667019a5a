// The dialog of an entry: a form with one button that sends and one that gives up, and a question before what was typed is lost.
// Knows no command.
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { Dialog, type DialogProps } from '../kit/dialog.tsx'
import { Form, type FormProps, SubmitButton } from '../kit/form.tsx'

type Props = Pick<DialogProps, 'title' | 'width' | 'onClose'> &
  Required<Pick<FormProps, 'check' | 'onSubmit'>> & {
    readonly description?: string | undefined
    readonly isDirty: boolean
    readonly submitWords: string
    readonly isSubmitDisabled?: boolean
    readonly children: FormProps['children']
  }

export function EntryDialog(props: Props) {
  const { title, description, width = 'medium', isDirty, check, onSubmit, onClose, children } = props
  const { t } = useTranslation('programme')
  return (
    <Dialog
      title={title}
      {...(description === undefined ? {} : { description })}
      words={{ close: t('shell.close') }}
      width={width}
      isDirty={isDirty}
      confirmClose={{ question: t('shell.leaveQuestion'), leave: t('shell.leave'), stay: t('shell.stay') }}
      onClose={onClose}
    >
      <Form
        label={title}
        words={{ summary: number => t('shell.errors', { number }), failed: t('shell.failed') }}
        check={check}
        onSubmit={onSubmit}
        actions={
          <>
            <Button kind="plain" onClick={onClose}>
              {t('shell.cancel')}
            </Button>
            <SubmitButton busyWords={t('shell.sending')} isDisabled={props.isSubmitDisabled ?? false}>
              {props.submitWords}
            </SubmitButton>
          </>
        }
      >
        {children}
      </Form>
    </Dialog>
  )
}
