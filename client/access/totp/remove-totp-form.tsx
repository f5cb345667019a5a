// Removes one's own second factor; whoever sits there shows that they know the password.
import { useState } from 'react'
import type { Person } from '../../../shared/access/api-schema.ts'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { AccessDialog } from '../access-dialog.tsx'
import { useAccessWords } from '../form-words.ts'
import { useSessionsAgain } from '../own-sessions-query.ts'
import { PasswordField } from '../password-field.tsx'
import { errorsOf, sendAccess } from '../send-access.ts'

type Props = { readonly person: Person; readonly onClose: () => void }

export function RemoveTotpForm({ person, onClose }: Props) {
  const { t, language } = useAccessWords()
  const { tell } = useToasts()
  const lookAgain = useSessionsAgain()
  const [current, setCurrent] = useState('')
  const submit = async () => {
    const answer = await sendAccess('totp/remove', { current })
    if (!answer.body) return errorsOf(answer, language, t('form.away'))
    tell('done', t('account.totpRemoved'))
    lookAgain()
    onClose()
    return undefined
  }
  return (
    <AccessDialog
      title={t('account.totpRemove')}
      about={t('account.totpRemoveAbout')}
      submitWords={t('account.totpRemove')}
      isDanger
      check={(): FieldErrors => (current === '' ? { current: t('form.missing') } : {})}
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
    </AccessDialog>
  )
}
