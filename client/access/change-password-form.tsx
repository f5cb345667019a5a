// Changes one's own password; whoever sits there shows that they know the present one.
import { useState } from 'react'
import type { Person } from '../../shared/access/api-schema.ts'
import { MIN_PASSWORD } from '../../shared/access/password-rule.ts'
import type { FieldErrors } from '../kit/form-errors.ts'
import { useToasts } from '../kit/toast-region.tsx'
import { AccessDialog } from './access-dialog.tsx'
import { useAccessWords } from './form-words.ts'
import { isTooShort } from './new-account.ts'
import { useSessionsAgain } from './own-sessions-query.ts'
import { PasswordField } from './password-field.tsx'
import { errorsOf, sendAccess } from './send-access.ts'

type Props = { readonly person: Person; readonly onClose: () => void }

export function ChangePasswordForm({ person, onClose }: Props) {
  const { t, language } = useAccessWords()
  const { tell } = useToasts()
  const lookAgain = useSessionsAgain()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const check = (): FieldErrors => ({
    ...(current === '' ? { current: t('form.missing') } : {}),
    ...(isTooShort(password) ? { password: t('invitation.tooShort', { number: MIN_PASSWORD }) } : {}),
  })
  const submit = async () => {
    const answer = await sendAccess('password', { current, password })
    if (!answer.body) return errorsOf(answer, language, t('form.away'))
    tell('done', t('account.passwordDone'))
    lookAgain()
    onClose()
    return undefined
  }
  return (
    <AccessDialog
      title={t('account.passwordChange')}
      about={t('account.passwordAbout')}
      submitWords={t('account.passwordChange')}
      check={check}
      onSubmit={submit}
      onClose={onClose}
    >
      <input type="text" hidden readOnly autoComplete="username" value={person.login} />
      <PasswordField
        name="current"
        label={t('account.passwordCurrent')}
        isRequired
        use="current-password"
        value={current}
        onChange={setCurrent}
      />
      <PasswordField
        name="password"
        label={t('account.passwordNew')}
        hint={t('invitation.rule', { number: MIN_PASSWORD })}
        isRequired
        use="new-password"
        value={password}
        onChange={setPassword}
      />
    </AccessDialog>
  )
}
