// Removes a profile that no display uses.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisplayProfile } from '../../../shared/displays/profile.ts'
import { DisplayCommandForm } from '../display-command-form.tsx'

type Props = { readonly profile: DisplayProfile; readonly onClose: () => void }

export function RemoveForm({ profile: given, onClose }: Props) {
  const { t } = useTranslation('fleet')
  const [{ id, name }] = useState(given)
  return (
    <DisplayCommandForm
      title={t('profiles.removeTitle', { name })}
      description={t('profiles.removeAbout')}
      submitWords={t('profiles.remove')}
      said={t('profiles.removed', { name })}
      isDirty={false}
      command={() => ({ command: 'remove-profile', data: { profile: id } })}
      onClose={onClose}
    />
  )
}
