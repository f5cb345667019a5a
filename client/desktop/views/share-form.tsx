// Shares a view with everybody, gives a shared one another name, or removes it: each is written down at the desk with who did it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DESK_LIMITS } from '../../../shared/desk/limits.ts'
import type { SharedView } from '../../../shared/desk/state.ts'
import { DeskForm } from '../../desk/desk-form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { newKey } from '../../programme/send-command.ts'
import { addressNow } from '../use-desktop.ts'

type Props = {
  readonly name: string
  /** The one that is renamed; undefined = what is shown is shared as a new one. */
  readonly view: SharedView | undefined
  readonly onClose: () => void
}

export function ShareForm({ name: first, view, onClose }: Props) {
  const { t } = useTranslation('desktop')
  const [id] = useState(() => view?.id ?? newKey())
  const [address] = useState(() => view?.address ?? addressNow())
  const [name, setName] = useState(first)
  return (
    <DeskForm
      title={t(view ? 'views.rename' : 'views.share')}
      description={t('views.shareNote')}
      submitWords={t(view ? 'views.rename' : 'views.share')}
      said={t('views.shared', { name: name.trim() })}
      isDirty={name !== first}
      command={() => ({ command: 'save-view', data: { id, name: name.trim(), address } })}
      missing={() => (name.trim() === '' ? { name: t('views.nameMissing') } : {})}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={t('views.name')}
        isRequired
        maxLength={DESK_LIMITS.viewName.max}
        value={name}
        onChange={setName}
      />
    </DeskForm>
  )
}

export function RemoveSharedForm({ view, onClose }: { readonly view: SharedView; readonly onClose: () => void }) {
  const { t } = useTranslation('desktop')
  return (
    <DeskForm
      title={t('views.removeShared', { name: view.name })}
      description={t('views.removeNote')}
      submitWords={t('views.remove')}
      said={t('views.removed', { name: view.name })}
      isDirty={false}
      command={() => ({ command: 'remove-view', data: { id: view.id } })}
      onClose={onClose}
    />
  )
}
