// Changes one's own password; whoever sits there shows that they know the present one.
import { useState } from 'react'
import type { Person } from '../../shared/access/api-schema.ts'
import { MIN_PASSWORD } from '../../shared/access/password-rule.ts'
import { useToasts } from '../kit/toast-region.tsx'
import { useAccessWords } from './form-words.ts'
import { isTooShort } from './new-account.ts'
import { OwnPasswordDialog } from './own-password-dialog.tsx'
import { useSessionsAgain } from './own-sessions-query.ts'
import { PasswordField } from './password-field.tsx'

type Props = { readonly person: Person; readonly onClose: () => void }

export function ChangePasswordForm({ person, onClose }: Props) {
  const { t } = useAccessWords()
  const { tell } = useToasts()
  const lookAgain = useSessionsAgain()
  const [password, setPassword] = useState('')
  return (
    <OwnPasswordDialog
      person={person}
      title={t('account.passwordChange')}
      about={t('account.passwordAbout')}
      submitWords={t('account.passwordChange')}
      path="password"
      sent={{ password }}
      check={() => (isTooShort(password) ? { password: t('invitation.tooShort', { number: MIN_PASSWORD }) } : {})}
      onDone={() => {
        tell('done', t('account.passwordDone'))
        lookAgain()
        onClose()
      }}
      onClose={onClose}
    >
      <PasswordField
        name="password"
        label={t('account.passwordNew')}
        hint={t('invitation.rule', { number: MIN_PASSWORD })}
        isRequired
        use="new-password"
        value={password}
        onChange={setPassword}
      />
    </OwnPasswordDialog>
  )
}
