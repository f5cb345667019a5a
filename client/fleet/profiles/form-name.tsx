// What the profile is called, and its id in addresses.
import { useTranslation } from 'react-i18next'
import { DISPLAY_LIMITS } from '../../../shared/displays/limits.ts'
import { FormPart } from '../../alarms/rules/form-part.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import type { ProfilePartProps } from './profile-form.tsx'

type Props = ProfilePartProps & { readonly id: string; readonly isIdFixed: boolean }

export function FormName({ draft, onChange, id, isIdFixed }: Props) {
  const { t } = useTranslation('fleet')
  return (
    <FormPart title={t('form.part.name')}>
      <FieldRow>
        <TextField
          name="profile.name"
          label={t('form.name')}
          isRequired
          maxLength={DISPLAY_LIMITS.name.max}
          value={draft.name}
          onChange={name => onChange({ name })}
        />
        <TextField
          name="profile.id"
          label={t('form.id')}
          hint={t('form.idHint')}
          isDisabled={isIdFixed}
          maxLength={DISPLAY_LIMITS.id.max}
          value={id}
          onChange={typed => onChange({ id: typed === '' ? undefined : typed })}
        />
      </FieldRow>
    </FormPart>
  )
}
