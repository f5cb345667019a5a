// Sets the password that a one-time link is good for; for the station's first administrator also who they are.
import { useState } from 'react'
import type { InvitationReply, Me } from '../../shared/access/api-schema.ts'
import { MIN_PASSWORD } from '../../shared/access/password-rule.ts'
import { Form, SubmitButton } from '../kit/form.tsx'
import type { FieldErrors } from '../kit/form-errors.ts'
import { SelectField } from '../kit/select-field.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAccessWords } from './form-words.ts'
import { isLogin, isPersonName, isTooShort, tidyLogin } from './new-account.ts'
import { PasswordField } from './password-field.tsx'
import { errorsOf, sendAccess } from './send-access.ts'
import { useWait } from './use-wait.ts'

type Props = {
  readonly secret: string
  readonly invitation: InvitationReply
  readonly onEntered: (me: Me) => void
}

export function SetPasswordForm({ secret, invitation, onEntered }: Props) {
  const { t, language, formWords } = useAccessWords()
  const [login, setLogin] = useState('')
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<string>()
  const [password, setPassword] = useState('')
  const { secondsLeft, wait } = useWait()
  const isFirst = invitation.kind === 'set-up'

  const check = (): FieldErrors => ({
    ...(isFirst && !isLogin(login) ? { login: t('invitation.loginBad') } : {}),
    ...(isFirst && !isPersonName(name) ? { name: t('invitation.nameBad') } : {}),
    ...(isFirst && unit === undefined ? { unit: t('invitation.unitMissing') } : {}),
    ...(isTooShort(password) ? { password: t('invitation.tooShort', { number: MIN_PASSWORD }) } : {}),
  })
  const submit = async (): Promise<FieldErrors | undefined> => {
    const first = isFirst ? { first: { login: tidyLogin(login), name: name.trim(), unit } } : {}
    const answer = await sendAccess<Me>('invitations/accept', { invitation: secret, password, ...first })
    if (answer.body) {
      onEntered(answer.body)
      return undefined
    }
    if (answer.status === 429) wait(answer.retryAfterSeconds ?? 1)
    if (answer.status === 403) return { '': t('signIn.httpsHint') }
    return errorsOf(answer, language, t('form.away'))
  }
  const label = t(isFirst ? 'invitation.setUpTitle' : 'invitation.title')
  return (
    <Form
      label={label}
      words={formWords}
      check={check}
      onSubmit={submit}
      actions={
        <SubmitButton busyWords={t('form.sending')} isDisabled={secondsLeft > 0}>
          {secondsLeft > 0
            ? t('form.wait', { count: secondsLeft })
            : t(isFirst ? 'invitation.submitFirst' : 'invitation.submit')}
        </SubmitButton>
      }
    >
      {invitation.kind === 'set-up' ? (
        <>
          <TextField
            name="name"
            label={t('invitation.name')}
            hint={t('invitation.nameHint')}
            isRequired
            autoComplete="name"
            maxLength={80}
            value={name}
            onChange={setName}
          />
          <SelectField
            name="unit"
            label={t('invitation.unit')}
            isRequired
            options={invitation.units.map(({ id, name: words }) => ({ value: id, label: words }))}
            noneWords={t('invitation.chooseUnit')}
            value={unit}
            onChange={setUnit}
          />
          <TextField
            name="login"
            label={t('signIn.login')}
            hint={t('invitation.loginHint')}
            isRequired
            autoComplete="username"
            maxLength={64}
            value={login}
            onChange={setLogin}
          />
        </>
      ) : (
        // Tells the browser for whom it keeps the password.
        <input type="text" hidden readOnly autoComplete="username" value={invitation.login} />
      )}
      <PasswordField
        name="password"
        label={t('invitation.password')}
        hint={t('invitation.rule', { number: MIN_PASSWORD })}
        isRequired
        use="new-password"
        value={password}
        onChange={setPassword}
      />
    </Form>
  )
}
