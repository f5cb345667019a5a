// Login and password, and the code once the station asks for it. Says why it didn't work, and how long to wait.
import { type ReactNode, useState } from 'react'
import type { Me } from '../../shared/access/api-schema.ts'
import { Form, SubmitButton } from '../kit/form.tsx'
import type { FieldErrors } from '../kit/form-errors.ts'
import { Notice } from '../kit/notice.tsx'
import { TextField } from '../kit/text-field.tsx'
import { CODE_LENGTH, CodeField } from './code-field.tsx'
import { useAccessWords } from './form-words.ts'
import { PasswordField } from './password-field.tsx'
import { errorsOf, isProblem, sendAccess } from './send-access.ts'
import { useWait } from './use-wait.ts'

type Props = {
  /** Who is expected back. */
  readonly login?: string
  readonly onSignedIn: (me: Me) => void
  readonly beside?: ReactNode
}

export function SignInForm({ login: expected = '', onSignedIn, beside }: Props) {
  const { t, language, formWords } = useAccessWords()
  const [login, setLogin] = useState(expected)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const { secondsLeft, wait } = useWait()

  const check = (): FieldErrors => ({
    ...(login.trim() === '' ? { login: t('form.missing') } : {}),
    ...(password === '' ? { password: t('form.missing') } : {}),
    ...(code !== undefined && code.length !== CODE_LENGTH ? { code: t('signIn.codeShort') } : {}),
  })
  const submit = async (): Promise<FieldErrors | undefined> => {
    const answer = await sendAccess<Me>('sign-in', { login: login.trim(), password, ...(code ? { code } : {}) })
    if (answer.body) {
      onSignedIn(answer.body)
      return undefined
    }
    if (isProblem(answer.problem, 'code-needed')) {
      setCode('')
      return undefined
    }
    if (answer.status === 429) {
      wait(answer.retryAfterSeconds ?? 1)
      return undefined
    }
    if (answer.status === 403) return { '': t('signIn.httpsHint') }
    // A code holds for one try.
    if (code !== undefined) setCode('')
    return errorsOf(answer, language, t('form.away'))
  }
  return (
    <Form
      label={t('signIn.title')}
      words={{ ...formWords, summary: () => t('signIn.failed') }}
      check={check}
      onSubmit={submit}
      actions={
        <>
          {beside}
          <SubmitButton busyWords={t('signIn.busy')} isDisabled={secondsLeft > 0}>
            {t('signIn.submit')}
          </SubmitButton>
        </>
      }
    >
      {secondsLeft > 0 && <Notice kind="warning" title={t('form.wait', { count: secondsLeft })} />}
      <TextField
        name="login"
        label={t('signIn.login')}
        isRequired
        autoComplete="username"
        maxLength={64}
        value={login}
        onChange={setLogin}
      />
      <PasswordField
        name="password"
        label={t('signIn.password')}
        isRequired
        use="current-password"
        value={password}
        onChange={setPassword}
      />
      {code !== undefined && (
        <CodeField
          name="code"
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          isRequired
          takesFocus
          value={code}
          onChange={setCode}
        />
      )}
    </Form>
  )
}
