// What else a wall is told: borders, language, night light, the hour of the daily refresh, sound.
import { useTranslation } from 'react-i18next'
import { FormPart } from '../../alarms/rules/form-part.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { FigureField } from '../../programme/fields.tsx'
import type { ProfilePartProps } from './profile-form.tsx'

export function FormRest({ draft, onChange }: ProfilePartProps) {
  const { t } = useTranslation('fleet')
  return (
    <FormPart title={t('form.part.rest')}>
      <FieldRow>
        <RadioGroup
          name="profile.language"
          label={t('form.language')}
          options={[
            { value: 'vi', label: t('form.vietnamese') },
            { value: 'en', label: t('form.english') },
          ]}
          value={draft.language}
          onChange={language => onChange({ language })}
        />
        <RadioGroup
          name="profile.borders"
          label={t('form.borders')}
          options={[
            { value: 'communes', label: t('form.communes') },
            { value: 'districts', label: t('form.districts') },
          ]}
          value={draft.borders}
          onChange={borders => onChange({ borders })}
        />
      </FieldRow>
      <CheckboxField
        name="hasNight"
        label={t('form.hasNight')}
        isChecked={draft.hasNight}
        onChange={hasNight => onChange({ hasNight })}
      />
      {draft.hasNight && (
        <FieldRow>
          <TextField
            name="profile.night.from"
            label={t('form.nightFrom')}
            hint={t('form.clockHint')}
            maxLength={5}
            value={draft.nightFrom}
            onChange={nightFrom => onChange({ nightFrom })}
          />
          <TextField
            name="profile.night.to"
            label={t('form.nightTo')}
            maxLength={5}
            value={draft.nightTo}
            onChange={nightTo => onChange({ nightTo })}
          />
          <FigureField
            name="profile.night.light"
            label={t('form.light')}
            unit={t('form.percentUnit')}
            isWhole
            value={draft.nightLight}
            onChange={nightLight => onChange({ nightLight })}
          />
        </FieldRow>
      )}
      <CheckboxField
        name="hasRefresh"
        label={t('form.hasRefresh')}
        isChecked={draft.hasRefresh}
        onChange={hasRefresh => onChange({ hasRefresh })}
      />
      {draft.hasRefresh && (
        <FieldRow>
          <TextField
            name="profile.refreshAt"
            label={t('form.refreshAt')}
            maxLength={5}
            value={draft.refreshAt}
            onChange={refreshAt => onChange({ refreshAt })}
          />
        </FieldRow>
      )}
      <CheckboxField
        name="hasSound"
        label={t('form.hasSound')}
        isChecked={draft.hasSound}
        onChange={hasSound => onChange({ hasSound })}
      />
    </FormPart>
  )
}
