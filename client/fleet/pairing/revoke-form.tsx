// Takes a pairing back, after a question.
import { useTranslation } from 'react-i18next'
import { useToasts } from '../../kit/toast-region.tsx'
import { EntryDialog } from '../../programme/entry-dialog.tsx'
import { usePairingSender } from './send-pairing.ts'

type Props = { readonly display: string; readonly name: string; readonly onClose: () => void }

export function RevokeForm({ display, name, onClose }: Props) {
  const { t } = useTranslation('fleet')
  const { tell } = useToasts()
  const { send } = usePairingSender()
  const submit = async () => {
    const errors = await send('displays/revoke', { display })
    if (errors) return errors
    tell('done', t('pairing.revoked', { name }))
    onClose()
    return undefined
  }
  return (
    <EntryDialog
      title={t('pairing.revokeTitle', { name })}
      description={t('pairing.revokeAbout')}
      width="narrow"
      isDirty={false}
      check={() => ({})}
      onSubmit={submit}
      submitWords={t('pairing.revoke')}
      onClose={onClose}
    >
      {null}
    </EntryDialog>
  )
}
