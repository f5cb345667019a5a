// Gives a paired display another scope or class; it begins anew with it within two seconds.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairedRow } from '../../../shared/access/pairing-schema.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { EntryDialog } from '../../programme/entry-dialog.tsx'
import { GrantFields } from './grant-fields.tsx'
import { usePairingSender } from './send-pairing.ts'

type Props = { readonly paired: PairedRow; readonly name: string; readonly onClose: () => void }

export function ChangeGrantForm({ paired, name, onClose }: Props) {
  const { t } = useTranslation('fleet')
  const { tell } = useToasts()
  const { send } = usePairingSender()
  const [scope, setScope] = useState(paired.scope)
  const [audience, setAudience] = useState(paired.audience)
  const submit = async () => {
    const errors = await send('displays/change', { display: paired.display, scope, audience })
    if (errors) return errors
    tell('done', t('pairing.changed', { name }))
    onClose()
    return undefined
  }
  return (
    <EntryDialog
      title={t('pairing.changeTitle', { name })}
      description={t('pairing.changeAbout')}
      isDirty={scope !== paired.scope || audience !== paired.audience}
      check={() => ({})}
      onSubmit={submit}
      submitWords={t('assign.save')}
      onClose={onClose}
    >
      <GrantFields {...{ scope, audience }} onScope={setScope} onAudience={setAudience} />
    </EntryDialog>
  )
}
