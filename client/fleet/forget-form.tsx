// Takes the name and the profile from a display.
import { useTranslation } from 'react-i18next'
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import { DisplayCommandForm } from './display-command-form.tsx'

type Props = { readonly row: FleetRow; readonly name: string; readonly onClose: () => void }

export function ForgetForm({ row: { display }, name, onClose }: Props) {
  const { t } = useTranslation('fleet')
  return (
    <DisplayCommandForm
      title={t('forget.title', { name })}
      description={t('forget.about')}
      submitWords={t('forget.send')}
      said={t('forget.sent', { name })}
      isDirty={false}
      command={() => ({ command: 'forget-display', data: { display } })}
      onClose={onClose}
    />
  )
}
