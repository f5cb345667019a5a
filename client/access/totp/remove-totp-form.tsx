// Removes one's own second factor; whoever sits there shows that they know the password.
import type { Person } from '../../../shared/access/api-schema.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { useAccessWords } from '../form-words.ts'
import { OwnPasswordDialog } from '../own-password-dialog.tsx'
import { useSessionsAgain } from '../own-sessions-query.ts'

type Props = { readonly person: Person; readonly onClose: () => void }

export function RemoveTotpForm({ person, onClose }: Props) {
  const { t } = useAccessWords()
  const { tell } = useToasts()
  const lookAgain = useSessionsAgain()
  return (
    <OwnPasswordDialog
      person={person}
      title={t('account.totpRemove')}
      about={t('account.totpRemoveAbout')}
      submitWords={t('account.totpRemove')}
      isDanger
      path="totp/remove"
      onDone={() => {
        tell('done', t('account.totpRemoved'))
        lookAgain()
        onClose()
      }}
      onClose={onClose}
    />
  )
}
