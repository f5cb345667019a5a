// A dialog for what one may do to one's own account alone: whoever sits there shows that they know the present password, then it is sent.
import { type ReactNode, useState } from 'react'
import type { Person } from '../../shared/access/api-schema.ts'
import type { FieldErrors } from '../kit/form-errors.ts'
import { AccessDialog } from './access-dialog.tsx'
import { useAccessWords } from './form-words.ts'
import { PasswordField } from './password-field.tsx'
import { errorsOf, sendAccess } from './send-access.ts'

type Props<Answer> = {
  readonly person: Person
  readonly title: string
  readonly about?: string
  readonly submitWords: string
  readonly isDanger?: boolean
  /** Below the door of access. */
  readonly path: string
  /** What is sent beside the password. */
  readonly sent?: object
  /** What is wrong with the fields beside the password. */
  readonly check?: () => FieldErrors
  readonly onDone: (answer: Answer) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

export function OwnPasswordDialog<Answer = unknown>(props: Props<Answer>) {
  const { person, path, sent, check, onDone, children, ...dialog } = props
  const { t, language } = useAccessWords()
  const [current, setCurrent] = useState('')
  const submit = async () => {
    const answer = await sendAccess<Answer>(path, { current, ...sent })
    if (!answer.body) return errorsOf(answer, language, t('form.away'))
    onDone(answer.body)
    return undefined
  }
  return (
    <AccessDialog
      {...dialog}
      check={() => ({ ...(current === '' ? { current: t('form.missing') } : {}), ...check?.() })}
      onSubmit={submit}
    >
      {/* For the browser's keeper of passwords. */}
      <input type="text" hidden readOnly autoComplete="username" value={person.login} />
      <PasswordField
        name="current"
        label={t('account.passwordCurrent')}
        isRequired
        use="current-password"
        value={current}
        onChange={setCurrent}
      />
      {children}
    </AccessDialog>
  )
}
