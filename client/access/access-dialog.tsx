// The dialog of a form of access: one button that sends, one that gives up; asks before what was typed is lost.
import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Form, SubmitButton } from '../kit/form.tsx'
import type { FieldErrors } from '../kit/form-errors.ts'
import { useAccessWords } from './form-words.ts'

type Props = {
  readonly title: string
  readonly about?: string
  readonly submitWords: string
  readonly isDanger?: boolean
  readonly width?: 'narrow' | 'medium' | 'wide'
  readonly check?: () => FieldErrors
  readonly onSubmit: () => Promise<FieldErrors | undefined>
  readonly onClose: () => void
  readonly children?: ReactNode
}

export function AccessDialog(props: Props) {
  const { title, about, submitWords, isDanger = false, width = 'narrow', check, onSubmit, onClose, children } = props
  const { t, formWords } = useAccessWords()
  return (
    <Dialog
      title={title}
      {...(about === undefined ? {} : { description: about })}
      words={{ close: t('form.close') }}
      width={width}
      confirmClose={{ question: t('form.leaveQuestion'), leave: t('form.leave'), stay: t('form.stay') }}
      onClose={onClose}
    >
      <Form
        label={title}
        words={formWords}
        {...(check ? { check } : {})}
        onSubmit={onSubmit}
        actions={
          <>
            <Button onClick={onClose}>{t('form.cancel')}</Button>
            <SubmitButton kind={isDanger ? 'danger' : 'primary'} busyWords={t('form.sending')}>
              {submitWords}
            </SubmitButton>
          </>
        }
      >
        {children}
      </Form>
    </Dialog>
  )
}
